import { ARTICLES } from '../../text/function-words.ts';
import { type ReportingVerb, reportingVerb } from '../../text/reporting-verbs.ts';
import { toBritish } from './british.ts';
import { LONGEST_KEPT, type Word } from './words.ts';

/**
 * What one or more tokens say, in a form that all licensed ways of writing it share: "the United States" and "US", "per cent"
 * and "%", "two" and "2", "programme" and "program". This file is the closed table of rewrites that need no further proof.
 * `first` and `last` are places in the list of tokens.
 */
export type Unit = {
  readonly key: string;
  readonly first: number;
  readonly last: number;
  readonly verb?: ReportingVerb;
};

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const NUMBER_WORDS = new Map<string, string>([
  ...SMALL.map((word, i) => [word, String(i)] as const),
  ...TENS.map((word, i) => [word, String(20 + 10 * i)] as const),
]);
const STATES: readonly (readonly [RegExp, string])[] = [
  [/^(?:the )?united states(?: of america)?(?= |$)/, '=US'],
  [/^(?:the )?united kingdom(?= |$)/, '=UK'],
  [/^(?:the )?united nations(?= |$)/, '=UN'],
  [/^(?:the )?european union(?= |$)/, '=EU'],
  [/^per cent(?= |$)/, '%'],
];
const SHORT = new Map([
  ['US', '=US'],
  ['U.S.', '=US'],
  ['U.S', '=US'],
  ['USA', '=US'],
  ['UK', '=UK'],
  ['U.K.', '=UK'],
  ['UN', '=UN'],
  ['U.N.', '=UN'],
  ['EU', '=EU'],
  ['E.U.', '=EU'],
]);
const SAME = new Map([
  ['percent', '%'],
  ['pct', '%'],
  ["n't", 'not'],
  ['ca', 'can'],
  ['wo', 'will'],
  ['&', 'and'],
]);

export const isWord = (token: { readonly text: string }): boolean => /[\p{L}\p{N}%$£€¥₹&]/u.test(token.text);

/** The units of words as `wordsIn` cuts them, in order. Articles and punctuation make none: they may come and go. */
export function unitsOf(tokens: readonly Word[]): Unit[] {
  const units: Unit[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    const long = longFormAt(tokens, i);
    if (long) {
      units.push({ key: long.key, first: i, last: i + long.length - 1 });
      i += long.length - 1;
    } else {
      const meaning = meaningOf(token);
      if (meaning) units.push({ key: meaning.key, first: i, last: i, ...(meaning.verb && { verb: meaning.verb }) });
    }
  }
  return units;
}

function longFormAt(tokens: readonly Word[], at: number): { key: string; length: number } | undefined {
  const first = tokens[at]!.norm;
  if (first !== 'united' && first !== 'european' && first !== 'per') return undefined;
  const next = tokens
    .slice(at, at + 4)
    .map((token) => token.norm)
    .join(' ');
  for (const [pattern, key] of STATES) {
    const found = pattern.exec(next);
    if (found) return { key, length: found[0].split(' ').length };
  }
  return undefined;
}

type Meaning = Pick<Unit, 'key' | 'verb'>;

/** More words than any story has; past it the memory starts anew. */
const MOST = 50_000;
const known = new Map<string, Meaning | null>();

/** What a word says wherever it stands; null for articles and marks. */
function meaningOf(token: Word): Meaning | null {
  const found = known.get(token.text);
  if (found !== undefined) return found;
  const made = isWord(token) && !ARTICLES.has(token.norm) ? findMeaning(token) : null;
  if (token.text.length > LONGEST_KEPT) return made;
  if (known.size >= MOST) known.clear();
  known.set(token.text, made);
  return made;
}

function findMeaning(token: Word): Meaning {
  const verb = reportingVerb(token.norm);
  const key =
    SHORT.get(token.text) ??
    NUMBER_WORDS.get(token.norm) ??
    SAME.get(token.norm) ??
    (/^\d[\d,]*(?:\.\d+)?$/.test(token.norm) ? token.norm.replaceAll(',', '') : toBritish(token.norm));
  return { key, ...(verb && { verb }) };
}
