import type { Copy } from '../copy.ts';

/** Longer copy with such words in it is a story. */
const LONGEST = 3_000;
/** A new version of a story says most of what the one before it said; an order about it says next to nothing of that. */
const MOST_SHARED = 0.5;

/**
 * Whether copy that has kill words is an order about the story whose words are `before`, under the story's own guid (as
 * ANPA-1312 sends it), and no new telling of it. Such words must never stand where the story stood, whatever a person
 * decides: released, the story goes on as it was before the order.
 */
export function isNotice(copy: Copy, before: Copy): boolean {
  if (copy.text.length > LONGEST) return false;
  const said = wordsOf(before.text);
  const words = [...wordsOf(copy.text)];
  return words.filter((word) => said.has(word)).length <= Math.min(words.length, said.size) * MOST_SHARED;
}

/** Words of four letters and more, which tell one text from another. */
const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{4,40}/gu) ?? []);
