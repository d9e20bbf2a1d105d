import { ARTICLES } from '../../text/words/function-words.ts';
import { type ReportingVerb, reportingVerb } from '../../text/words/reporting-verbs.ts';
import { toBritish } from './british.ts';

/** What one word says, in a form that all ways of writing it share; a part of the closed table of rewrites (unit.ts). */
export type Meaning = { readonly key: string; readonly verb?: ReportingVerb };

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const NUMBER_WORDS = new Map<string, string>([
  ...SMALL.map((word, i) => [word, String(i)] as const),
  ...TENS.map((word, i) => [word, String(20 + 10 * i)] as const),
]);
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

/** Whether a token is a word, a number or a sign that says something. */
export const isWord = (token: { readonly text: string }): boolean => /[\p{L}\p{N}%$£€¥₹&]/u.test(token.text);

/** What a word says wherever it stands; `norm` is its small letters. Null for articles and marks. */
export function meaningOf(text: string, norm: string): Meaning | null {
  if (!isWord({ text }) || ARTICLES.has(norm)) return null;
  const verb = reportingVerb(norm);
  const key =
    SHORT.get(text) ??
    NUMBER_WORDS.get(norm) ??
    SAME.get(norm) ??
    (/^\d[\d,]*(?:\.\d+)?$/.test(norm) ? norm.replaceAll(',', '') : toBritish(norm));
  return { key, ...(verb && { verb }) };
}
