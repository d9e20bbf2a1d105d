import { rememberLast } from './memory/remember-last.ts';
import { paragraphs } from './paragraphs.ts';
import type { Span } from './span.ts';

/**
 * Words between quotation marks. `start` and `end` leave the marks out; `outerStart` and `outerEnd` take them in.
 * `closed` is false where the paragraph ends before the mark does (the quotation goes on in the next paragraph).
 */
export type Marked = Span & {
  readonly outerStart: number;
  readonly outerEnd: number;
  readonly mark: 'double' | 'single';
  readonly closed: boolean;
};

/** A single mark opens only after one of these, or at the start. */
const BEFORE_OPENING = /[\s([{“"—–:-]/u;
/** How far a stray mark is looked for; keeps the work linear on any text. */
const WINDOW = 2000;
const WORD = /[\p{L}\p{N}]/u;

/** Every mark that may open a quotation. */
const OPENING = /[“«„"'‘]/;

/** Everything in quotation marks, outermost marks only, in order. Straight and curly; apostrophes are not marks. */
export const markedSpans: (text: string) => readonly Marked[] = rememberLast((text) => {
  if (!OPENING.test(text)) return [];
  const found: Marked[] = [];
  for (const { start, end } of paragraphs(text)) scanParagraph(text, start, end, found);
  return found;
});

function scanParagraph(text: string, from: number, to: number, found: Marked[]): void {
  const paragraph = text.slice(from, to);
  const lastCurly = paragraph.lastIndexOf('”');
  let at = 0;
  while (at < paragraph.length) {
    const open = nextOpening(paragraph, at);
    if (open < 0) return;
    const mark = paragraph[open] ?? '';
    if (paragraph.startsWith(TYPED, open)) {
      // Two straight single marks, as some wires type a double one.
      const end = paragraph.indexOf(TYPED, open + 2);
      if (end < 0) found.push(typed(from, open, paragraph.length, false));
      else if (end > open + 2) found.push(typed(from, open, end, true));
      if (end < 0) return;
      at = end + 2;
      continue;
    }
    const close = /["“”«„]/u.test(mark) ? closeDouble(paragraph, open, lastCurly) : closeSingle(paragraph, open);
    if (close >= 0) {
      if (close > open + 1) found.push(marked(from, open, close, mark, true));
      at = close + 1;
    } else if (mark === '"' && goesOnAt(paragraph, open) > 0) {
      // The paragraphs of one speaker on one line: each opens a mark, and only the last closes it.
      const next = goesOnAt(paragraph, open);
      found.push(marked(from, open, next - 1, mark, false));
      at = next;
    } else if (mark === '"' && paragraph.includes('"', open + 1)) {
      at = open + 1;
    } else if (mark === '“' || mark === '«' || mark === '„' || (mark === '"' && opensHere(paragraph, open))) {
      found.push(marked(from, open, paragraph.length, mark, false));
      return;
    } else {
      at = open + 1;
    }
  }
}

const isDouble = (mark: string): boolean => mark !== "'" && mark !== '‘';

const marked = (from: number, open: number, close: number, mark: string, closed: boolean): Marked => ({
  start: from + open + 1,
  end: from + close,
  outerStart: from + open,
  outerEnd: from + close + (closed ? 1 : 0),
  mark: isDouble(mark) ? 'double' : 'single',
  closed,
});

const TYPED = "''";

const typed = (from: number, open: number, close: number, closed: boolean): Marked => ({
  start: Math.min(from + open + 2, from + close),
  end: from + close,
  outerStart: from + open,
  outerEnd: from + close + (closed ? 2 : 0),
  mark: 'double',
  closed,
});

function nextOpening(paragraph: string, from: number): number {
  for (let at = from; at < paragraph.length; at++) {
    const mark = paragraph[at];
    if (mark === '“' || mark === '«' || mark === '„') return at;
    if (mark === '"' && !closesOnly(paragraph, at)) return at;
    if (mark === "'" && paragraph[at + 1] === "'" && opensTyped(paragraph, at)) return at;
    if ((mark === '‘' || mark === "'") && opensHere(paragraph, at)) return at;
  }
  return -1;
}

/** Where, behind a mark that opens and the end of a sentence, the next one opens: "Yes. | "And no."; -1. */
function goesOnAt(paragraph: string, open: number): number {
  const next = paragraph.indexOf('"', open + 1);
  const follows = opensHere(paragraph, open) && next > 0 && opensHere(paragraph, next);
  return follows && /[.!?…]\s$/u.test(paragraph.slice(Math.max(0, next - 2), next)) ? next : -1;
}

const opensTyped = (paragraph: string, at: number): boolean =>
  (at === 0 || BEFORE_OPENING.test(paragraph[at - 1]!)) && /^[\p{L}\p{N}[(.]/u.test(paragraph.slice(at + 2, at + 4));

/** A mark opens after white space, a bracket or a dash, and before a word that is no decade ("'90s") or clipped form. */
function opensHere(paragraph: string, at: number): boolean {
  const before = paragraph[at - 1];
  const after = paragraph.slice(at + 1, at + 8);
  if (before !== undefined && !BEFORE_OPENING.test(before)) return false;
  return (
    /^["“‘'[(]?[\p{L}\p{N}$£€….]/u.test(after) && !/^(?:[0-9]0s|em\b|til\b|tis\b|twas\b|cause\b|n['’])/iu.test(after)
  );
}

/** A straight mark after a word and before a space can only close; when nothing is open it is a stray. */
const closesOnly = (paragraph: string, at: number): boolean =>
  /[\p{L}\p{N},.?!…]/u.test(paragraph[at - 1] ?? '') && !WORD.test(paragraph[at + 1] ?? 'a');

/** A straight mark after a space and before a letter can only open: the one before it was never closed. */
const opensOnly = (paragraph: string, at: number): boolean =>
  /[\s(]/u.test(paragraph[at - 1] ?? '') && WORD.test(paragraph[at + 1] ?? '');

function closeDouble(paragraph: string, open: number, lastCurly: number): number {
  const mark = paragraph[open];
  if (mark === '«') return paragraph.indexOf('»', open + 1);
  if (mark === '"') {
    const close = paragraph.indexOf('"', open + 1);
    return close > 0 && opensOnly(paragraph, close) ? -1 : close;
  }
  // A curly mark that nothing curly closes may be closed by a straight one.
  if (lastCurly > open) return closeMixed(paragraph, open, paragraph.indexOf('”', open + 1));
  return paragraph.indexOf('"', open + 1);
}

/** “Yes," he said. “No.”: a straight mark closes too, where the curly one found belongs to the next opening. */
function closeMixed(paragraph: string, open: number, curly: number): number {
  const within = paragraph.slice(open + 1, Math.min(curly, open + WINDOW));
  const straight = /[,.?!…—]"(?=\s)/u.exec(within);
  if (straight === null || !within.includes('“', straight.index + 2)) return curly;
  return open + 2 + straight.index;
}

/** The mark that closes a single one; an apostrophe after a plural ("workers' rights") is passed over if another follows. */
function closeSingle(paragraph: string, open: number): number {
  let fallback = -1;
  for (let at = open + 2; at < paragraph.length; at++) {
    const mark = paragraph[at];
    if (mark === '‘' || mark === '“' || mark === '"') return fallback;
    if (mark !== '’' && mark !== "'") continue;
    const before = paragraph[at - 1] ?? '';
    if (WORD.test(paragraph[at + 1] ?? '')) {
      if (/\s/u.test(before)) return fallback;
      continue;
    }
    if (/\s/u.test(before)) continue;
    const plural = /s/iu.test(before) && /^\s\p{Ll}/u.test(paragraph.slice(at + 1, at + 3));
    if (!plural) return at;
    if (fallback < 0) fallback = at;
  }
  return fallback;
}
