import { type HouseSpelling, spell } from '../../text/words/spelling.ts';

/** More words than any story has; past it the memory starts anew. */
const MOST = 50_000;
const known: Record<HouseSpelling, Map<string, boolean>> = { 'en-US': new Map(), 'en-GB': new Map() };

/** The text in house spelling, or as it is with `null`. Most texts have nothing to change, which is quick to see. */
export function inHouseSpelling(text: string, language: HouseSpelling | null): string {
  if (language === null) return text;
  const changes = text.match(/\p{L}+/gu)?.some((word) => differs(word.toLowerCase(), language)) ?? false;
  return changes || /per cent/i.test(text) ? spell(text, language) : text;
}

function differs(word: string, language: HouseSpelling): boolean {
  const words = known[language];
  const found = words.get(word);
  if (found !== undefined) return found;
  if (words.size >= MOST) words.clear();
  const made = spell(word, language) !== word;
  words.set(word, made);
  return made;
}
