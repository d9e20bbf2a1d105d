import type { Edition } from '../story/edition.ts';
import { CopydeskError } from '../story/errors.ts';
import type { Store } from './store.ts';

/** The publisher's choices, over the defaults. */
export async function readEdition(_store: Store): Promise<Edition> {
  throw new CopydeskError('store-broken', 'Not written yet');
}

/** Changes some of the publisher's choices and returns all. `bad-setting` names a value that cannot be. */
export async function saveEdition(_store: Store, _edition: Partial<Edition>): Promise<Edition> {
  throw new CopydeskError('store-broken', 'Not written yet');
}

/** A setting's value as it was saved (JSON), or undefined. */
export async function readSetting(_store: Store, _key: string): Promise<unknown> {
  throw new CopydeskError('store-broken', 'Not written yet');
}

/** Keeps any JSON value under a key; `undefined` forgets it. */
export async function saveSetting(_store: Store, _key: string, _value: unknown): Promise<void> {
  throw new CopydeskError('store-broken', 'Not written yet');
}
