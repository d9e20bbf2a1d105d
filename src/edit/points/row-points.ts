import type { Draft } from '../../story/furniture.ts';
import type { Row } from '../../story/reading/rows.ts';
import { onDemand } from '../cutting/on-demand.ts';
import { draftOf } from '../cutting/write.ts';
import type { StoryView } from '../story-view.ts';
import { fitsPoint, toldRows } from './told-rows.ts';

/** Places for key points that are rows of the copy, each as it stands there. */
export function rowPoints(story: StoryView): Iterable<Draft>[] {
  return toldRows(story.copy).map((row) => onDemand(() => formsOf(row, story)));
}

/** A row as it stands; figures that are too long so, and those with others in brackets, without those of an earlier time. */
function* formsOf({ start, end, comparison = end }: Row, story: StoryView): Generator<Draft> {
  const whole = story.copy.text.slice(start, end);
  for (const to of new Set(whole.endsWith(')') ? [comparison] : [end, comparison])) {
    const text = story.copy.text.slice(start, to).trim().replace(/\s+/gu, ' ');
    if (fitsPoint(text)) yield draftOf(text, [{ part: 'text', start, end }], story);
  }
}
