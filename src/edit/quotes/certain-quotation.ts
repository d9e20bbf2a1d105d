import type { Quotation } from '../../story/speech/quotation.ts';
import { markedSpans } from '../../text/quote-marks.ts';

/** Closed by its own mark, with the words that name the speaker in the same paragraph: no block of text, nothing carried over. */
export function isClosed({ start, end, cue }: Quotation, text: string): boolean {
  if (!cue || text.slice(Math.min(start, cue.start), Math.max(end, cue.end)).includes('\n')) return false;
  return markedSpans(text).some((mark) => mark.closed && mark.start === start && mark.end === end);
}

/** "…," Ode said, according to a diver: what reached the agency at second hand is not certain to be her words. */
export const isSecondHand = ({ end, cue }: Quotation, text: string): boolean =>
  /^[^.\n]{0,100}\baccording to\b/u.test(text.slice(Math.max(end, cue?.end ?? end)));

/** By her name or a pronoun: "the governor" may be another one. */
export function namesCertainly({ speaker, name }: Quotation): boolean {
  const surname = name?.split(/\s+/u).at(-1) ?? '';
  return speaker !== null && (/^(?:he|she)$/i.test(speaker.text) || speaker.text.includes(surname));
}

/** Who speaks of herself by name does not: somebody else does, or a mark is missing. */
export const namesOneOf = (speaker: string, text: string): boolean =>
  speaker.split(/\s+/u).some(
    (word) =>
      word.length > 2 &&
      // Most words do not stand there at all, which is quicker to see.
      (/[^\p{L}]/u.test(word) || text.includes(word)) &&
      new RegExp(`(?<!\\p{L})${word.replace(/[^\p{L}]/gu, '.')}(?!\\p{L})`, 'u').test(text),
  );
