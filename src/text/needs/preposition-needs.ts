import { contactClause } from './contact-clause.ts';
import { isHalfOfBoth, joinsNames } from './halves.ts';
import type { MainClause } from './main-clause.ts';
import { isUnfinished, partsOf } from './noun-needs.ts';
import { follower, type Needs, next, opening } from './steps.ts';
import { isForDeed } from './which-ones.ts';

/** A preposition alone waits for what follows it; with its noun, for what that noun waits for. */
export function prepositionNeeds(clause: MainClause, k: number): Needs {
  if (!hasNoun(clause, k)) {
    const first = next(clause, k);
    return first >= 0 && /^(?:participle|noun|opener|adjective|time|verb)$/.test(clause.phrases[first]!.kind)
      ? [first]
      : null;
  }
  const beside = follower(clause, k);
  if (!beside) return [];
  // "apologised for likening | the mayor to a guard".
  const { tokens, phrases } = clause;
  if (
    /ing$/.test(tokens[phrases[k]!.to - 1]!.norm) &&
    tokens[phrases[k]!.head]!.pos === 'VERB' &&
    beside.kind === 'noun'
  )
    return [k + 1];
  // "is open to meeting | and engaging with anyone": what is behind the second belongs to both.
  const isFirstDeed =
    /ing$/.test(tokens[phrases[k]!.to - 1]!.norm) && beside.kind === 'joint' && phrases[k + 2]?.kind === 'participle';
  // "converts from owner | to licensee", "fell from 11.7 kilos | per head | to 11.4".
  const other = opening(clause, k + 1) === 'per' ? k + 2 : k + 1;
  const isPair =
    opening(clause, k) === 'from' &&
    phrases[other]?.kind === 'preposition' &&
    /^(?:to|into)$/.test(opening(clause, other));
  // "called for the town | and | the county | to act".
  const isForTwo = opening(clause, k) === 'for' && beside.kind === 'joint' && phrases[k + 3]?.kind === 'infinitive';
  // "from two sets | down".
  const isScore =
    beside.kind === 'adverb' &&
    /^(?:down|up|ahead|behind|away|adrift|clear)$/.test(opening(clause, k + 1)) &&
    tokens.slice(phrases[k]!.from, phrases[k]!.to).some(({ pos }) => pos === 'NUM');
  return [
    ...(isPair ? [other] : []),
    ...(isFirstDeed ? [k + 1, k + 2] : []),
    ...(isForTwo ? [k + 1, k + 3] : []),
    ...(isScore || isForDeed(clause, k, beside) || isUnfinished(clause, k, beside) ? [k + 1] : []),
    ...(joinsNames(clause, k) || isHalfOfBoth(clause, k) ? [k + 1, k + 2] : []),
    ...contactClause(clause, k),
    ...partsOf(clause, k),
  ];
}

const hasNoun = ({ tokens, phrases }: MainClause, k: number): boolean => {
  const { from, head } = phrases[k]!;
  return head > from && /^(?:NOUN|PROPN|NUM|PRON|SYM|ADJ|DET|X|VERB)$/.test(tokens[head]!.pos);
};
