import type { ReadClause } from '../../text/needs/clause-needs.ts';
import { readClause, readTokens } from '../../text/needs/read-clause.ts';
import type { Clause } from '../cutting/clause.ts';

/** A clause read as phrases (null where it has no subject and verb); `places` are its tokens' places in the sentence. */
export type ClauseReading = { readonly places: readonly number[]; readonly read: ReadClause | null };

const readings = new WeakMap<Clause, ClauseReading>();

/** The reading of a clause without what it skips, made once. */
export function readingOf(clause: Clause): ClauseReading {
  const known = readings.get(clause);
  if (known) return known;
  const places: number[] = [];
  for (let i = clause.from; i < clause.to; i++) if (!clause.skipped.has(i)) places.push(i);
  const { tokens } = clause.sentence;
  const isWhole = places.length === clause.to - clause.from;
  const read = isWhole ? readClause(tokens, clause.from, clause.to) : readTokens(places.map((at) => tokens[at]!));
  const made = { places, read };
  readings.set(clause, made);
  return made;
}

/** The tokens of some phrases, in order. */
export function tokensIn({ phrases }: ReadClause, set: ReadonlySet<number>): number[] {
  const found: number[] = [];
  for (const k of inOrder(set)) for (let i = phrases[k]!.from; i < phrases[k]!.to; i++) found.push(i);
  return found;
}

/** Some phrases in the order of the clause. */
export const inOrder = (set: ReadonlySet<number>): number[] => [...set].sort((a, b) => a - b);
