import type { Reason } from '../../story/discussion/comment.ts';
import type { Span } from '../../story/span.ts';
import { type Html, html } from './html.ts';

/** A stretch of a text, with the numbers (from 1) of the reasons that speak of it. */
export type Piece = { readonly text: string; readonly reasons: readonly number[] };

/** Most places that are marked in one comment: beyond them marks show nothing any more. */
const MOST_SPANS = 60;

/** The text cut where reasons begin and end. Places outside the text are cut off, and empty ones left out. */
export function piecesOf(text: string, reasons: readonly Reason[]): Piece[] {
  const places = reasons
    .flatMap((reason, index) => spansOf(reason).map(({ start, end }) => ({ start, end, number: index + 1 })))
    .map(({ start, end, number }) => ({ start: Math.max(0, start), end: Math.min(text.length, end), number }))
    .filter(({ start, end }) => start < end)
    .slice(0, MOST_SPANS);
  const cuts = [...new Set([0, text.length, ...places.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length;
    const over = places.filter((place) => place.start <= start && place.end >= end).map(({ number }) => number);
    return { text: text.slice(start, end), reasons: [...new Set(over)] };
  });
}

const spansOf = (reason: Reason): readonly Span[] =>
  'spans' in reason && Array.isArray(reason.spans) ? reason.spans : [];

/** A comment's words with the places that reasons speak of marked, each with the number of its reason behind it. */
export function renderMarked(text: string, reasons: readonly Reason[]): Html {
  return html`${piecesOf(text, reasons).map(({ text: words, reasons: numbers }) =>
    numbers.length === 0
      ? words
      : html`<mark>${words}<sup class="why-number"><span class="vh"> (reason </span>${numbers.join(', ')}<span class="vh">)</span></sup></mark>`,
  )}`;
}
