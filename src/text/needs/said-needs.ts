import { range } from '../range.ts';
import type { MainClause } from './main-clause.ts';
import { type Needs, nextBeyondPrepositions } from './steps.ts';
import { SAYS_NOUN } from './verb-lists.ts';

/**
 * What is said, behind "said", "hopes", "found": the clause with its verb. 'a noun' where no clause follows and a noun alone can
 * be said too; null where nothing that can be said follows.
 */
export function saidNeeds(clause: MainClause, first: number, lemma: string): Needs | 'a noun' {
  const { phrases } = clause;
  // "said in a statement | that …": where and how is not what was said.
  const said = nextBeyondPrepositions(clause, first);
  if (phrases[said]?.kind === 'opener') return [said];
  if (phrases[said]?.kind !== 'noun') return null;
  const deed = ownVerb(clause, said);
  if (deed > 0) return range(said, deed + 1);
  return SAYS_NOUN.has(lemma) && !goesOnBehindMark(clause) ? 'a noun' : null;
}

/** "suggested the dollar | - down 8% - | had": a verb stands behind the mark that ends the main clause. */
export const goesOnBehindMark = ({ phrases, end }: MainClause): boolean =>
  phrases[end]?.kind === 'mark' && phrases.slice(end).some(({ kind }) => kind === 'verb');

/** The verb of a noun, past the verbs of clauses that hang on it; -1. */
function ownVerb({ phrases, end }: MainClause, noun: number): number {
  let open = 0;
  for (let i = noun + 1; i < end; i++) {
    if (phrases[i]!.kind === 'opener') open++;
    if (phrases[i]!.kind === 'verb' && open-- === 0) return i;
  }
  return -1;
}
