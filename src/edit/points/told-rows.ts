import { type Line, linesOf, type Row, type RowKind } from '../../story/reading/rows.ts';
import { wordCount } from '../../text/length/word-count.ts';
import { FIRST_AND_SECOND_PERSON, MONTHS } from '../../text/words/function-words.ts';
import { correctsItself } from '../correction.ts';
import { contentOfText } from '../overlap.ts';
import type { CopyToEdit } from '../story-view.ts';
import { endOfNews } from '../tellable.ts';

/** How many rows of a kind are told: of figures and rankings the agency puts first what counts. */
const MOST: Readonly<Record<RowKind, number>> = { figures: 3, score: 5, place: 3, share: 3, item: 5, entry: 5 };
/** Fewer lines with a label are no list: a credit, a contact, somebody who speaks. */
const SHORTEST_LIST = 3;

/** Whether a row has the length of a key point. */
export const fitsPoint = (text: string): boolean => {
  const count = wordCount(text);
  return count >= 4 && count <= 9;
};

type TableLine = Line & { readonly row: Row };

/**
 * The rows of a copy that say by themselves what they say, in order: figures of its first period, what a game ended with, the
 * first of a ranking, the items of a list. Rows that only say it with the words above them are left out.
 */
export function toldRows(copy: CopyToEdit): Row[] {
  if (correctsItself(copy)) return [];
  const end = endOfNews(copy.text);
  const lines = linesOf(copy.text).filter(({ start }) => start < end);
  return [
    ...figures(lines, copy),
    ...scores(lines, copy),
    ...ranking(lines, copy),
    ...shares(lines, copy),
    ...lists(lines),
  ]
    .map(({ row }) => row)
    .sort((a, b) => a.start - b.start);
}

/** Whether the copy begins with its rows: then they are its news, and what its sentences say are notes to them. */
export function isSheet(copy: CopyToEdit): boolean {
  const [first] = toldRows(copy);
  return first !== undefined && linesOf(copy.text).every((line) => line.start >= first.start || !isSentence(line));
}

const isSentence = ({ stop, text }: Line): boolean => /^[.!?…]/u.test(stop) && wordCount(text) > 4;

const isRow =
  (kind: RowKind) =>
  (line: Line | undefined): line is TableLine =>
    line?.row?.kind === kind;

type Rows = { readonly rows: readonly TableLine[]; readonly heading: Line | undefined };

/** The first rows of a kind that stand together, at least so many, and the line above them. */
function firstBlock(
  lines: readonly Line[],
  kind: RowKind,
  { least = 1, goesOn = () => false }: { readonly least?: number; readonly goesOn?: (line: Line) => boolean } = {},
): Rows {
  const isOne = isRow(kind);
  for (let from = 0; from < lines.length; from++) {
    if (!isOne(lines[from])) continue;
    let to = from;
    while (to < lines.length && (isOne(lines[to]) || goesOn(lines[to]!))) to++;
    const rows = lines.slice(from, to).filter(isOne);
    if (rows.length >= least) return { rows, heading: lines[from - 1] };
    from = to;
  }
  return { rows: [], heading: undefined };
}

/** Of the first period those that speak of what the headline speaks of, then those that stand first. */
function figures(lines: readonly Line[], { headline }: CopyToEdit): TableLine[] {
  const { rows, heading } = firstBlock(lines, 'figures', { goesOn: isFigure });
  if (heading && !(isSentence(heading) ? standsAlone(heading) : isOfHeadline(heading, headline))) return [];
  const about = contentOfText(headline);
  const rank = ({ text }: Line) => ([...contentOfText(text)].some((word) => about.has(word)) ? 0 : 1);
  return [...rows].sort((a, b) => rank(a) - rank(b)).slice(0, MOST.figures);
}

/** "Holdings in dollars were as follows.": the rows below are not told without it. */
const standsAlone = ({ text }: Line): boolean => !/\bfollow/iu.test(text);

const PERIODS: readonly RegExp[] = [
  /\by(?:ea)?rs?\b/i,
  /\bhalf\b/i,
  /\bq(?:ua)?rte?r?s?\b/i,
  /\bm(?:on)?ths?\b/i,
  /\bw(?:ee)?ks?\b/i,
];

/** A heading over the first figures ("Year", "ended Jan 31") names no other period than the headline, and nothing that they are parts of. */
const isOfHeadline = ({ stop, text }: Line, headline: string): boolean =>
  stop === '' && PERIODS.every((period) => !period.test(text) || period.test(headline));

/** "Final dividend 6.5 crowns, up 19 percent": told by nobody, but no heading over other figures either. */
const isFigure = ({ stop, text }: Line): boolean =>
  !/[:–-]$/u.test(stop) &&
  /^\p{Lu}\D*\s[-+$£€¥]?\d/u.test(text) &&
  !/\bend(?:ed|ing)?\b/iu.test(text) &&
  !PERIODS.some((period) => period.test(text));

/** What has been played, not what stood at half-time or will be: the headline or the line above says so. */
function isOver({ heading }: Rows, { headline }: CopyToEdit): boolean {
  const says = `${headline} ${heading?.text ?? ''}`;
  return (
    (heading === undefined || /\b(?:results?|scores?|finals?|standings|winners?|polls?)\b/iu.test(says)) &&
    !/\b(?:half|fixtures?|odds|previous|last|provisional|predict)/iu.test(says)
  );
}

function scores(lines: readonly Line[], copy: CopyToEdit): readonly TableLine[] {
  const block = firstBlock(lines, 'score');
  return isOver(block, copy) ? block.rows.slice(0, MOST.score) : [];
}

/** The first three of a ranking that begins with its first. */
function ranking(lines: readonly Line[], copy: CopyToEdit): readonly TableLine[] {
  const block = firstBlock(lines, 'place', { least: MOST.place });
  const places = block.rows.slice(0, MOST.place);
  const inOrder = places.every(({ text }, i) => Number.parseInt(text, 10) === i + 1);
  return inOrder && isOver(block, copy) ? places : [];
}

/** Who got how much of something, when it is over. */
function shares(lines: readonly Line[], copy: CopyToEdit): readonly TableLine[] {
  const block = firstBlock(lines, 'share', { least: 2 });
  const told = block.rows.filter(({ row, text }) => fitsPoint(text.slice(0, (row.comparison ?? row.end) - row.start)));
  return isOver(block, copy) && told.length * 2 >= block.rows.length ? told.slice(0, MOST.share) : [];
}

const lists = (lines: readonly Line[]): readonly TableLine[] => [...list(lines, 'item'), ...list(lines, 'entry')];

/** Labels with what belongs to them, at least three together and none twice; nobody speaks in them, and most have room. */
function list(lines: readonly Line[], kind: 'item' | 'entry'): readonly TableLine[] {
  const { rows } = firstBlock(lines, kind, { least: SHORTEST_LIST });
  const labels = new Set(rows.map(({ text }) => text.slice(0, text.indexOf(':'))));
  const told = rows.filter(({ text }) => fitsPoint(text) && !isDay(text.slice(text.indexOf(':') + 1)));
  const isList = labels.size === rows.length && rows.every(isThing) && told.length * 2 >= rows.length;
  return isList ? told.slice(0, MOST[kind]) : [];
}

/** "Born: March 3, 1949": a day is none of a story's points. */
const isDay = (words: string): boolean =>
  (words.toLowerCase().match(/\p{L}+/gu) ?? []).every((word) => MONTHS.has(word));

const isThing = ({ text }: Line): boolean =>
  !/[@?!]|https?:|www\./u.test(text) &&
  !text
    .toLowerCase()
    .split(/[^\p{L}'’]+/u)
    .some((word) => FIRST_AND_SECOND_PERSON.has(word));
