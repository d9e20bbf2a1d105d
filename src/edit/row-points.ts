import type { Draft } from '../story/furniture.ts';
import { type Line, linesOf, type Row, type RowKind } from '../story/rows.ts';
import { FIRST_AND_SECOND_PERSON } from '../text/function-words.ts';
import { wordCount } from '../text/word-count.ts';
import { onDemand } from './cutting/on-demand.ts';
import { draftOf } from './cutting/write.ts';
import { contentOfText } from './overlap.ts';
import type { CopyToEdit, StoryView } from './story-view.ts';
import { correctsItself, endOfNews } from './tellable.ts';

const fits = (text: string): boolean => {
  const count = wordCount(text);
  return count >= 4 && count <= 9;
};

/** How many rows of a kind are told: of figures and rankings the agency puts first what counts. */
const MOST: Readonly<Record<RowKind, number>> = { figures: 3, score: 5, place: 3, item: 5 };
/** Fewer lines with a label are no list: a credit, a contact, somebody who speaks. */
const SHORTEST_LIST = 3;

/** Places for key points that are rows of the copy as they stand: figures of its first period, scores, places, items of a list. */
export function rowPoints(story: StoryView): Iterable<Draft>[] {
  return toldRows(story.copy).map(({ row }) => onDemand(() => formsOf(row, story)));
}

/** Whether the copy begins with its rows: then they are its news, and what its sentences say are notes to them. */
export function isSheet({ copy }: StoryView): boolean {
  const [first] = toldRows(copy);
  return first !== undefined && linesOf(copy.text).every((line) => line.start >= first.start || !isSentence(line));
}

/** A row as it stands; figures that are too long so, without those of an earlier time. */
function* formsOf({ start, end, comparison }: Row, story: StoryView): Generator<Draft> {
  for (const to of [end, ...(comparison === undefined ? [] : [comparison])]) {
    const text = story.copy.text.slice(start, to).trim().replace(/\s+/gu, ' ');
    if (fits(text)) yield draftOf(text, [{ part: 'text', start, end }], story);
  }
}

type TableLine = Line & { readonly row: Row };

function toldRows(copy: CopyToEdit): TableLine[] {
  if (correctsItself(copy)) return [];
  const end = endOfNews(copy.text);
  const lines = linesOf(copy.text).filter(({ start }) => start < end);
  return [...figures(lines, copy), ...outcomes(lines, copy, 'score'), ...ranking(lines, copy), ...list(lines)].sort(
    (a, b) => a.start - b.start,
  );
}

type Rows = { readonly rows: readonly TableLine[]; readonly heading: Line | undefined };

/** The first rows of a kind that stand together, at least so many, and the line above them. */
function firstBlock(lines: readonly Line[], kind: RowKind, least = 1): Rows {
  const isRow = (line: Line | undefined): line is TableLine => line?.row?.kind === kind;
  for (let from = 0; from < lines.length; from++) {
    const rows: TableLine[] = [];
    for (let line = lines[from]; isRow(line); line = lines[from + rows.length]) rows.push(line);
    if (rows.length >= least) return { rows, heading: lines[from - 1] };
    from += rows.length;
  }
  return { rows: [], heading: undefined };
}

const isSentence = ({ stop, text }: Line): boolean => /^[.!?…]/u.test(stop) && wordCount(text) > 4;

/** Those that speak of what the headline speaks of, and those that stand first. */
function figures(lines: readonly Line[], { headline }: CopyToEdit): TableLine[] {
  const { rows, heading } = firstBlock(lines, 'figures');
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

/** What has been played, not what stood at half-time or will be: the headline or the line above says so. */
function outcomes(lines: readonly Line[], { headline }: CopyToEdit, kind: 'score' | 'place'): TableLine[] {
  const { rows, heading } = firstBlock(lines, kind);
  const says = `${headline} ${heading?.text ?? ''}`;
  const isOver = heading === undefined || /\b(?:results?|scores?|final|finals|standings|winners?)\b/iu.test(says);
  return isOver && !/\b(?:half|fixtures?|odds|previous|last|provisional|predict)/iu.test(says)
    ? rows.slice(0, MOST[kind])
    : [];
}

/** The first three of a ranking that begins with its first. */
function ranking(lines: readonly Line[], copy: CopyToEdit): TableLine[] {
  const places = outcomes(lines, copy, 'place');
  return places.length === MOST.place && places.every(({ text }, i) => Number.parseInt(text, 10) === i + 1)
    ? places
    : [];
}

/** Labels with what belongs to them, at least three together; nobody speaks in them. */
function list(lines: readonly Line[]): TableLine[] {
  const { rows } = firstBlock(lines, 'item', SHORTEST_LIST);
  const isList = new Set(rows.map(({ text }) => text.slice(0, text.indexOf(':')))).size === rows.length;
  return isList && rows.every(isThing) ? rows.slice(0, MOST.item) : [];
}

const isThing = ({ text }: Line): boolean =>
  !/[@?!]|https?:|www\./u.test(text) &&
  !text
    .toLowerCase()
    .split(/[^\p{L}'’]+/u)
    .some((word) => FIRST_AND_SECOND_PERSON.has(word));
