import { type ModerationSettings, readModeration } from '../../story/discussion/moderation-settings.ts';
import { readSettingText, saveSetting } from '../settings.ts';
import type { Readable, Store } from '../store.ts';

const KEY = 'moderation';

type Policy =
  | { readonly kind: 'set'; readonly settings: ModerationSettings }
  | { readonly kind: 'unreadable'; readonly why: string };

/** The publisher's rules for comments, the defaults where she has none; `unreadable` where what is kept is none: then people decide. */
export async function readPolicy(store: Readable): Promise<Policy> {
  try {
    const text = (await readSettingText(store, KEY)) ?? '{}';
    // Read each time, understood once: rules that another process has changed are other words.
    if (last?.text !== text) last = { text, policy: policyIn(text) };
    return last.policy;
  } catch (error) {
    return { kind: 'unreadable', why: error instanceof Error ? error.message : String(error) };
  }
}

let last: { readonly text: string; readonly policy: Policy } | undefined;

function policyIn(text: string): Policy {
  const read = readModeration(JSON.parse(text) ?? {});
  return read.ok ? { kind: 'set', settings: read.settings } : { kind: 'unreadable', why: read.problems.join('; ') };
}

/** Keeps the publisher's rules for the comments that come from now on. */
export const savePolicy = (store: Store, settings: ModerationSettings): Promise<void> =>
  saveSetting(store, KEY, settings);
