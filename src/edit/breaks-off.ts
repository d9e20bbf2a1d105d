import type { Draft } from '../story/furniture.ts';
import type { StoryView } from './story-view.ts';

/**
 * What is cut off where the copy goes on with "and" may be half a list or half a name ("the Office of Management | and Budget"), and
 * a quotation behind a colon that has lost its marks is nobody's words. The checks know most such cuts; a reader notices the rest.
 */
export function breaksOff({ text, evidence: [first] }: Draft, { copy }: StoryView): boolean {
  if (first?.part !== 'text') return false;
  if (/^,? (?:and|or)\b/.test(copy.text.slice(first.end, first.end + 6))) return true;
  return /: \p{Lu}/u.test(text) && !/["“]/.test(text) && /["“]/.test(copy.text.slice(first.start, first.end + 2));
}
