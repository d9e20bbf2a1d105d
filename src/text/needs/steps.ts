import type { Phrase } from '../phrases/phrase.ts';
import type { Token } from '../tokens.ts';
import type { MainClause } from './main-clause.ts';

/** The phrases without which one must not stand; null when what it needs is not there. */
export type Needs = readonly number[] | null;

/** A place that no phrase has: what needs it cannot stand. */
export const NOWHERE = -1;

/** When, how and by the way: phrases that nothing waits for. */
export const isLoose = ({ kind }: Phrase): boolean => kind === 'adverb' || kind === 'time' || kind === 'aside';

/** What two rules ask for together; nothing can stand where one of them is not met. */
export const both = (one: Needs, other: Needs): Needs => (one === null || other === null ? null : [...one, ...other]);

/** The first word of a phrase in small letters; '' where there is no such phrase. */
export const opening = ({ tokens, phrases }: MainClause, k: number): string =>
  tokens[phrases[k]?.from ?? -1]?.norm ?? '';

/** The phrase directly behind another one, when both belong to what the subject's verb governs. */
export const behind = ({ phrases, end }: MainClause, k: number): Phrase | undefined =>
  k + 1 < end ? phrases[k + 1] : undefined;

/** The phrase directly behind another one, unless the main clause ends between the two. */
export const follower = ({ phrases, end }: MainClause, k: number): Phrase | undefined =>
  k + 1 === end ? undefined : phrases[k + 1];

/** The place of the first phrase from `at` on that is not loose; the number of phrases when there is none. */
export function skipLoose({ phrases }: MainClause, at: number): number {
  let k = at;
  while (k < phrases.length && isLoose(phrases[k]!)) k++;
  return k;
}

/** The place of the next phrase that says more than when and how; -1 before a mark, a joint or the end of the clause. */
export function next(clause: MainClause, k: number): number {
  const { phrases, end } = clause;
  const at = skipLoose(clause, k + 1);
  if (at >= phrases.length || (k < end && at >= end)) return -1;
  return phrases[at]!.kind === 'mark' || phrases[at]!.kind === 'joint' ? -1 : at;
}

/** The place of the first phrase from `from` to the end that is neither loose nor prepositional; -1. */
export const nextBeyondPrepositions = ({ phrases, end }: MainClause, from: number): number =>
  phrases.findIndex((phrase, i) => i >= from && i < end && phrase.kind !== 'preposition' && !isLoose(phrase));

/** The place of the verb, infinitive or participle nearest before a phrase; -1. */
export const deedBefore = ({ phrases }: MainClause, k: number): number =>
  phrases.findLastIndex(({ kind }, i) => i < k && isDeed(kind));

/** Kinds of phrases that tell a deed. */
export const isDeed = (kind: Phrase['kind'] | undefined): boolean =>
  kind === 'verb' || kind === 'infinitive' || kind === 'participle';

/** "to 38%", "by half a point": how far, with a figure. */
export const isAmount = ({ tokens, phrases }: MainClause, k: number): boolean =>
  phrases[k]?.kind === 'preposition' &&
  /^(?:to|by|from|at)$/.test(tokens[phrases[k]!.from]!.norm) &&
  tokens.slice(phrases[k]!.from, phrases[k]!.to).some(({ pos, text }) => pos === 'NUM' || /\d/.test(text));

/** "lowest", not "honest" nor "request". */
export const isSuperlative = ({ pos, norm }: Token): boolean => pos === 'ADJ' && /[^eu]est$/u.test(norm);
