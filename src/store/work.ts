import type { Copy } from '../story/copy.ts';
import { CopydeskError } from '../story/errors.ts';
import type { Finding, Furniture } from '../story/furniture.ts';
import type { Quotation } from '../story/quotation.ts';
import type { Store } from './store.ts';

/** A version of a story that waits for checked furniture. */
export type Work = {
  readonly storyVersionId: number;
  readonly storyId: number;
  readonly slug: string;
  readonly copy: Copy;
};

/** What was made from one version of the copy. `findings` are those of places that stayed empty. */
export type Made = {
  readonly furniture: Furniture;
  readonly quotations: readonly Quotation[];
  readonly findings: readonly Finding[];
};

/** The longest-waiting newest version without furniture, claimed for a while so that no other worker takes it. */
export async function claimWork(_store: Store): Promise<Work | undefined> {
  throw new CopydeskError('store-broken', 'Not written yet');
}

/** Keeps the checked furniture of one version and shows it. `bad-input` when evidence is missing or outside the copy. */
export async function saveFurniture(_store: Store, _storyVersionId: number, _made: Made, _now: Date): Promise<void> {
  throw new CopydeskError('store-broken', 'Not written yet');
}
