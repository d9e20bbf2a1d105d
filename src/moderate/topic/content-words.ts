import { stem } from '../../text/stem.ts';
import { STOP_WORDS } from '../../text/words/function-words.ts';

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]{0,40}/gu;
/** Characters of a text that are read: the news stands in front, and time stays bounded. */
const REACH = 20_000;
/** What people write about anything, beside the words of grammar. */
const ANYTHING = new Set(
  (
    "don't doesn't didn't isn't aren't wasn't weren't won't can't couldn't wouldn't shouldn't i'm i've i'll i'd you're you've it's " +
    "that's there's they're we're he's she's let's dont doesnt im ive cant wont like get got going really even think know people " +
    'want make much many way thing things say said see time good right because need still let back'
  ).split(' '),
);

/** The stems of the words of a text that can be about something, in order, repeated as often as they are written. */
export const contentWords = (text: string): string[] => wordsOf(text).map(stemOf).filter(isAboutSomething);

/** The same, each with the word as it is written. */
export const writtenWords = (text: string): (readonly [written: string, stem: string])[] =>
  wordsOf(text)
    .map((written) => [written, stemOf(written)] as const)
    .filter(([, stem]) => isAboutSomething(stem));

const wordsOf = (text: string): readonly string[] => text.slice(0, REACH).match(WORD) ?? [];
const isAboutSomething = (stem: string): boolean => stem !== '';

/** Most words of a discussion come again: the last ones are known by their letters, those that are about nothing as ''. */
const known = new Map<string, string>();
const MOST_KNOWN = 40_000;

function stemOf(written: string): string {
  const before = known.get(written);
  if (before !== undefined) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const word = written.toLowerCase().replaceAll('’', "'");
  const found = word.length > 1 && !STOP_WORDS.has(word) && !ANYTHING.has(word) ? stem(word) : '';
  known.set(written, found);
  return found;
}
