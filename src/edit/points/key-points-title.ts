import type { Draft } from '../../story/furniture.ts';
import { wordCount } from '../../text/length/word-count.ts';
import { onDemand } from '../cutting/on-demand.ts';
import { fromHeadline, fromText } from '../display-headline.ts';
import { contentOfText, overlap } from '../overlap.ts';
import type { StoryView } from '../story-view.ts';

/** How much of its words a title shares with the agency's headline. */
const ABOUT = 0.4;
const fits = (text: string): boolean => {
  const count = wordCount(text);
  return count >= 4 && count <= 9 && text.length <= 80;
};

/**
 * Names for the story in about 5 to 9 words: a good form of the agency's headline, then the headline itself, for what the agency
 * called its story is its name; only where neither is to be had a form of what the copy says first, and then a broken one.
 */
export function keyPointsTitles(story: StoryView): Iterable<Draft> {
  return onDemand(function* () {
    const short: Draft[] = [];
    const whole: Draft[] = [];
    for (const draft of fromHeadline(story, fits, { sound: true })) {
      if (isHeadline(draft, story)) whole.push(draft);
      else if (!namesStory(draft, story)) continue;
      else if (wordCount(draft.text) < 5 || /\bsays$/i.test(draft.text)) short.push(draft);
      else yield draft;
    }
    yield* whole;
    yield* short;
    for (const draft of fromText(story, fits, { sound: true })) if (namesStory(draft, story)) yield draft;
    yield* fromHeadline(story, fits);
    if (!story.headline) yield* fromText(story, fits);
  });
}

/** A title is of the whole story: it has to do with what the agency's headline says, where there is one. */
const namesStory = ({ text }: Draft, { copy }: StoryView): boolean =>
  copy.headline === '' || overlap(contentOfText(text), contentOfText(copy.headline)) >= ABOUT;

const isHeadline = ({ evidence: [first] }: Draft, { copy }: StoryView): boolean =>
  first?.part === 'headline' && first.end - first.start === copy.headline.length;
