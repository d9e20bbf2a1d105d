import { range } from '../range.ts';
import { hostOf } from './host.ts';
import type { MainClause } from './main-clause.ts';
import { isLoose, type Needs, skipLoose } from './steps.ts';

/** "that", "who", "because" wait for their clause to its verb, and hang on what it is told of; "how" also waits for "to pay". */
export function openerNeeds(clause: MainClause, k: number): Needs {
  const { phrases, end } = clause;
  const at = skipLoose(clause, k + 1);
  const first = phrases[at];
  // "say that when he died …": the clause that "that" opens comes later.
  if (first?.kind === 'opener') return null;
  const verb = phrases.findIndex(({ kind }, i) => i >= at && kind === 'verb');
  if (!first || verb < 0 || (k < end && verb >= end)) return first?.kind === 'infinitive' ? [at] : null;
  return [...range(k + 1, verb + 1).filter((i) => !isLoose(phrases[i]!)), ...hostOf(clause, k)];
}

/** "and", "or" hold together what stands on both sides. */
export function jointNeeds(clause: MainClause, k: number): Needs {
  const at = skipLoose(clause, k + 1);
  if (at >= clause.phrases.length || k === 0 || (k < clause.end && at >= clause.end)) return null;
  return [k - 1, at, ...gapOf(clause, k, at)];
}

/** "in Sarn in the morning and Venn | in the afternoon", "stands at 34 and Brandt | at 31": what the second has in the place of the first's. */
function gapOf({ tokens, phrases, verb, end }: MainClause, k: number, at: number): readonly number[] {
  const words = (i: number) => tokens.slice(phrases[i]!.from, phrases[i]!.to).map(({ norm }) => norm);
  if (k < verb || at + 1 >= end || phrases[at]!.kind !== 'noun') return [];
  if (!/^(?:preposition|time)$/.test(phrases[at + 1]!.kind)) return [];
  const [word] = words(at + 1);
  return range(verb + 1, k).some((i) => /^(?:preposition|time)$/.test(phrases[i]!.kind) && words(i).includes(word!))
    ? [at + 1]
    : [];
}

/** "could be lost | if the deal goes ahead": what holds under a condition does not stand without it. */
export function conditionsOf({ tokens, phrases, verb, end }: MainClause, k: number): readonly number[] {
  if (k !== verb) return [];
  return range(verb + 1, end).filter((i) => {
    const { kind, from } = phrases[i]!;
    return kind === 'opener' && /^(?:if|unless|until|provided)$/.test(tokens[from]!.norm);
  });
}
