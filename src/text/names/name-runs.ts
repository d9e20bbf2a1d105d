import { sentences } from '../sentences.ts';
import type { Token } from '../tokens.ts';
import { OPENERS } from '../words/abbreviations.ts';
import { HONORIFICS, isParticle, ROLES } from '../words/name-words.ts';

/** Capitalised words that stand together, as indexes of tokens, both inclusive. */
export type Run = { readonly from: number; readonly to: number };

/** No name has more words; keeps the work linear on any text. */
const LONGEST = 14;

const isCapital = (token: Token | undefined): boolean => /^\p{Lu}/u.test(token?.text ?? '');
const CALENDAR =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|march|april|june|july|august|september|october|november|december|jan\.?|feb\.?|aug\.?|sept\.?|oct\.?|nov\.?|dec\.?)$/u;

/** The runs of capitalised words that may be names, in order. "of" and small name words go on with a run that goes on behind them. */
export function capitalRuns(text: string, words: readonly Token[]): Run[] {
  const openings = new Set(sentences(text).map(({ start }) => start));
  const found: Run[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    if (!isCapital(word) || CALENDAR.test(word.norm)) continue;
    const opens = openings.has(word.start) || /["“‘']/u.test(text[word.start - 1] ?? '');
    if (opens && OPENERS.has(word.norm)) continue;
    if (word.pos === 'PRON' || word.norm === 'i') continue;
    let to = at;
    while (to - at < LONGEST) {
      const step = nextStep(text, words, to);
      if (step === 0) break;
      to += step;
    }
    // A single common word at the start of a sentence is no name, unless the tagger knows it as one.
    if (!(opens && to === at && word.pos !== 'PROPN')) found.push({ from: at, to });
    at = to;
  }
  return found;
}

function nextStep(text: string, words: readonly Token[], at: number): number {
  const [word, next, after] = [words[at]!, words[at + 1], words[at + 2]];
  if (next === undefined || /\n/u.test(text.slice(word.end, next.start))) return 0;
  if (isCapital(next) && !CALENDAR.test(next.norm)) return 1;
  if (after === undefined || !isCapital(after) || CALENDAR.test(after.norm)) return 0;
  if (next.text === '.' && (HONORIFICS.has(word.norm) || ROLES.has(word.norm) || /^\p{Lu}$/u.test(word.text))) return 2;
  if (next.text === '-' && next.start === word.end && after.start === next.end) return 2;
  if (next.norm === 'of' || next.norm === 'for') return ROLES.has(word.norm) || next.norm === 'of' ? 2 : 0;
  if (next.text === '&') return 2;
  return isParticle(next.text) ? 2 : 0;
}
