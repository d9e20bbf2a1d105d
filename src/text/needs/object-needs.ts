import { range } from '../range.ts';
import type { MainClause } from './main-clause.ts';
import { wantsItsDeed } from './noun-lists.ts';
import { goesOnBehindMark } from './said-needs.ts';
import {
  behind,
  both,
  isAmount,
  isLoose,
  type Needs,
  NOWHERE,
  next,
  nextBeyondPrepositions,
  opening,
} from './steps.ts';
import {
  changes,
  counts,
  INFORMS,
  joinsTwo,
  MAKES,
  makesOfObject,
  NAMES,
  PLACES_OBJECT,
  PUTS,
  TAKES_CLAUSE,
  wantsAs,
  wantsDeed,
  wantsPair,
  wantsState,
} from './verb-lists.ts';

const OPENS_WHAT_IS_SAID = /^(?:that|how|whether|what)$/;

/** What the object of a verb must not be parted from: its clause, its deed, its state, its second object, a figure's time. */
export function objectNeeds(clause: MainClause, object: number, lemma: string): Needs {
  return both(secondNeeds(clause, object, lemma), hasFigure(clause, object) ? timesOf(clause, object, lemma) : []);
}

function secondNeeds(clause: MainClause, object: number, lemma: string): Needs {
  const { tokens, phrases } = clause;
  const second = next(clause, object);
  const deeds = wantsDeed(lemma) ? deedOf(clause, object) : [];
  if (second < 0) {
    const pair = behind(clause, object)?.kind === 'joint' ? pairBeyond(clause, object + 1, lemma) : NOWHERE;
    if (pair > 0) return [object + 1, pair];
    return deeds.length > 0 ? deeds : lastObjectNeeds(clause, object, lemma);
  }
  // "convinced owners | in Sarn | that …".
  const said = INFORMS.has(lemma) ? nextBeyondPrepositions(clause, object + 1) : NOWHERE;
  if (phrases[said]?.kind === 'opener' && OPENS_WHAT_IS_SAID.test(opening(clause, said))) return [said];
  // "spent three weeks | in Sarn", "has spent two days | being questioned".
  if (lemma === 'spend') return range(object + 1, second + 1);
  // "will have the striker | back", "forced prices | down a third".
  const isBack = behind(clause, object)?.kind === 'adverb' || /^(?:up|down)$/.test(opening(clause, object + 1));
  if (PUTS.has(lemma) && isBack) return [object + 1];
  // "called the plan | to sell the yard | a mistake": the deed is the plan's, and the name stands out of sight.
  const isItsDeed = phrases[second]!.kind === 'infinitive' && wantsItsDeed(tokens[phrases[object]!.head]!.norm);
  if (isItsDeed && NAMES.has(lemma) && makesOfObject(lemma)) return null;
  if (deeds.length > 0) return deeds;
  if (isSecondNeeded(clause, { object, second, lemma })) return [second];
  // "noted the talks | with Calder | had ended": the noun is the subject of a clause.
  const deed = TAKES_CLAUSE.has(lemma) ? nextBeyondPrepositions(clause, object + 1) : NOWHERE;
  if (phrases[deed]?.kind === 'verb') return range(object + 1, deed + 1);
  // "turned the pier | in Sarn | into a hotel".
  const pair = pairBeyond(clause, second, lemma);
  if (pair > 0) return [pair];
  // "called the plan | by Calder | a mistake", "made the sale | in Sarn | illegal".
  const state = makesOfObject(lemma) ? nextBeyondPrepositions(clause, second) : NOWHERE;
  return /^(?:noun|adjective)$/.test(phrases[state]?.kind ?? '') ? [state] : [];
}

/** "encouraging fans | of other clubs | to stay away", "asked owners | and | crews | to wait": what the object is told to do, and who else. */
function deedOf(clause: MainClause, object: number): readonly number[] {
  const { phrases } = clause;
  const deed = nextBeyondDetails(clause, object + 1);
  if (phrases[deed]?.kind !== 'infinitive') return [];
  const joint = phrases.findIndex(({ kind }, i) => i > object && i < deed && kind === 'joint');
  return joint > 0 ? [joint, deed] : [deed];
}

/** "expects profits | for the quarter | ending in May | and | sales | to rise": the first phrase that says more than which ones. */
const nextBeyondDetails = ({ phrases, end }: MainClause, from: number): number =>
  phrases.findIndex(
    (phrase, i) =>
      i >= from &&
      i < end &&
      !/^(?:preposition|participle|joint)$/.test(phrase.kind) &&
      !(phrase.kind === 'noun' && phrases[i - 1]?.kind === 'joint') &&
      !isLoose(phrase),
  );

/** Whether an object of this verb does not stand without the phrase at `second`. */
function isSecondNeeded(
  clause: MainClause,
  { object, second, lemma }: { readonly object: number; readonly second: number; readonly lemma: string },
): boolean {
  const { tokens, phrases } = clause;
  const isBeside = second === object + 1;
  const word = opening(clause, second);
  switch (phrases[second]!.kind) {
    // "says prices | rose": the noun is the subject of a clause; "made it | clear".
    case 'verb':
    case 'adjective':
      return true;
    case 'noun':
      return isBeside;
    case 'infinitive':
      return wantsDeed(lemma) || wantsItsDeed(tokens[phrases[object]!.head]!.norm);
    case 'preposition':
      return (
        PLACES_OBJECT.has(lemma) ||
        // "voted 45-5 | in favour of it".
        lemma === 'vote' ||
        waitsFor(lemma, word) ||
        (changes(lemma) && isAmount(clause, second) && !hasFigure(clause, object))
      );
    case 'participle':
      return wantsState(lemma) && isBeside;
    // "told reporters | that …".
    case 'opener':
      // "quoted a source | as saying so".
      if (word === 'as' && wantsAs(lemma)) return true;
      // "asked the mayor | why …".
      if (lemma === 'ask' && /^(?:why|who|when|where|if)$/.test(word)) return true;
      return isBeside && OPENS_WHAT_IS_SAID.test(word) && (TAKES_CLAUSE.has(lemma) || INFORMS.has(lemma));
    default:
      return false;
  }
}

const hasFigure = ({ tokens, phrases }: MainClause, k: number): boolean =>
  tokens.slice(phrases[k]!.from, phrases[k]!.to).some(({ pos }) => pos === 'NUM');

/** "earned 9 million crowns | in the year-ago quarter", "has signed 36 contracts | since 1979": a figure of another time than that of the news. */
const timesOf = ({ tokens, phrases, end }: MainClause, object: number, lemma: string): number[] =>
  range(object + 1, end).filter((k) => {
    const { kind, from, to } = phrases[k]!;
    if (kind !== 'time' && kind !== 'preposition') return false;
    const isOther = tokens.slice(from, to).some(({ norm }) => OTHER_TIME.test(norm));
    return (counts(lemma) && isOther) || tokens[from]!.norm === 'since';
  });
const OTHER_TIME = /^(?:ago|year-ago|earlier|before|previous|prior|last|(?:19|20)\d\d(?:\/\d\d)?)$/;

/** The prepositional phrase that the verb waits for, behind others and behind a second object ("brings Calder | and | Venn | to the exchange"); -1. */
export function pairBeyond(clause: MainClause, from: number, lemma: string): number {
  const { phrases, end } = clause;
  const isPassed = (k: number): boolean =>
    /^(?:preposition|joint)$/.test(phrases[k]!.kind) || isLoose(phrases[k]!) || phrases[k - 1]?.kind === 'joint';
  for (let k = from; k < end && isPassed(k); k++)
    if (phrases[k]!.kind === 'preposition' && (waitsFor(lemma, opening(clause, k)) || holdsOf(clause, k, lemma)))
      return k;
  return -1;
}

/** "accused the firm | in Sarn of fraud": the "of" that the verb waits for was read as that of another noun; nothing is made of a loss. */
const holdsOf = ({ tokens, phrases }: MainClause, k: number, lemma: string): boolean =>
  lemma !== 'make' &&
  wantsPair(lemma, 'of') &&
  tokens.slice(phrases[k]!.from, phrases[k]!.to).some(({ norm }) => norm === 'of');

/** "accused | of", "described | as". */
const waitsFor = (lemma: string, preposition: string): boolean =>
  wantsPair(lemma, preposition) || (preposition === 'as' && wantsAs(lemma));

/** What an object needs with nothing behind it that says more than when and how. */
function lastObjectNeeds(clause: MainClause, object: number, lemma: string): Needs {
  const { tokens, phrases, end } = clause;
  const { head, from } = phrases[object]!;
  if (MAKES.has(lemma) && tokens[head]!.pos === 'PRON') return null;
  // "merges science | and fiction".
  if (joinsTwo(lemma) && behind(clause, object)?.kind === 'joint') return [object + 1];
  // "call an election": nobody is given a name.
  if (lemma === 'call' && /^an?$/.test(tokens[from]!.norm)) return [];
  // "called the rebate | “unfair”", "told reporters | :": nothing is said yet.
  const isCutOff = object < end && TAKES_CLAUSE.has(lemma) && goesOnBehindMark(clause);
  // "invited Ann Lee | , head of the bank, to join": the deed stands behind an aside.
  const isParted =
    phrases[end]?.kind === 'mark' && phrases[end + 2]?.kind === 'mark' && phrases[end + 3]?.kind === 'infinitive';
  return isCutOff || (isParted && wantsDeed(lemma)) || NAMES.has(lemma) ? null : [];
}
