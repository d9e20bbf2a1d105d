import { type ModerationSettings, readModeration } from '../../story/discussion/moderation-settings.ts';
import { readSetting, saveSetting } from '../settings.ts';
import type { Store } from '../store.ts';

const KEY = 'moderation';

/** The publisher's rules for comments, the defaults where she has none; `unreadable` where what is kept is none: then people decide. */
export async function readPolicy(
  store: Store,
): Promise<
  | { readonly kind: 'set'; readonly settings: ModerationSettings }
  | { readonly kind: 'unreadable'; readonly why: string }
> {
  try {
    const read = readModeration((await readSetting(store, KEY)) ?? {});
    return read.ok ? { kind: 'set', settings: read.settings } : { kind: 'unreadable', why: read.problems.join('; ') };
  } catch (error) {
    return { kind: 'unreadable', why: error instanceof Error ? error.message : String(error) };
  }
}

/** Keeps the publisher's rules for the comments that come from now on. */
export const savePolicy = (store: Store, settings: ModerationSettings): Promise<void> =>
  saveSetting(store, KEY, settings);
