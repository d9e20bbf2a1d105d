import type { ReadClause } from '../../text/needs/clause-needs.ts';
import type { Token } from '../../text/tokens.ts';
import { FIRST_AND_SECOND_PERSON } from '../../text/words/function-words.ts';
import type { Clause } from '../cutting/clause.ts';
import type { StoryView } from '../story-view.ts';
import { inOrder, readingOf } from './clause-reading.ts';

/** A noun for a person, by its ending. */
const SOMEBODY =
  /(?:man|men|woman|women|boys?|girls?|(?:m|f|br)others?|sons?|daughters?|wi(?:fe|ves)|husbands?|child(?:ren)?|kids?|couple|people|family|police|[^w]ers?|ors?|ists?|ians?|ants?|ees?|stars?|king|queen|prince(?:ss)?|mp|mps|teen|pupils?|victims?|judges?|chiefs?|coach|captain|guard|pilots?)$/;

/**
 * Who has been told of before a word: somebody at all, something or somebody other than the one who speaks or acts, and a man
 * whom "him" may mean.
 */
type Told = { readonly somebody: boolean; readonly another: boolean; readonly man: boolean };

/** Whether some phrases of a clause speak in the first person or of somebody who is not in them: "says it would be given legal force". */
export function pointsOutside(clause: Clause, set: ReadonlySet<number>, story: StoryView): boolean {
  const { read, places } = readingOf(clause);
  const { tokens, phrases, verb } = read!;
  const person = isPerson(clause, story);
  if (isOneOfSeveral(read!, story)) return true;
  const next = phrases.findIndex(
    ({ kind }, k) => k > verb && /^(?:opener|mark|joint|participle|infinitive)$/.test(kind),
  );
  const isOwnObject = (k: number): boolean => k > verb && (next < 0 || k < next) && !clause.said;
  let another = clause.said !== null && !person;
  let beyond = clause.said !== null;
  let somebody = clause.said !== null;
  let beyondSubject = false;
  for (const k of inOrder(set)) {
    const { kind, from, to, head } = phrases[k]!;
    for (let i = from; i < to; i++) {
      const token = tokens[i]!;
      // A name is written in its place.
      if (token.pos === 'PRON' && clause.written.has(places[i]!)) {
        somebody ||= /^(?:he|she)$/.test(token.norm);
        continue;
      }
      somebody ||= meansSomebody(token);
      const isWhom = kind === 'noun' && to === from + 1;
      // "Carers welcomed it": what a verb is told of is not what it is done to.
      const mayBeObject = beyondSubject || !isOwnObject(k);
      const told = { somebody, another: another && mayBeObject, man: isOwnObject(k) ? beyond : somebody };
      if (isOpen(token, told, isWhom) || pointsBack(tokens, i)) return true;
    }
    // What the verb is told of may stand for its own subject, but not for itself.
    if ((kind !== 'noun' && kind !== 'preposition') || tokens[head]!.pos === 'PRON') continue;
    another ||= !(person && k < verb);
    beyond ||= k > verb && tokens.slice(from, to).some(meansSomebody);
    beyondSubject ||= k > verb;
  }
  return false;
}

/** "Ode are charged": others were named with her. */
function isOneOfSeveral({ tokens, phrases, subject, verb }: ReadClause, story: StoryView): boolean {
  const last = tokens[phrases[subject]!.to - 1]!;
  const plural = /^(?:are|were|have)$/.test(tokens[phrases[verb]!.from]!.norm);
  const joined = phrases.slice(subject, verb).some(({ kind }) => kind === 'joint');
  return plural && !joined && last.pos === 'PROPN' && story.people.has(last.norm);
}

const meansSomebody = ({ pos, norm }: Token): boolean =>
  (pos === 'PROPN' && norm.length > 2) || (pos === 'NOUN' && SOMEBODY.test(norm));

/** A pronoun, of the first person or for nobody who has been told of. `isWhom`: it is a phrase by itself. */
function isOpen({ norm, text, pos }: Token, { somebody, another, man }: Told, isWhom: boolean): boolean {
  if (FIRST_AND_SECOND_PERSON.has(norm)) return text !== 'US';
  if (/^(?:his|her|he|she)$/.test(norm) && !somebody) return true;
  if (pos !== 'PRON') return false;
  if (/^(?:this|these|those|such)$/.test(norm)) return true;
  if (norm === 'him') return !man;
  if (/^(?:it|them|they)$/.test(norm)) return !another;
  return norm === 'her' && isWhom;
}

/** "these claims", "this question": what was told before; not "this week". */
const pointsBack = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]!.pos === 'DET' &&
  /^(?:this|these|those)$/.test(tokens[at]!.norm) &&
  /^(?:NOUN|ADJ|PROPN|NUM|VERB)$/.test(tokens[at + 1]?.pos ?? '') &&
  !TIMES.test(tokens.slice(at + 1).find(({ pos }) => pos === 'NOUN' || pos === 'PROPN')?.norm ?? '');
const TIMES =
  /^(?:second|minute|hour|day|night|week|weekend|month|quarter|year|decade|century|season|spring|summer|autumn|fall|winter|morning|afternoon|evening|time|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|christmas|easter)s?$/;

/** Whether somebody, not something, speaks or acts first in the clause. */
function isPerson({ said, sentence: { tokens }, from, to, written }: Clause, story: StoryView): boolean {
  if (said)
    return (
      story.people.has(said.name.toLowerCase()) || story.quotations.some(({ name }) => name?.endsWith(` ${said.name}`))
    );
  if (written.has(from)) return /^(?:he|she)$/.test(tokens[from]!.norm);
  const opening = tokens.slice(from, Math.min(to, from + 8));
  const verb = opening.findIndex(({ pos }) => pos === 'VERB' || pos === 'AUX');
  return opening.slice(0, verb < 0 ? opening.length : verb).some(({ norm }) => story.people.has(norm));
}
