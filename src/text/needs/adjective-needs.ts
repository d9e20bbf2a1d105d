import { contactClause } from './contact-clause.ts';
import { isHalfOfBoth } from './halves.ts';
import type { MainClause } from './main-clause.ts';
import { wantsRest } from './noun-lists.ts';
import { behind, follower, opening } from './steps.ts';

/** Prepositions that say of what, than what or to whom: no adjective is whole before them. */
const COMPLETES = /^(?:than|to|of|for|as|with|about|from|by)$/;

/** "likely | to win", "unsure | whether it can", "aware | of the risk", "confident | it could". */
export function adjectiveNeeds(clause: MainClause, k: number): readonly number[] {
  const beside = follower(clause, k);
  const word = opening(clause, k + 1);
  switch (beside?.kind) {
    // "quick, fair | and firm rules".
    case 'joint':
      return isHalfOfBoth(clause, k) ? [k + 1, k + 2] : [];
    case 'noun':
      return contactClause(clause, k);
    case 'infinitive':
      return [k + 1];
    case 'opener':
      return /^(?:that|how|whether|what)$/.test(word) ? [k + 1] : [];
    case 'preposition':
      return COMPLETES.test(word) || wantsRest(clause.tokens[clause.phrases[k]!.head]!.norm) ? [k + 1] : [];
    default:
      return [];
  }
}

/** "usually | within weeks": behind the verb an adverb says something of the phrase that follows it. */
export const adverbNeeds = (clause: MainClause, k: number): readonly number[] =>
  k > clause.verb &&
  /^(?:preposition|time|opener|adverb|adjective|participle|infinitive)$/.test(behind(clause, k)?.kind ?? '')
    ? [k + 1]
    : [];
