import { sentences } from '../../text/sentences.ts';
import type { Span } from '../span.ts';

/** A stop with white space before it: how text reads that a program cut in words. No agency writes so inside a sentence. */
const LOOSE_STOP = /\s[.!?](?:\s(?:''|"|'))?\s+(?=\S)/gu;

/** More characters than this without a stop are no sentence: a list, a table, or somebody who means harm. */
const LONGEST = 1500;

/**
 * The sentences of a copy's text, also of text that arrives cut in words ("it rose . the firm said"). What runs on past
 * 1,500 characters is left out: nothing is derived from it, and nobody's time is spent on it.
 */
export function copySentences(text: string): Span[] {
  return sentences(text).flatMap((span) => {
    const words = text.slice(span.start, span.end);
    const found: Span[] = [];
    let start = 0;
    for (const stop of words.matchAll(LOOSE_STOP)) {
      const end = stop.index + stop[0].trimEnd().length;
      found.push({ start: span.start + start, end: span.start + end });
      start = stop.index + stop[0].length;
    }
    found.push({ start: span.start + start, end: span.end });
    return found.filter(({ start, end }) => end - start <= LONGEST);
  });
}
