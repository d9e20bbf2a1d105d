import { textOf } from '../story/copy.ts';
import { findKillWords } from './orders/kill-words.ts';
import type { WireItem } from './wire-item.ts';

const MEDIA = /^(?:picture|photo|image|graphic|animated|video|audio|infographic)$/i;
/** What may come without any words of its own: a list of other items, a date in the diary, a plan of coverage. */
const BARE = /^(?:composite|event|planning|coverage)$/i;

/**
 * Whether an item is copy to publish or says something about copy. A picture, a video, a bare list of other items or a diary
 * entry is no story of its own, however often it comes beside one, and an advisory is for editors: nobody should have to look
 * at it. One that orders something is never passed over.
 */
export function isStory(item: WireItem): boolean {
  if (item.kills || item.withholds || item.replaces) return true;
  const type = item.type ?? 'text';
  if (MEDIA.test(type)) return false;
  const advises = item.signals?.includes('advisory') ?? false;
  if (!advises && (!BARE.test(type) || (item.body ?? []).length > 0)) return true;
  return (item.pubStatus ?? 'usable') !== 'usable' || saysKill(item);
}

const saysKill = ({ headline, slugline, edNote, privateNote, body }: WireItem): boolean =>
  findKillWords([headline, slugline, edNote, privateNote, textOf(body ?? [])]) !== undefined;
