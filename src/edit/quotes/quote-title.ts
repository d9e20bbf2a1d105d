import type { Item } from './quote-scene.ts';

/** More words than a title has; a longer stretch is speech. */
const LONGEST = 9;

/**
 * Whether a stretch in marks is the name of a book, a song, a programme or a group: every long word capitalised, and
 * no verb of saying right before it.
 */
export function isWorkTitle(text: string, items: readonly Item[], at: number): boolean {
  const { marked } = items[at]!;
  if (marked === undefined || marked.end - marked.start > LONGEST * 12) return false;
  const words = text.slice(marked.start, marked.end).match(/[\p{L}\p{N}'’-]+/gu) ?? [];
  if (words.length < 2 || words.length > LONGEST) return false;
  const long = words.filter((word) => word.length > 3 && !/^(?:with|from|into|over|that|when)$/u.test(word));
  const capitals = words.filter((word) => /^[\p{Lu}\p{N}]/u.test(word)).length;
  if (
    long.some((word) => !/^[\p{Lu}\p{N}]/u.test(word)) ||
    capitals < 2 ||
    words.every((word) => word === word.toUpperCase())
  )
    return false;
  if (/[!?]$/u.test(text.slice(marked.start, marked.end))) return false;
  const before = items[at - 1];
  const named =
    /^(?:called|titled|entitled|dubbed|named|told|on|in|the|of|with|for|at|and|or|film|book|song|show|series|album|play|ad|movie|documentary)$/u;
  return (
    before !== undefined &&
    (named.test(before.norm) || /['’]s$/u.test(before.norm) || before.pos === 'NOUN' || before.pos === 'PROPN')
  );
}
