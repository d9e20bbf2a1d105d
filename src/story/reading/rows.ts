import { rememberLast } from '../../text/memory/remember-last.ts';
import { fromWords } from '../../text/numbers.ts';
import { MONTHS, WEEKDAYS } from '../../text/words/function-words.ts';
import type { Span } from '../span.ts';

/**
 * What a line tells without a sentence: figures beside those of an earlier time ("Sales 4.1 million vs 3.9 million"), a score,
 * a place in a ranking, a share ("Lu Venn (Greens) 48.2 percent"), an item of a list with its label ("Best director: Ida Holm"),
 * an entry of a timeline ("1966: A storm destroys the slipway").
 */
export type RowKind = 'figures' | 'score' | 'place' | 'share' | 'item' | 'entry';
export type Row = Span & {
  readonly kind: RowKind;
  /** Where the figures of an earlier time begin: "vs 3.9 million", "(3.9 million)". */
  readonly comparison?: number;
};
/** A line of the copy, without the white space and the full stop or comma at its end. */
export type Line = Span & { readonly text: string; readonly stop: string; readonly row: Row | null };

/** A row fits one line of a narrow column. */
const LONGEST = 110;

/** The lines of a copy in order. In a paragraph of several lines rows are rows only where they are at least half of it. */
export const linesOf: (text: string) => readonly Line[] = rememberLast((text) => {
  const found: Line[] = [];
  for (const paragraph of text.matchAll(/\S[^\n]*(?:\n(?=[^\S\n]*\S)[^\n]*)*/gu)) {
    const lines = [...paragraph[0].matchAll(/\S[^\n]*/gu)].map(({ 0: line, index }) =>
      readLine(line, paragraph.index + index),
    );
    const rows = lines.filter(({ row }) => row).length;
    found.push(...(rows * 2 < lines.length ? lines.map((line) => ({ ...line, row: null })) : lines));
  }
  return found;
});

/** The rows of a copy, in order. */
export const rowsOf = (text: string): Row[] => linesOf(text).flatMap(({ row }) => row ?? []);

/** Words set in columns: at least two wide gaps in a line. */
export const isInColumns = (words: string): boolean => /\S {3,}\S[^\n]* {3,}\S/u.test(words);

/** The copy without its rows and columns: labels and figures do not tell in what language it is. */
export function proseOf(text: string): string {
  const lines = linesOf(text);
  const prose = lines.filter((line) => !line.row && !isInColumns(line.text));
  return prose.length === lines.length ? text : prose.map(({ start, end }) => text.slice(start, end)).join('\n');
}

const MOST_COLUMNS = 0.75;

/** Whether a copy is a table in columns: its sentences say what the columns are, and the columns are the news. */
export const isTable = (text: string): boolean =>
  linesOf(text).reduce((sum, line) => sum + (isInColumns(line.text) ? line.text.length : 0), 0) >
  MOST_COLUMNS * text.length;

function readLine(line: string, start: number): Line {
  const text = line.trimEnd().replace(/[.,;]$/u, '');
  const span = { start, end: start + text.length };
  const stop = /[.,;:!?…–-]["”’')]*$/u.exec(line.trimEnd())?.[0] ?? '';
  return { ...span, text, stop, row: readRow(text, stop, span) };
}

function readRow(text: string, stop: string, span: Span): Row | null {
  if (text.length > LONGEST) return null;
  // The cells of a table say what they are only in its head; a score needs none.
  if (text.includes('\t')) return isScore(text) ? { ...span, kind: 'score' } : null;
  const comparison = comparisonIn(text);
  if (comparison > 0) return { ...span, kind: 'figures', comparison: span.start + comparison };
  if (/^[.]?$/.test(stop) && ENTRY.test(text)) return { ...span, kind: 'entry' };
  if (stop !== '' && !stop.startsWith(')')) return null;
  const kind = isScore(text) ? 'score' : KINDS.find(([, pattern]) => pattern.test(text))?.[0];
  if (kind === undefined) return null;
  const before = BEFORE.exec(text)?.index;
  return before === undefined || kind === 'score'
    ? { ...span, kind }
    : { ...span, kind, comparison: span.start + before };
}

const FIGURE = /^[-+(]*[$£€¥]?\d[\d.,/-]*(?:\p{L}{1,3}|%)?\)?$/u;
const isValue = (word: string): boolean =>
  FIGURE.test(word) || /^(?:nil|same|n\/a)$/i.test(word) || fromWords(word) !== undefined;
const isUnit = (word: string): boolean => /^\p{Ll}{1,11}\.?$/u.test(word);
/** Words of a label, and those that stand beside a figure: "mln dlrs", "crowns profit". */
const MOST_LABEL = 7;
const MOST_UNITS = 4;

/** Where "vs 93 cents" begins in "Earnings 1.06 crowns vs 93 cents"; 0 in any other line. */
function comparisonIn(text: string): number {
  const [cue, another] = [...text.matchAll(/\s(?:vs\.?|versus|against)\s/gu)];
  if (!cue || another || !/^\p{Lu}/u.test(text)) return 0;
  const left = text.slice(0, cue.index).split(/\s+/u);
  const right = text.slice(cue.index + cue[0].length).split(/\s+/u);
  const value = left.findIndex(isValue);
  const isLabelled =
    value > 0 && value <= MOST_LABEL && left.slice(0, value).every((word) => /^[\p{L}&'’.-]+$/u.test(word));
  const isMeasured = (words: readonly string[]) =>
    words.length <= MOST_UNITS && words.every((word) => isValue(word) || isUnit(word));
  const compares = right.some(isValue) && isMeasured(right) && isMeasured(left.slice(value));
  return isLabelled && compares ? cue.index + 1 : 0;
}

const NAME = String.raw`\p{Lu}[\p{L}'’.&-]*(?: (?:\p{Lu}[\p{L}'’.&-]*|of|and|de|the)){0,4}`;
const ASIDE = String.raw`(?: \([^()]{1,24}\))?`;
const SCORES: readonly RegExp[] = [
  new RegExp(String.raw`^(?<home>${NAME}) \d{1,3},? (?<away>${NAME}) \d{1,3}${ASIDE}$`, 'u'),
  new RegExp(String.raw`^(?<home>${NAME}) \d{1,3} ?[-–] ?\d{1,3} (?<away>${NAME})${ASIDE}$`, 'u'),
  new RegExp(
    String.raw`^(?<home>${NAME})${ASIDE} (?:bt|beat|def\.?|defeated) (?<away>${NAME})${ASIDE}(?:,? \d{1,3}[-–]\d{1,3})+$`,
    'u',
  ),
];

function isScore(text: string): boolean {
  const flat = text.replace(/\s+/gu, ' ');
  const { home, away } = SCORES.map((score) => score.exec(flat)?.groups).find(Boolean) ?? {};
  return home !== undefined && away !== undefined && home !== away && ![home, away].some(isDate);
}

const isDate = (name: string): boolean =>
  name
    .toLowerCase()
    .split(' ')
    .some((word) => MONTHS.has(word) || (WEEKDAYS as readonly string[]).includes(word));

/** "1. Ida Holm (Karsia) 2:13.4": one figure behind a name, not the columns of a table. */
const PLACE =
  /^\d{1,2}[.)]?\s+(?:\p{Lu}[\p{L}'’.-]*,?\s+){2,6}(?:\([^()\d]{1,30}\),?\s+)?[-+]?\d[\d:.,]*(?:\s?\p{Ll}+){0,2}$/u;
/** "Lu Venn (Greens) 48.2 percent", with or without what it was before: "(41.0)". */
const SHARE =
  /^\p{Lu}[\p{L}'’.&-]*(?:,?\s+[\p{L}'’.&-]+){0,5},?(?:\s+\([^()\d]{1,30}\))?\s+[-+$£€]?\d[\d.,]*%?(?:\s\p{Ll}+){0,3}(?:\s\([-+]?\d[^()]{0,20}\))?$/u;
/** "Best director: Ida Holm, The Long Quay". */
const ITEM = /^\p{Lu}[\p{L}\p{N}'’&/-]*(?: [\p{L}\p{N}'’&/-]+){0,4}: ["“‘'(]?[\p{L}\p{N}$£€][^\n:]*[^\s:]$/u;
const KINDS: readonly (readonly [RowKind, RegExp])[] = [
  ['place', PLACE],
  ['share', SHARE],
  ['item', ITEM],
];
const MONTH = '(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*[.]?';
/** "1966: A storm destroys the slipway", "March 3, 1988 - …". */
const ENTRY = new RegExp(
  String.raw`^(?:(?:${MONTH} )?(?:\d{1,2}, )?(?:1\d|20)\d{2}|${MONTH} \d{1,2}|\d{1,2} ${MONTH}(?: \d{4})?)(?::| [-–]) \p{Lu}[^\n:.!?]*$`,
  'u',
);
/** What stands in brackets behind a figure is the figure of an earlier time. */
const BEFORE = /(?<=\d[^()]*) \([-+$£€]?\d[^()]*\)$/u;
