import type { Draft } from '../story/furniture.ts';
import { fromHeadline, fromText } from './display-headline.ts';
import { countWords } from './headline-forms.ts';
import type { StoryView } from './story-view.ts';

const fits = (text: string): boolean => {
  const count = countWords(text);
  return count >= 4 && count <= 9 && text.length <= 80;
};

/** Names for the story in about 5 to 9 words: a form of the agency's headline, or of what the copy says first. */
export function keyPointsTitles(story: StoryView): Draft[] {
  const long = (draft: Draft) => countWords(draft.text) >= 5;
  const all = [...fromHeadline(story, fits), ...fromText(story, fits)];
  return [...all.filter(long), ...all.filter((draft) => !long(draft))].slice(0, 40);
}
