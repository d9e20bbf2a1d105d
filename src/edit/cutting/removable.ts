import type { Token } from '../../text/tokens.ts';
import {
  BOUNDS,
  HEDGES,
  MODALS,
  NEGATIONS,
  RESTRICTORS,
  SUPERLATIVES,
  WEEKDAYS,
} from '../../text/words/function-words.ts';
import { isLegalForm } from '../../text/words/legal-forms.ts';
import { isParticle } from '../../text/words/name-words.ts';
import { reportingVerb } from '../../text/words/reporting-verbs.ts';
import type { StoryView } from '../story-view.ts';
import type { Clause } from './clause.ts';

/** Tokens `from` to `to` (exclusive) that may go, and what their loss costs a reader; cheap ones go first. */
export type Removable = { readonly from: number; readonly to: number; readonly cost: number };

/** "in recent weeks" is a time; "in weeks" is another. */
const TIME_UNIT = /^(?:second|minute|hour|day|week|weekend|month|quarter|year|decade|century|time|night|season)s?$/;
const DAYS = new Set<string>(WEEKDAYS);
/** "having gone bust": a participle that the tagger takes for an adverb. */
const VERBAL = /^(?:gone|done|been|forwards?|backwards?)$/;
const HAS = new Set(['has', 'have', 'had']);
const MEASURES = new Set(['range', 'number', 'series', 'variety']);
/** A word whose loss changes what is said. */
export const isProtected = ({ norm }: Token): boolean =>
  NEGATIONS.has(norm) ||
  HEDGES.has(norm) ||
  MODALS.has(norm) ||
  RESTRICTORS.has(norm) ||
  BOUNDS.has(norm) ||
  SUPERLATIVES.has(norm) ||
  /^\p{L}{3,}est$/u.test(norm);

/** What could be left out inside a clause, in rising cost. The checks decide whether it may. */
export function removablesIn(clause: Clause, story: StoryView, headline: boolean): Removable[] {
  const { sentence, from, to } = clause;
  const { tokens } = sentence;
  const found: Removable[] = [...asides(tokens, from, to)];
  const add = (first: number, last: number, cost: number) => found.push({ from: first, to: last, cost });
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    const next = tokens[i + 1];
    const time = timeAt(tokens, i, to);
    if (time > i) add(i, time, 0.3);
    if (
      token.pos === 'ADV' &&
      !isProtected(token) &&
      !VERBAL.test(token.norm) &&
      !tellsHow(tokens, i) &&
      !belongsToNoun(tokens, i) &&
      i > from
    )
      add(i, i + 1, 0.4);
    if (token.norm === 'that' && tokens[i - 1]?.pos === 'VERB' && reportingVerb(tokens[i - 1]!.norm) && headline)
      add(i, i + 1, 0.1);
    if (headline && i > from && isLegalForm(token.text) && tokens[i - 1]!.pos === 'PROPN') add(i, i + 1, 0.15);
    if (HAS.has(token.norm) && clause.written.has(i + 1)) add(i, i + 1, -1);
    if (
      token.pos === 'ADJ' &&
      next &&
      /^(?:NOUN|ADJ)$/.test(next.pos) &&
      i + 1 < to &&
      !isProtected(token) &&
      // "weak and | uneven | stands", "a more | important | point".
      tokens[i - 1]?.pos !== 'CCONJ' &&
      !/^(?:more|most|less|least)$/.test(tokens[i - 1]?.norm ?? '') &&
      // "the | lower | end", "the | managing | director": which one it is.
      !/^(?:lower|upper|higher|managing|acting|deputy|assistant)$/.test(token.norm) &&
      !TIME_UNIT.test(next.norm) &&
      !/^\p{Lu}/u.test(token.text)
    )
      add(i, i + 1, 1.4);
    if (next?.norm === 'of' && MEASURES.has(token.norm) && i + 2 < to)
      add(/^an?$/.test(tokens[i - 1]?.norm ?? '') ? i - 1 : i, i + 2, 0.6);
    if (token.norm === 'including' && tokens[i - 1]?.text === ',') addOneOfMany(tokens, i, clause, add);
    if (headline && i === clause.verb && (token.norm === 'is' || token.norm === 'are') && next?.pos === 'ADJ')
      add(i, i + 1, 0.9);
    if (headline && token.norm === 'any' && /^(?:NOUN|ADJ)$/.test(next?.pos ?? '')) add(i, i + 1, 0.8);
    const role = roleBefore(tokens, i, from, story);
    if (role < i) add(role, i, headline ? 0.2 : 1.2);
    const phrase = phraseAt(tokens, i, to);
    if (phrase > i && i > from) add(i, phrase, 1.6);
    const participle = participleAt(tokens, i, to);
    if (participle > i && i > from) add(i, participle, 1.2);
  }
  return found.filter((one) => !splits(tokens, one)).sort((a, b) => a.cost - b.cost);
}

/** "a smoothed | seasonally | adjusted figure", "highly paid men". */
const belongsToNoun = (tokens: readonly Token[], at: number): boolean =>
  /ly$/.test(tokens[at]!.norm) &&
  /^(?:ADJ|VERB)$/.test(tokens[at + 1]?.pos ?? '') &&
  /ed$/.test(tokens[at + 1]!.norm) &&
  tokens[at + 2]?.pos === 'NOUN' &&
  /^(?:DET|ADJ|ADP|PUNCT|NUM|VERB)$/.test(tokens[at - 1]?.pos ?? '') &&
  tokens[at - 1]?.pos !== 'AUX';

/** "was poorly received": how it was done is the news; "was also received" is not. */
const tellsHow = (tokens: readonly Token[], at: number): boolean =>
  tokens[at + 1]?.pos === 'VERB' &&
  tokens[at - 1]?.pos === 'AUX' &&
  /ly$/.test(tokens[at]!.norm) &&
  !/^(?:currently|recently|previously|originally|formally|officially|already|finally|initially|reportedly|additionally|subsequently)$/.test(
    tokens[at]!.norm,
  );

/** Whether a cut would part "18-year-old". */
function splits(tokens: readonly Token[], { from, to }: Removable): boolean {
  const glued = (left: number) =>
    tokens[left]?.end === tokens[left + 1]?.start &&
    /[\p{L}\p{N}-]$/u.test(tokens[left]?.text ?? '') &&
    /^[\p{L}\p{N}-]/u.test(tokens[left + 1]?.text ?? '');
  return (from > 0 && glued(from - 1)) || glued(to - 1);
}

function addOneOfMany(
  tokens: readonly Token[],
  at: number,
  clause: Clause,
  add: (from: number, to: number, cost: number) => void,
): void {
  let start = at - 1;
  while (start > clause.from && tokens[start - 1]!.pos !== 'VERB') start--;
  if (start > clause.verb) add(start, at + 1, 1.2);
}

const ASIDE_MARKS = new Set([',', '(', ')', '–', '—', '--']);

/** ", …," and "(…)" inside the clause. */
function asides(tokens: readonly Token[], from: number, to: number): Removable[] {
  const found: Removable[] = [];
  const marks = tokens.flatMap(({ text }, i) => (i > from && i < to && ASIDE_MARKS.has(text) ? [i] : []));
  for (const [k, open] of marks.entries()) {
    for (const close of marks.slice(k + 1, k + 3)) {
      if (close - open > 1 && close - open <= 24)
        found.push({
          from: open,
          to: opensNext(tokens[close + 1]) ? close : close + 1,
          cost: 0.5 + 0.05 * (close - open),
        });
    }
  }
  return found;
}

/** The comma in front of these stays when the aside before it goes. */
const opensNext = (token: Token | undefined): boolean =>
  token !== undefined &&
  ((token.pos === 'VERB' && /ing$/.test(token.norm)) || /^(?:who|which|while|with|but|and|where)$/.test(token.norm));

const BEFORE_TIME = new Set(['on', 'late', 'early', 'last', 'this', 'earlier']);
const RELATIVE_DAYS = new Set(['yesterday', 'today', 'tonight']);

/** The end of "on Wednesday", "yesterday", "last week", "late on Friday" when one begins here; else the same place. */
function timeAt(tokens: readonly Token[], at: number, to: number): number {
  let i = at;
  while (i < to && BEFORE_TIME.has(tokens[i]!.norm)) i++;
  const core = tokens[i];
  if (!core || i >= to) return at;
  if (
    !DAYS.has(core.norm) &&
    !RELATIVE_DAYS.has(core.norm) &&
    !(i > at && /^(?:week|month|year|night|weekend)$/.test(core.norm))
  )
    return at;
  if (i > at + 2) return at;
  i++;
  if (/^(?:morning|afternoon|evening|night)$/.test(tokens[i]?.norm ?? '')) i++;
  return /^['’]s$/.test(tokens[i]?.text ?? '') ? at : i;
}

/** The start of the role and forenames before a surname that stands at `at`; `at` itself when there is none. */
function roleBefore(tokens: readonly Token[], at: number, from: number, story: StoryView): number {
  if (tokens[at]!.pos !== 'PROPN') return at;
  const known = story.people.has(tokens[at]!.norm);
  let start = at;
  while (start > from && isParticle(tokens[start - 1]!.text)) start--;
  const name = start;
  while (
    start > from &&
    (/^(?:PROPN|NOUN|ADJ)$/.test(tokens[start - 1]!.pos) ||
      (tokens[start - 1]!.norm === 'of' && start - 1 > from) ||
      /^(?:the|a|an|'s|’s)$/.test(tokens[start - 1]!.norm))
  )
    start--;
  // "a columnist and | contributor | Ann Lee": half a title would be lent to the name.
  if (/^(?:and|or)$/.test(tokens[start - 1]?.norm ?? '')) return at;
  return known ||
    tokens[name - 1]?.pos === 'NOUN' ||
    /^(?:president|minister|secretary|chancellor|senator|chairman|mr|mrs|ms|dr|sir)$/.test(tokens[name - 1]?.norm ?? '')
    ? start
    : at;
}

/** The end of a prepositional phrase that begins here and is followed by another preposition, or by the verb of its noun. */
function phraseAt(tokens: readonly Token[], at: number, to: number): number {
  if (tokens[at]!.pos !== 'ADP' || /^(?:of|to|than|as)$/.test(tokens[at]!.norm)) return at;
  let end = at + 1;
  while (end < to && /^(?:DET|ADJ|NOUN|PROPN|NUM|PRON)$/.test(tokens[end]!.pos)) end++;
  return end > at + 1 && end < to && /^(?:ADP|SCONJ|VERB|AUX)$/.test(tokens[end]!.pos) ? end : at;
}

/** The end of "produced in the country" behind a noun and before that noun's own verb. */
function participleAt(tokens: readonly Token[], at: number, to: number): number {
  const { pos, norm } = tokens[at]!;
  if (pos !== 'VERB' || !/(?:ed|en|wn|lt|de|ing)$/.test(norm) || tokens[at + 1]?.pos !== 'ADP') return at;
  if (!/^(?:NOUN|PROPN)$/.test(tokens[at - 1]?.pos ?? '')) return at;
  let end = at + 2;
  while (end < to && /^(?:DET|ADJ|NOUN|PROPN|NUM|PRON|ADP)$/.test(tokens[end]!.pos)) end++;
  return end < to && /^(?:VERB|AUX)$/.test(tokens[end]!.pos) ? end : at;
}
