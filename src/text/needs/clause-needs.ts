import type { Phrase } from '../phrases/phrase.ts';
import type { Token } from '../tokens.ts';
import { adjectiveNeeds, adverbNeeds } from './adjective-needs.ts';
import { contactClause } from './contact-clause.ts';
import { hostOf } from './host.ts';
import { type MainClause, mainClauseOf } from './main-clause.ts';
import { nounNeeds } from './noun-needs.ts';
import { ofAllSince } from './of-all-since.ts';
import { conditionsOf, jointNeeds, openerNeeds } from './opener-needs.ts';
import { prepositionNeeds } from './preposition-needs.ts';
import { both, type Needs } from './steps.ts';
import { verbNeeds } from './verb-needs.ts';

/** A clause as phrases, and for each phrase the places of those without which it must not stand. */
export type ReadClause = MainClause & { readonly needs: readonly Needs[] };

/** What the phrases of a clause need of each other; null where it has no verb, or no subject in front of it. */
export function needsOf(tokens: readonly Token[], phrases: readonly Phrase[]): ReadClause | null {
  const clause = mainClauseOf(tokens, phrases);
  return clause && { ...clause, needs: phrases.map((_, k) => needsAt(clause, k)) };
}

/** What completes a phrase, and what it hangs on. */
function needsAt(clause: MainClause, k: number): Needs {
  return both(ofAllSince(clause, k), needsOfKind(clause, k));
}

function needsOfKind(clause: MainClause, k: number): Needs {
  switch (clause.phrases[k]!.kind) {
    case 'verb':
      return both(conditionsOf(clause, k), both(verbNeeds(clause, k), hostOf(clause, k)));
    case 'participle':
    case 'infinitive':
      return both(verbNeeds(clause, k), hostOf(clause, k));
    case 'noun':
      return both(nounNeeds(clause, k), hostOf(clause, k));
    case 'preposition':
      return both(prepositionNeeds(clause, k), hostOf(clause, k));
    case 'adjective':
      return both(adjectiveNeeds(clause, k), hostOf(clause, k));
    case 'adverb':
      return both(adverbNeeds(clause, k), hostOf(clause, k));
    case 'time':
      return both(contactClause(clause, k), hostOf(clause, k));
    case 'opener':
      return openerNeeds(clause, k);
    case 'joint':
      return jointNeeds(clause, k);
    default:
      return hostOf(clause, k);
  }
}
