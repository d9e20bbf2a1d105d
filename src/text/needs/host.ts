import type { MainClause } from './main-clause.ts';
import { wantsItsDeed } from './noun-lists.ts';
import { deedBefore, isLoose, opening } from './steps.ts';

const SAYS_WHY = /^(?:after|during|amid|despite|following|because|due)$/;
const SAYS_WHEN_OR_WHY = /^(?:when|while|because|after|before|as|although|though|since|if|unless|until)$/;

/** Behind these stands something else that happened, with a time of its own. */
const TELLS_ANOTHER =
  /^(?:after|before|following|since|during|amid|despite|because|with|from|against|over|of|about|ahead|due)$/;

/** The preposition before a time, past what is told of it ("after being unchanged | in May"); -1. */
function prepositionBefore({ phrases }: MainClause, k: number): number {
  let at = k - 1;
  while (/^(?:adverb|adjective|participle)$/.test(phrases[at]?.kind ?? '')) at--;
  return phrases[at]?.kind === 'preposition' ? at : -1;
}

/** What a phrase hangs on: for most the phrase before it; a time, a purpose or a reason hangs on the verb. */
export function hostOf(clause: MainClause, k: number): readonly number[] {
  const { phrases, subject, verb } = clause;
  if (k === subject || k === verb) return [];
  if (k < verb) return k > subject ? [k - 1] : [];
  const { kind } = phrases[k]!;
  const word = opening(clause, k);
  // "two years | ago".
  if (kind === 'adverb' && /^(?:ago|earlier|later|before)$/.test(word)) return [k - 1];
  if (isLoose(phrases[k]!) || kind === 'infinitive') {
    const deed = deedBefore(clause, k);
    // "for its decision | not to sell".
    const before = phrases[k - 1]!;
    const isItsDeed = kind === 'infinitive' && /^(?:noun|preposition)$/.test(before.kind) && k - 1 > verb;
    if (isItsDeed && wantsItsDeed(clause.tokens[before.to - 1]!.norm)) return [k - 1];
    // "cut jobs | after the purchase of Brandt | last week": it may be the time of the purchase.
    const isItsTime = kind === 'time' && TELLS_ANOTHER.test(opening(clause, prepositionBefore(clause, k)));
    // "in Sarn in the morning and Venn | in the afternoon": the time of the second.
    const isOfSecond =
      kind === 'time' &&
      phrases[k - 2]?.kind === 'joint' &&
      phrases.slice(deed + 1, k - 2).some((other) => other.kind === 'time');
    return [deed < 0 ? k - 1 : deed, ...(isItsTime || isOfSecond ? [k - 1] : [])];
  }
  if (kind === 'opener') {
    // "in July, | when it traded": it says which July.
    const isWhich = /^(?:when|where)$/.test(word) && /^(?:time|preposition)$/.test(phrases[k - 1]!.kind);
    if (isWhich && k - 1 > verb) return [k - 1];
    if (SAYS_WHEN_OR_WHY.test(word)) return [Math.max(deedBefore(clause, k), verb)];
  }
  let host = k - 1;
  while (host > verb && isLoose(phrases[host]!)) host--;
  // "sold the yard | to a buyer | after a year": one such phrase may stand without the other.
  if (kind === 'preposition' && phrases[host]?.kind === 'preposition' && SAYS_WHY.test(word)) host--;
  return [Math.max(host, 0)];
}
