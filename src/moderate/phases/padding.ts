import { writtenLength } from '../../text/length/written-length.ts';
import type { Phase } from '../verdict.ts';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Tells the moderator when more than half of a comment repeats itself or cannot be seen. */
export const padding: Phase = ({ text }) => {
  const written = writtenLength(text);
  const all = charactersIn(text.replace(/\p{White_Space}+/gu, ' ').trim());
  if (all <= written * 2) return undefined;
  const message = `Of ${all} characters ${written} say something; the others repeat or are hidden.`;
  return { kind: 'note', reason: { code: 'padding', message } };
};

/** Characters as a reader sees them; in plain ASCII each is one. */
function charactersIn(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  let count = 0;
  for (const _ of graphemes.segment(text)) count++;
  return count;
}
