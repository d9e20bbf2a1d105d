import { isParticiple } from '../phrases/verb-phrase.ts';
import type { MainClause } from './main-clause.ts';
import { objectNeeds, pairBeyond } from './object-needs.ts';
import { saidNeeds } from './said-needs.ts';
import { behind, both, isAmount, isDeed, isLoose, type Needs, next, nextBeyondPrepositions, opening } from './steps.ts';
import {
  changes,
  completesWith,
  isComplete,
  movesTo,
  reaches,
  resolves,
  SAYS,
  SAYS_LATER,
  TAKES_CLAUSE,
  TAKES_PURPOSE,
  TAKES_STATE,
  wantsGerund,
  wantsPair,
} from './verb-lists.ts';

/** What an active verb needs: its object, its clause, its deed, or nothing where it is whole by itself. */
export function deedNeeds(clause: MainClause, k: number): Needs {
  const { phrases } = clause;
  const { kind, verb } = phrases[k]!;
  const lemma = verb?.lemma ?? '';
  const first = next(clause, k);
  const one = phrases[first];
  // "firms | working on it": behind a noun it says which ones.
  if (kind === 'participle' && one?.kind === 'preposition') return [first];
  // "people aged | 18 to 24".
  const beside = behind(clause, k);
  if (kind === 'participle' && !one && beside && beside.kind !== 'joint') return [k + 1];
  // "the six months ending | 31 December".
  if (kind === 'participle' && beside?.kind === 'time' && /^(?:end|start|begin|open|date)$/.test(lemma)) return [k + 1];
  // "meeting | and talking with anyone": what is behind the second belongs to both.
  const goesOn = isDeed(phrases[k + 2]?.kind) || /ing$/.test(opening(clause, k + 2));
  if (!one && beside?.kind === 'joint' && goesOn) return [k + 1];
  const complete = isWhole(clause, k);
  if (!one && beside?.kind === 'time' && willBegin(clause, k)) return [k + 1];
  // "spend | more", "do | less".
  if (!one && beside?.kind === 'adverb' && /^(?:more|less|higher|lower)$/.test(opening(clause, k + 1))) return [k + 1];
  if (!one) return complete || (endsHere(clause, k) && !isDoubtful(clause, k)) ? [] : null;
  if (SAYS.has(lemma)) {
    const said = one.kind === 'infinitive' ? [first] : saidNeeds(clause, first, lemma);
    if (said !== 'a noun') return said;
  }
  switch (one.kind) {
    case 'noun':
      return both([first], objectNeeds(clause, first, lemma));
    case 'preposition':
      return reachNeeds(clause, k, { first, complete });
    case 'opener':
      if (!complete && /^(?:that|how|whether|what|why|if|who)$/.test(opening(clause, first))) return [first];
      // "comes | as many houses are struggling".
      if (lemma === 'come' || lemma === 'go') return [first];
      return complete ? [] : null;
    case 'participle':
      return complete && !wantsGerund(lemma) ? [] : [first];
    case 'infinitive':
      return TAKES_PURPOSE.has(lemma) ? [] : [first];
    case 'adjective':
      // "to highlight | important …": an object that was read as a state.
      return complete || TAKES_STATE.has(lemma) || /^(?:higher|lower)$/.test(opening(clause, first)) ? [first] : null;
    default:
      return [first];
  }
}

/** "is expected to begin | by June", "should start | in May": when is the news. */
const willBegin = ({ tokens, phrases }: MainClause, k: number): boolean =>
  /^(?:begin|start|expire)$/.test(phrases[k]!.verb?.lemma ?? '') &&
  (phrases[k]!.kind === 'infinitive' || /^(?:will|should|would|may|could)$/.test(tokens[phrases[k]!.from]!.norm));

/** What a verb needs with a preposition behind it, at `first`. */
function reachNeeds(
  clause: MainClause,
  k: number,
  { first, complete }: { readonly first: number; readonly complete: boolean },
): Needs {
  const { phrases } = clause;
  const lemma = phrases[k]!.verb?.lemma ?? '';
  const word = opening(clause, first);
  const beside = behind(clause, first)?.kind;
  // "traded at $1.36 | on Friday | against the pound": of money only a pair has a price.
  const pair = phrases.findIndex((_, i) => i >= first && i < clause.end && isAgainstMoney(clause, i));
  if (pair > first) return [first, pair];
  // "suggest to China | that …".
  if (beside === 'opener' && opening(clause, first + 1) === 'that') return [first, first + 1];
  // "predicted | in a speech | here | that …".
  const told = TAKES_CLAUSE.has(lemma) ? nextBeyondPrepositions(clause, first) : -1;
  if (told > 0 && phrases[told]!.kind === 'opener' && opening(clause, told) === 'that') return [told];
  // "comes | as a team is due": a clause that was read as no clause.
  if (lemma === 'come' && word === 'as') return isFelt(clause, first) ? [first] : null;
  if (resolves(lemma)) {
    const said = nextBeyondPrepositions(clause, first);
    if (phrases[said]?.kind === 'infinitive' || (said > 0 && opening(clause, said) === 'that')) return [said];
  }
  // "consists of wheat | and barley": of all its parts.
  if (/^(?:consist|comprise)$/.test(lemma) && beside === 'joint') return [first, first + 1];
  if (complete) {
    if (willBegin(clause, k) && /^(?:by|on|in|at)$/.test(word)) return [first];
    const goesThere = movesTo(lemma) && (hasParticle(clause, k) || !isWhenOrWhy(word));
    if (wantsPair(lemma, word) || goesThere || (changes(lemma) && isAmount(clause, first))) return [first];
    // "voted | in 2001 | for the law".
    const about = pairBeyond(clause, first + 1, lemma);
    return about > 0 ? [about] : [];
  }
  // "called for the ban | to be lifted"; "has tried in the past | to get in".
  if (beside === 'infinitive')
    return word === 'for' || movesTo(lemma) || wantsPair(lemma, word) ? [first, first + 1] : [first + 1];
  // "accept for payment | all shares": the object stands behind.
  if (beside === 'noun' && !reaches(lemma)) return [first + 1];
  // "a deficit | proposed in the budget": a participle that was taken for the verb has no object.
  return isDoubtful(clause, k) && !reaches(lemma) ? null : [first];
}

/** "came | as a surprise". */
const isFelt = ({ tokens, phrases }: MainClause, k: number): boolean =>
  /^(?:surprise|shock|relief|blow|boost|disappointment)$/.test(tokens[phrases[k]!.head]!.norm);

const isAgainstMoney = (clause: MainClause, k: number): boolean =>
  opening(clause, k) === 'against' &&
  clause.tokens
    .slice(clause.phrases[k]!.from, clause.phrases[k]!.to)
    .some(({ norm }) =>
      /^(?:dollar|euro|pound|sterling|yen|franc|mark|yuan|rouble|peso|currency|currencies)$/.test(norm),
    );

/** "fell | after the vote", "moved | in March": when and why, not where to. */
const isWhenOrWhy = (preposition: string): boolean =>
  /^(?:after|before|during|amid|despite|following|because|due|since|by|until|in)$/.test(preposition);

/** "resigned", "broke down": by itself or with its particle it tells all. */
const isWhole = (clause: MainClause, k: number): boolean => {
  const { head, to, verb } = clause.phrases[k]!;
  const lemma = verb?.lemma ?? '';
  return hasParticle(clause, k)
    ? to > head + 1 && completesWith(lemma, clause.tokens[to - 1]!.norm)
    : isComplete(lemma);
};

const hasParticle = ({ tokens, phrases }: MainClause, k: number): boolean => {
  const { head, to } = phrases[k]!;
  return to > head + 1 && !/^(?:not|n't|n’t)$/.test(tokens[to - 1]!.norm);
};

/** What the copy itself ends on is whole: "is expected to attend, …"; an object may be shared: "make and sell yachts". */
const endsHere = ({ phrases, end }: MainClause, k: number): boolean =>
  k < end &&
  !SAYS_LATER.has(phrases[k]!.verb?.lemma ?? '') &&
  (end >= phrases.length || phrases[end]!.kind === 'mark') &&
  // "drying, sorting and copying the letters": what they share stands behind the last.
  phrases[end + 1]?.kind !== phrases[k]!.kind &&
  phrases.slice(k + 1, end).every(isLoose);

/** A past form by itself that may be a participle. */
const isDoubtful = ({ tokens, phrases }: MainClause, k: number): boolean => {
  const { from, head, kind, verb } = phrases[k]!;
  return (
    kind === 'verb' &&
    verb?.finite === true &&
    !tokens.slice(from, head).some(({ pos }) => pos === 'AUX') &&
    isParticiple(tokens[head]!)
  );
};
