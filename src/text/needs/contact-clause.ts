import { range } from '../range.ts';
import type { MainClause } from './main-clause.ts';
import { behind, follower, isDeed, NOWHERE, opening } from './steps.ts';

/** "the day | a deadline expires", "confident | it could": a clause that nothing opens goes with the word before it. */
export function contactClause(clause: MainClause, k: number): readonly number[] {
  const { phrases, verb } = clause;
  const { kind } = phrases[k]!;
  const beside = behind(clause, k);
  // "52 | counts", "two | and a half times".
  if (isBareNumber(clause, k) && beside?.kind === 'joint') return [k + 1];
  // "at a time | when fares rise".
  if (
    kind === 'time' &&
    beside?.kind === 'opener' &&
    /^(?:when|where)$/.test(opening(clause, k + 1)) &&
    isBareTime(clause, k)
  )
    return [k + 1];
  // "with both | owning half".
  if (k > verb && kind === 'preposition' && opening(clause, k) === 'with' && beside?.kind === 'participle')
    return [k + 1];
  // "as Joe Lee | (D-Sarn) | teased": no preposition, but a clause.
  if (k > verb && kind === 'preposition' && beside?.kind === 'aside' && phrases[k + 2]?.kind === 'verb') return [k + 2];
  // "the attributes buyers | look for": two nouns that read as one.
  if (k > verb && beside?.kind === 'verb') return [k + 1];
  if (k < verb || follower(clause, k)?.kind !== 'noun') return [];
  const deed = phrases.findIndex((other, i) => i > k + 1 && !/^(?:adverb|time|preposition)$/.test(other.kind));
  if (phrases[deed]?.kind === 'verb') return range(k + 1, deed + 1);
  // Two nouns side by side that are no two objects: the reading went wrong.
  return isDeed(phrases[k - 1]?.kind) || kind === 'time' ? [] : [NOWHERE];
}

const isBareTime = ({ tokens, phrases }: MainClause, k: number): boolean =>
  /^(?:time|moment|day)$/.test(tokens[phrases[k]!.to - 1]!.norm);

const isBareNumber = ({ tokens, phrases }: MainClause, k: number): boolean => {
  const { kind, from, to, head } = phrases[k]!;
  return kind === 'noun' && to === from + 1 && tokens[head]!.pos === 'NUM';
};
