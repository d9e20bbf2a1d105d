import { markedSpans } from '../../text/quote-marks.ts';
import { sentences } from '../../text/sentences.ts';
import type { Span } from '../span.ts';

/** Characters that the words naming the speaker take between two halves. */
const LONGEST_TAG = 120;

/**
 * Whether the words are one half of a sentence that its speaker's name parts: “The quay,” said Ode, “is safe.” A half says
 * less than she did, or something else.
 */
export function isSplit(text: string, { start, end }: Span): boolean {
  const marks = markedSpans(text);
  const at = marks.findIndex((mark) => mark.start <= start && end <= mark.end);
  if (at < 0) return false;
  const here = marks[at]!;
  const [before, after] = [marks[at - 1], marks[at + 1]];
  const opens = start - here.start < 2;
  const closes = here.end - end < 2;
  return (
    (opens && before !== undefined && isParted(text, before, here)) ||
    (closes && after !== undefined && isParted(text, here, after))
  );
}

/**
 * Whether the speaker turns round what she said in her next sentence, with or without her name in between: “We could wait,” Ode
 * said. “Or we could act.” The first without the second is not what she means.
 */
export const isTurnedRound = (text: string, { end }: Span): boolean =>
  /^[.,!?…]?(?:\s+|(?:["”]|'')[^"“\n]{0,120}?(?:\s["“]|\s''))(?:But|Or|Yet|However|Otherwise|Except|Still)\b/u.test(
    text.slice(end, end + 160),
  );

function isParted(text: string, first: Marked, second: Marked): boolean {
  const between = text.slice(first.outerEnd, second.outerStart);
  if (between.length > LONGEST_TAG || between.includes('\n')) return false;
  if (/[.!?…]$/u.test(text.slice(first.start, first.end).trimEnd())) return false;
  const goesOn = /^\p{Ll}/u.test(text.slice(second.start, second.start + 1)) || /[,—–-]\s*$/u.test(between);
  return goesOn && !sentences(text).some((sentence) => sentence.start >= first.end && sentence.start <= second.start);
}

type Marked = ReturnType<typeof markedSpans>[number];
