import type { Draft } from '../story/furniture.ts';
import { clausesOf } from './clause.ts';
import { countWords, headlineForms, type Short } from './headline-forms.ts';
import { contentOf, spread } from './overlap.ts';
import { salience } from './salience.ts';
import type { StoryView } from './story-view.ts';

const fits = (text: string): boolean => {
  const count = countWords(text);
  return count >= 4 && count <= 9;
};
/** More places than the five that are shown: some will not be proved. */
const PLACES = 14;
/** How much worse a point is when all its words stand in another one. */
const REPETITION = 5;

/** Places for key points, the most telling first, each from another sentence and saying something else than those before it. */
export function keyPoints(story: StoryView): (readonly Draft[])[] {
  const places = story.sentences.flatMap((sentence) => {
    const forms = clausesOf(sentence, story, 'present')
      .flatMap((clause) => headlineForms(clause, story, { fits, title: false, per: 4 }))
      .sort((a, b) => b.worth - a.worth)
      .slice(0, 10);
    const best = forms[0];
    return best ? [{ forms, content: contentOfShort(best), value: salience(sentence, story) + 0.12 * best.worth }] : [];
  });
  return spread(
    places,
    ({ value }) => value,
    ({ content }) => content,
    REPETITION,
  )
    .slice(0, PLACES)
    .map(({ forms }) => forms.map(({ draft }) => draft));
}

const contentOfShort = ({ shortened }: Short): ReadonlySet<string> =>
  contentOf(shortened.keep.map((i) => shortened.clause.sentence.tokens[i]!));
