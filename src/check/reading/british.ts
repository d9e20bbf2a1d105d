import { spell } from '../../text/words/spelling.ts';

/** More words than any story has; past it the memory starts anew. */
const MOST = 50_000;
const known = new Map<string, string>();

/** A word in small letters in British spelling: one spelling for both sides of a comparison. */
export function toBritish(word: string): string {
  const found = known.get(word);
  if (found !== undefined) return found;
  if (known.size >= MOST) known.clear();
  const made = spell(word, 'en-GB');
  known.set(word, made);
  return made;
}
