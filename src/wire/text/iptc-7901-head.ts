import { findKillWords } from '../orders/kill-words.ts';
import { readLeadMarks } from '../orders/lead-marks.ts';
import { withoutControls } from './control-text.ts';

/** The block between STX and the " =" that ends it. `takeKey` holds the marks as they were: "(Achtung)", "2ND LEAD 3RD NET". */
export type HeadBlock = {
  readonly headline?: string;
  readonly byline?: string;
  readonly takeKey?: string;
  readonly lead?: number;
  readonly notes: readonly string[];
  readonly signals: readonly ('update' | 'correction')[];
};

const MOST_LINES = 14;
/** A line shorter than this did not end because the next word had no room. */
const KICKER = 30;
const ends = /(?:^|\s)=\s{0,4}$/;
const byline = /^(?:By|Von|Par|Por|Di|Texte:?|Text:|Aus dem)\s\p{Lu}/u;
const rank =
  /^\W{0,3}(?:extra|urgent|bulletin|flash|eil(?:meldung)?|news ?alert|alert|advisory|roundup|summary|priority|situation)\W{0,3}$/i;
const correction =
  /^\(?\W{0,2}(?:berichtigung|korrektur|korrigiert|correct(?:ion|ed|s)|rectificatif|corrig[ée]|refile)\b/i;
const update = /^\(?\W{0,2}(?:aktualisierung|zusammenfassung|neu\b|update|lead|mise [àa] jour|synth[èe]se)/i;

/** Parts the lines after STX into the head block and the lines of the body. */
export function splitHead(lines: readonly string[]): {
  readonly head: readonly string[];
  readonly body: readonly string[];
} {
  const from = lines.findIndex((line) => withoutControls(line) !== '');
  if (from < 0) return { head: [], body: [] };
  const end = lines.slice(from, from + MOST_LINES).findIndex((line) => ends.test(line));
  const blank = lines.slice(from, from + MOST_LINES).findIndex((line) => withoutControls(line) === '');
  // Without the sign the head block ends at the first empty line, if there is one.
  const length = end >= 0 ? end + 1 : Math.max(0, blank);
  return { head: lines.slice(from, from + length), body: lines.slice(from + length) };
}

/** Reads the head block line by line; a headline may be wrapped, and so may a mark in brackets. */
export function readHeadBlock(lines: readonly string[]): HeadBlock {
  const marks: string[] = [];
  const notes: string[] = [];
  const rest: string[] = [];
  const signals = new Set<'update' | 'correction'>();
  let lead: number | undefined;
  let by: string | undefined;
  for (const line of joinBrackets(lines.map((each) => withoutControls(each).replace(ends, '').trim()))) {
    const said = readLeadMarks(line);
    if (line === '') continue;
    if (/^\(.*\)$/s.test(line)) {
      if (correction.test(line)) signals.add('correction');
      else if (update.test(line)) signals.add('update');
      if (rest.length === 0) marks.push(line);
      if (rest.length > 0 || correction.test(line)) notes.push(line);
    } else if (said.title === '' || rank.test(line)) {
      marks.push(line);
      lead ??= said.lead;
      if (said.update) signals.add('update');
      if (said.correction) signals.add('correction');
    } else if (rest.length === 0 && line.length < 80 && findKillWords([line]) !== undefined) notes.push(line);
    else if (by === undefined && line.length < 120 && byline.test(line)) by = line;
    else rest.push(line);
  }
  const { kickers, headline } = headlineOf(rest);
  const takeKey = [...marks, ...kickers].join(' ');
  return {
    notes,
    signals: [...signals],
    ...(headline === '' ? {} : { headline }),
    ...(by === undefined ? {} : { byline: by }),
    ...(takeKey === '' ? {} : { takeKey }),
    ...(lead === undefined ? {} : { lead }),
  };
}

/** "(Berichtigung: In der Überschrift …" goes on until its bracket is closed. */
function joinBrackets(lines: readonly string[]): string[] {
  const made: string[] = [];
  for (const line of lines) {
    const open = made.at(-1);
    if (open?.startsWith('(') && !open.includes(')')) made[made.length - 1] = `${open} ${line}`;
    else made.push(line);
  }
  return made;
}

/** Wrapped lines are one headline; short lines above it ("France:") are kickers, for a wrapped line is long. */
function headlineOf(lines: readonly string[]): { readonly kickers: readonly string[]; readonly headline: string } {
  const isKicker = (line: string, at: number) => at < lines.length - 1 && line.length < KICKER;
  return { kickers: lines.filter(isKicker), headline: lines.filter((line, at) => !isKicker(line, at)).join(' ') };
}
