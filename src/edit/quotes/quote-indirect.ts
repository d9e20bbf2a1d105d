import type { Span } from '../../text/span.ts';
import { type Attribution, accordingTo } from './quote-attribution.ts';
import { isDenied } from './quote-denial.ts';
import type { Item, Scene } from './quote-scene.ts';
import { subjectOf } from './quote-subject.ts';
import { type Phrase, phraseStartingAt } from './speaker-phrase.ts';

/** A clause that is reported without being quoted, and who reports it. */
export type Report = Span & { readonly attribution: Attribution };

const REACH = 60;
/** Between "told" or "said" and its clause: "told reporters on Friday that". */
const MOST_BETWEEN = 12;
const REPORTS = new Set(['plain', 'written', 'claim']);
/** These take a clause without "that": "he said the port was open". */
const BARE = new Set(
  'say add note tell claim argue insist allege warn state announce suggest report write admit'.split(' '),
);

/** The reported clauses of a sentence: "Ode said (that) …" and "…, Ode said"; the reporter's own words are left out. */
export function reportsOf({ items }: Scene): Report[] {
  const found: Report[] = [];
  for (let k = 0; k < items.length; k++) {
    const { cue } = items[k]!;
    if (cue === undefined || !REPORTS.has(cue.class) || (cue.form === 'base' && cue.lemma !== 'say')) continue;
    const start = clauseStart(items, k);
    if (start === undefined) continue;
    const speaker = subjectOf(items, k);
    if (speaker === undefined || speaker.to > k || isDenied(items, k, speaker)) continue;
    const end = clauseEnd(items, start, isRelative(items, k, speaker));
    if (end - start < 1) continue;
    found.push({ ...spanOf(items, start, end), attribution: { speaker, cue: { from: k, to: k } } });
    k = end;
  }
  if (found.length > 0) return found;
  const front = reportedBehind(items);
  if (front !== undefined) return [front];
  const tail = reportedBefore(items);
  return tail === undefined ? [] : [tail];
}

/** The first item of the clause that the verb at `at` reports; undefined when it reports none. */
function clauseStart(items: readonly Item[], at: number): number | undefined {
  const cue = items[at]!.cue!;
  for (let k = at + 1; k < items.length && k - at <= MOST_BETWEEN; k++) {
    const item = items[k]!;
    // "said on Monday that": behind other words the tagger takes it for a pronoun.
    if (item.norm === 'that' && (k > at + 1 || (item.pos !== 'DET' && item.pos !== 'PRON'))) return k + 1;
    if (item.marked !== undefined || item.norm === ':' || item.norm === '.') break;
    if ((item.pos === 'VERB' || item.pos === 'AUX') && k > at + 1) break;
  }
  if (!BARE.has(cue.lemma)) return undefined;
  const open = cue.lemma === 'tell' ? (phraseStartingAt(items, at + 1)?.to ?? at) + 1 : at + 1;
  const first = items[open]?.norm === 'that' ? open + 1 : open;
  const subject = phraseStartingAt(items, first);
  if (subject === undefined) return undefined;
  for (let k = subject.to + 1; k < items.length && k - subject.to < MOST_BETWEEN; k++) {
    const { pos, norm } = items[k]!;
    if (/^(?:VERB|AUX)$/u.test(pos) && !norm.endsWith('ing')) return first;
    if (!/^(?:ADV|ADP|NOUN|PROPN|ADJ|DET|NUM|CCONJ)$/u.test(pos)) return undefined;
  }
  return undefined;
}

/** "Ode, who said it was late, left": the clause ends where the sentence goes on with its own verb. */
const isRelative = (items: readonly Item[], at: number, speaker: Phrase): boolean =>
  items.slice(speaker.to + 1, at).some(({ norm }) => norm === 'who' || norm === 'which');

/**
 * The clause ends with the sentence, before a participle or a second verb that goes on reporting (", adding that", "and added
 * that"), or where somebody else begins to speak (", while Quell said that").
 */
function clauseEnd(items: readonly Item[], start: number, relative: boolean): number {
  for (let k = start; k < items.length; k++) {
    const item = items[k]!;
    const next = items[k + 1];
    if (relative && item.norm === ',' && /^(?:VERB|AUX)$/u.test(next?.pos ?? '') && !next!.norm.endsWith('ing'))
      return k - 1;
    if (item.cue === undefined || !REPORTS.has(item.cue.class)) continue;
    if (goesOn(items, k)) return items[k - 2]?.norm === ',' ? k - 3 : k - 2;
    if (item.cue.form === 'ing' && items[k - 1]?.norm === ',') return k - 2;
    const other = item.cue.form === 'ing' || item.cue.form === 'base' ? undefined : subjectOf(items, k);
    const comma = other && commaBefore(items, other.from);
    if (comma !== undefined && other!.to < k && comma - start > 2) return comma - 1;
  }
  return lastWord(items, start);
}

function lastWord(items: readonly Item[], start: number): number {
  let end = items.length - 1;
  while (end > start && /^[.!?;,:]$/u.test(items[end]!.norm)) end--;
  return end;
}

/** "and added that", "but insisted", "and warning that": the same speaker says something else. */
function goesOn(items: readonly Item[], at: number): boolean {
  const { cue } = items[at]!;
  if (!/^(?:and|but)$/u.test(items[at - 1]?.norm ?? '') || cue!.form === 'base') return false;
  return cue!.form === 'ing' || cue!.lemma === 'add' || items[at - 2]?.norm === ',';
}

/** The comma in front of a clause, over the word that joins it. */
function commaBefore(items: readonly Item[], from: number): number | undefined {
  const joined = /^(?:while|whereas|but|and|as)$/u.test(items[from - 1]?.norm ?? '') ? from - 2 : from - 1;
  return items[joined]?.norm === ',' ? joined : undefined;
}

/** "According to Ode, the port is open." */
function reportedBehind(items: readonly Item[]): Report | undefined {
  const speaker = accordingTo(items, 0)?.speaker;
  const comma = speaker && items[speaker.to + 1]?.norm === ',' ? speaker.to + 1 : undefined;
  if (comma === undefined) return undefined;
  const own = items.slice(comma + 1);
  if (own.length < 3 || own[0]!.marked !== undefined || !own.some(({ pos }) => pos === 'VERB' || pos === 'AUX'))
    return undefined;
  const end = clauseEnd(items, comma + 1, false);
  return { ...spanOf(items, comma + 1, end), attribution: { speaker: speaker!, cue: { from: 0, to: 1 } } };
}

/** "The port is open, Ode said." and "The port is open, according to Ode." */
function reportedBefore(items: readonly Item[]): Report | undefined {
  for (let k = items.length - 1; k >= 3 && items.length - k < REACH; k--) {
    const item = items[k]!;
    const according = item.norm === 'according' && items[k + 1]?.norm === 'to';
    if (!according && (item.cue === undefined || !REPORTS.has(item.cue.class) || item.cue.form === 'ing')) continue;
    const speaker = according ? accordingTo(items, k)?.speaker : subjectOf(items, k);
    if (speaker === undefined) return undefined;
    // Behind the tag only its time and place may stand; anything else is the clause that it reports.
    const behind = items[Math.max(speaker.to, k) + 1];
    if (
      !according &&
      !/^(?:[.,;]|on|in|at|during|to|mon.*|tues.*|wed.*|thurs.*|fri.*|sat.*|sun.*)$/u.test(behind?.norm ?? '.')
    )
      return undefined;
    const comma = Math.min(according ? k : speaker.from, k) - 1;
    const after = items[speaker.to + 2];
    // "The port, according to Ode, is open": the whole sentence is hers.
    if (according && items[comma]?.norm === ',' && behind?.norm === ',' && /^(?:VERB|AUX)$/u.test(after?.pos ?? ''))
      return { ...spanOf(items, 0, lastWord(items, 0)), attribution: { speaker, cue: { from: k, to: k + 1 } } };
    if (items[comma]?.norm !== ',' || comma < 3) return undefined;
    const own = items.slice(0, comma);
    if (own[0]!.pos === 'SCONJ' || own[0]!.pos === 'ADP' || own[0]!.norm.endsWith('ing')) return undefined;
    if (own[0]!.marked !== undefined || !own.some(({ pos }) => pos === 'VERB' || pos === 'AUX')) return undefined;
    return { ...spanOf(items, 0, comma - 1), attribution: { speaker, cue: { from: k, to: according ? k + 1 : k } } };
  }
  return undefined;
}

const spanOf = (items: readonly Item[], from: number, to: number): Span => ({
  start: items[from]!.start,
  end: items[to]!.end,
});
