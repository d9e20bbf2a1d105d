import type { Span } from './span.ts';

/** Longer than any line that a person or a program wraps; such a line is a paragraph of its own. */
const WRAPPED = 100;

/** The paragraphs of a text, in order. A blank line parts them; so does a line end after a full stop, unless lines are wrapped. */
export function paragraphs(text: string): Span[] {
  const found: Span[] = [];
  let start = 0;
  let lineStart = 0;
  for (const { index, 0: gap } of text.matchAll(/\n(?:[^\S\n]*\n)?[^\S\n]*/gu)) {
    const blank = gap.indexOf('\n', 1) > 0;
    const line = text.slice(lineStart, index).trimEnd();
    lineStart = index + gap.length;
    if (!blank && !(line.length > WRAPPED && /[.!?:…"'”’]$/u.test(line))) continue;
    if (line !== '' || blank) found.push({ start, end: index });
    start = lineStart;
  }
  found.push({ start, end: text.length });
  return found.filter((span) => span.end > span.start);
}
