import { deedNeeds } from './deed-needs.ts';
import type { MainClause } from './main-clause.ts';
import { behind, both, type Needs, next, nextBeyondPrepositions, opening } from './steps.ts';
import { givesTwo, INFORMS, isDone, wantsAs, wantsMore, wantsPair } from './verb-lists.ts';

/** What completes a verb, an infinitive or a participle: what somebody is, what is done to whom, what is said. */
export function verbNeeds(clause: MainClause, k: number): Needs {
  const { verb } = clause.phrases[k]!;
  const own =
    verb?.links && !hasObject(clause, k, verb.lemma)
      ? linkNeeds(clause, k)
      : verb?.passive
        ? passiveNeeds(clause, k)
        : deedNeeds(clause, k);
  return both(own, secondOfBoth(clause, k));
}

/** "has both sold the yard | and | closed the pier". */
function secondOfBoth({ tokens, phrases, end }: MainClause, k: number): Needs {
  const { from, to } = phrases[k]!;
  if (!tokens.slice(from, to).some(({ norm }) => norm === 'both')) return [];
  const joint = phrases.findIndex(({ kind }, i) => i > k && i < end && kind === 'joint');
  return joint < 0 || joint + 1 >= end ? null : [joint, joint + 1];
}

/** "turned the pier into a hotel", "grows wheat": no state of the subject. */
const hasObject = (clause: MainClause, k: number, lemma: string): boolean =>
  /^(?:turn|grow)$/.test(lemma) && clause.phrases[next(clause, k)]?.kind === 'noun';

/** "is": what it is; an adverb alone does for "are up", "is back". */
function linkNeeds(clause: MainClause, k: number): Needs {
  const { tokens, phrases, subject } = clause;
  const first = next(clause, k);
  const one = phrases[first];
  if (!one) {
    if (/^(?:adverb|time)$/.test(behind(clause, k)?.kind ?? '')) return [k + 1];
    return /(?:up|out|off|down|away|back|ahead)$/.test(tokens[phrases[k]!.to - 1]!.norm) ? [] : null;
  }
  const second = next(clause, first);
  const two = phrases[second]?.kind;
  // "is the one | that was sold", "was the first | to go", "are fears | that …".
  const tellsWhich =
    one.kind === 'noun' && second === first + 1 && (two === 'opener' || two === 'infinitive' || two === 'participle');
  // "were at pains | to say so".
  const tellsWhatFor = one.kind === 'preposition' && two === 'infinitive';
  // "there are boats | in the bay".
  const tellsWhere = one.kind === 'noun' && two === 'preposition' && opening(clause, subject) === 'there';
  return tellsWhich || tellsWhatFor || tellsWhere ? [first, second] : [first];
}

/** "was sold": nothing more is needed, but for "was made", "was based", "was given". */
function passiveNeeds(clause: MainClause, k: number): Needs {
  const { tokens, phrases } = clause;
  const { to, head, verb } = phrases[k]!;
  const { lemma } = verb!;
  // "a lawsuit filed | by the mayor", "a group set up | in 1969": behind a noun it says which one.
  const beside = behind(clause, k)?.kind;
  if (phrases[k]!.kind === 'participle' && (beside === 'preposition' || beside === 'time')) return [k + 1];
  // "was ruled out", "were called off".
  if (to > head + 1 && /^(?:up|out|off|down|away|back|apart|aside)$/.test(tokens[to - 1]!.norm)) return [];
  const first = next(clause, k);
  const one = phrases[first];
  if (!one) {
    if (isDone(lemma) || (!wantsMore(lemma) && !givesTwo(lemma))) return [];
    // "is expected | on Monday": when is what is expected of it.
    const beside = behind(clause, k)?.kind;
    return beside === 'adverb' || (beside === 'time' && /^(?:expect|set|hold)$/.test(lemma)) ? [k + 1] : null;
  }
  const word = opening(clause, first);
  switch (one.kind) {
    case 'infinitive':
      return [first];
    case 'noun':
      return givesTwo(lemma) ? [first] : null;
    case 'adjective':
      return [first];
    case 'preposition': {
      // "was described | by owners | in Sarn | as a success".
      const what = wantsAs(lemma) ? asBehind(clause, first) : -1;
      if (what > 0) return [what];
      // "was advised | by the bank | that it may sell".
      const told = INFORMS.has(lemma) || lemma === 'advise' ? nextBeyondPrepositions(clause, first) : -1;
      if (told > 0 && opening(clause, told) === 'that') return [told];
      return isDone(lemma) && !wantsPair(lemma, word) ? [] : [first];
    }
    case 'opener':
      return isDone(lemma) || !/^(?:that|how|whether|what)$/.test(word) ? [] : [first];
    default:
      return isDone(lemma) ? [] : [first];
  }
}

/** The place of "as …" behind other prepositions; -1. */
function asBehind(clause: MainClause, from: number): number {
  for (let k = from; k < clause.end && clause.phrases[k]!.kind === 'preposition'; k++)
    if (opening(clause, k) === 'as') return k;
  return -1;
}
