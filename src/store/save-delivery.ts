import type { Copy } from '../story/copy.ts';
import { CopydeskError } from '../story/errors.ts';
import type { Store } from './store.ts';

/** One item of a delivery as the newsroom takes it in. `replaces` are older guids of the same story. */
export type ReceivedItem = {
  readonly guid: string;
  readonly copy: Copy;
  readonly killWords?: string;
  readonly replaces: readonly string[];
};

/** A received file and what was read from it: `items`, or the `refusal`. */
export type Delivery = {
  readonly source: string;
  readonly name: string;
  readonly format: string;
  readonly bytes: Uint8Array;
  readonly receivedAt: Date;
  readonly refusal?: { readonly kind: string; readonly message: string };
  readonly items: readonly ReceivedItem[];
};

export type DeliveryOutcome = {
  readonly wireItemId: number;
  /** The same source sent the same bytes before: nothing changed. */
  readonly duplicate: boolean;
  readonly stories: readonly {
    readonly slug: string;
    readonly storyId: number;
    readonly outcome: 'new' | 'update' | 'unchanged' | 'older';
  }[];
};

/** Keeps the file as it came and files each of its items as a version of its story. Resolves when durable. */
export async function saveDelivery(_store: Store, _delivery: Delivery): Promise<DeliveryOutcome> {
  throw new CopydeskError('store-broken', 'Not written yet');
}
