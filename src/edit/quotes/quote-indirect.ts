import type { Span } from '../../text/span.ts';
import type { Attribution } from './quote-attribution.ts';
import type { Item, Scene } from './quote-scene.ts';
import { subjectOf } from './quote-subject.ts';
import { phraseStartingAt } from './speaker-phrase.ts';

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
    if (speaker === undefined || speaker.to > k) continue;
    const end = clauseEnd(items, start);
    if (end - start < 1) continue;
    found.push({ ...spanOf(items, start, end), attribution: { speaker, cue: { from: k, to: k } } });
    k = end;
  }
  if (found.length > 0) return found;
  const tail = reportedBefore(items);
  return tail === undefined ? [] : [tail];
}

/** The first item of the clause that the verb at `at` reports; undefined when it reports none. */
function clauseStart(items: readonly Item[], at: number): number | undefined {
  const cue = items[at]!.cue!;
  for (let k = at + 1; k < items.length && k - at <= MOST_BETWEEN; k++) {
    const item = items[k]!;
    if (item.norm === 'that' && item.pos !== 'DET' && item.pos !== 'PRON') return k + 1;
    if (item.marked !== undefined || item.norm === ':' || item.norm === '.') break;
    if ((item.pos === 'VERB' || item.pos === 'AUX') && k > at + 1) break;
  }
  if (!BARE.has(cue.lemma)) return undefined;
  const first = cue.lemma === 'tell' ? (phraseStartingAt(items, at + 1)?.to ?? at) + 1 : at + 1;
  const subject = phraseStartingAt(items, first);
  if (subject === undefined) return undefined;
  for (let k = subject.to + 1; k < items.length && k - subject.to < MOST_BETWEEN; k++) {
    const { pos, norm } = items[k]!;
    if (/^(?:VERB|AUX)$/u.test(pos) && !norm.endsWith('ing')) return first;
    if (!/^(?:ADV|ADP|NOUN|PROPN|ADJ|DET|NUM|CCONJ)$/u.test(pos)) return undefined;
  }
  return undefined;
}

/**
 * The clause ends with the sentence, before a participle that goes on reporting (", adding that"), or where somebody else
 * begins to speak (", while Quell said that").
 */
function clauseEnd(items: readonly Item[], start: number): number {
  for (let k = start; k < items.length; k++) {
    const item = items[k]!;
    if (item.cue === undefined || !REPORTS.has(item.cue.class)) continue;
    if (item.cue.form === 'ing' && items[k - 1]?.norm === ',') return k - 2;
    const other = item.cue.form === 'ing' || item.cue.form === 'base' ? undefined : subjectOf(items, k);
    const comma = other && commaBefore(items, other.from);
    if (comma !== undefined && other!.to < k && comma - start > 2) return comma - 1;
  }
  let end = items.length - 1;
  while (end > start && /^[.!?;,:]$/u.test(items[end]!.norm)) end--;
  return end;
}

/** The comma in front of a clause, over the word that joins it. */
function commaBefore(items: readonly Item[], from: number): number | undefined {
  const joined = /^(?:while|whereas|but|and|as)$/u.test(items[from - 1]?.norm ?? '') ? from - 2 : from - 1;
  return items[joined]?.norm === ',' ? joined : undefined;
}

/** "The port is open, Ode said." and "The port is open, according to Ode." */
function reportedBefore(items: readonly Item[]): Report | undefined {
  for (let k = items.length - 1; k >= 3 && items.length - k < REACH; k--) {
    const item = items[k]!;
    const according = item.norm === 'according' && items[k + 1]?.norm === 'to';
    if (!according && (item.cue === undefined || !REPORTS.has(item.cue.class) || item.cue.form === 'ing')) continue;
    const speaker = according ? phraseStartingAt(items, k + 2) : subjectOf(items, k);
    if (speaker === undefined) return undefined;
    // Behind the tag only its time and place may stand; anything else is the clause that it reports.
    const behind = items[Math.max(speaker.to, k) + 1];
    if (
      !according &&
      !/^(?:[.,;]|on|in|at|during|to|mon.*|tues.*|wed.*|thurs.*|fri.*|sat.*|sun.*)$/u.test(behind?.norm ?? '.')
    )
      return undefined;
    const comma = Math.min(according ? k : speaker.from, k) - 1;
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
