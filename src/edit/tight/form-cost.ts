import type { ReadClause } from '../../text/needs/clause-needs.ts';
import { isLoose } from '../../text/needs/steps.ts';
import type { Phrase } from '../../text/phrases/phrase.ts';

/** What it costs a reader when the sentence stops before a phrase. */
const STOPS_BEFORE: Readonly<Partial<Record<Phrase['kind'], number>>> = {
  mark: 0.1,
  aside: 0,
  time: 0.1,
  adverb: 0.3,
  joint: 0.5,
  opener: 0.7,
  preposition: 0.8,
  infinitive: 1,
  participle: 0.8,
};
const STOPS_BEFORE_ANOTHER = 0.5;
/** "was raised | to 42 crowns": how far is the news. */
const STOPS_BEFORE_AMOUNT = 2;

/** What it costs a reader that the other phrases of the clause are left out; 1 is about what one telling word is worth. */
export function costOf(read: ReadClause, set: ReadonlySet<number>): number {
  const { phrases, end, subject } = read;
  const last = Math.max(...set);
  let cost = 0;
  for (let k = subject + 1; k < last; k++) if (!set.has(k)) cost += costInside(read, k);
  const next = phrases[last + 1];
  if (!next || last + 1 >= end) return cost;
  return cost + (isAmount(read, next) ? STOPS_BEFORE_AMOUNT : (STOPS_BEFORE[next.kind] ?? STOPS_BEFORE_ANOTHER));
}

function costInside({ phrases, verb }: ReadClause, k: number): number {
  const { kind } = phrases[k]!;
  if (k < verb) return kind === 'preposition' || kind === 'participle' || kind === 'opener' ? 1 : 0;
  return isLoose(phrases[k]!) ? 0.1 : 0.6;
}

const isAmount = ({ tokens }: ReadClause, { kind, from, to }: Phrase): boolean =>
  kind === 'preposition' &&
  /^(?:to|by|from)$/.test(tokens[from]!.norm) &&
  tokens.slice(from, to).some(({ pos }) => pos === 'NUM');
