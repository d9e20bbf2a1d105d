import { PERIODS, SUPERLATIVES } from '../words/function-words.ts';
import type { MainClause } from './main-clause.ts';
import { isSuperlative, type Needs } from './steps.ts';

/**
 * "at their highest level | in two months", "the first strike | since May": neither says without the other what the copy says. What is
 * the most of all names the time over which it is, and that time is not when it happened.
 */
export function ofAllSince(clause: MainClause, k: number): Needs {
  if (isMost(clause, k) && isPeriod(clause, k + 1)) return [k + 1];
  return isPeriod(clause, k) && isMost(clause, k - 1) ? [k - 1] : [];
}

const wordsOf = ({ tokens, phrases }: MainClause, k: number) =>
  phrases[k] ? tokens.slice(phrases[k].from, phrases[k].to) : [];

const isMost = (clause: MainClause, k: number): boolean =>
  wordsOf(clause, k).some((token) => SUPERLATIVES.has(token.norm) || isSuperlative(token));

function isPeriod(clause: MainClause, k: number): boolean {
  if (clause.phrases[k]?.kind !== 'time') return false;
  const [opening, ...rest] = wordsOf(clause, k);
  if (opening?.norm === 'since') return true;
  return /^(?:in|for|of)$/u.test(opening?.norm ?? '') && rest.some(({ norm }) => PERIODS.has(norm));
}
