import type { Draft } from '../story/furniture.ts';
import { type Clause, clausesOf } from './clause.ts';
import { countWords, headlineForms, type Short } from './headline-forms.ts';
import { contentOf, spread } from './overlap.ts';
import { salience } from './salience.ts';
import type { StoryView } from './story-view.ts';

const fits = (text: string): boolean => {
  const count = countWords(text);
  return count >= 4 && count <= 9;
};
const MOST = { words: 9, characters: 90 };
/** More places than the five that are shown: some will not be proved. */
const PLACES = 30;
/** Sentences that are looked at; the rest of a long story is background. */
const CONSIDERED = 36;
/** How much worse a point is when all its words stand in another one. */
const REPETITION = 5;

/** Places for key points, the most telling first, each from another sentence and saying something else than those before it. */
export function keyPoints(story: StoryView): (readonly Draft[])[] {
  const considered = story.sentences
    .map((sentence) => ({ sentence, value: salience(sentence, story) }))
    .sort((a, b) => b.value - a.value)
    .slice(0, CONSIDERED);
  const places = considered.flatMap(({ sentence, value }) => {
    return apart(clausesOf(sentence, story, 'present')).flatMap((clauses, i) => {
      const forms = clauses
        .flatMap((clause) => headlineForms(clause, story, { fits, title: false, per: 14, most: MOST }))
        .sort((a, b) => b.worth - a.worth)
        .slice(0, 28);
      const [best] = forms;
      return best ? [{ forms, content: contentOfShort(best), value: value - 0.5 * i + 0.12 * best.worth }] : [];
    });
  });
  const ranked = spread(
    places,
    ({ value }) => value,
    ({ content }) => content,
    REPETITION,
  );
  return ranked.slice(0, PLACES).map(({ forms }) => forms.map(({ draft }) => draft));
}

/** Clauses that share words compete for one place; those that lie apart in the sentence get a place each. */
function apart(clauses: readonly Clause[]): Clause[][] {
  const groups: { from: number; to: number; clauses: Clause[] }[] = [];
  for (const clause of clauses) {
    // A participle clause borrows its subject from the front: its own words begin behind what is skipped.
    const from = clause.skipped.size > 0 ? Math.max(...clause.skipped) + 1 : clause.from;
    const group = groups.find((other) => from < other.to && other.from < clause.to);
    if (group) group.clauses.push(clause);
    else groups.push({ from, to: clause.to, clauses: [clause] });
  }
  return groups.map((group) => group.clauses);
}

const contentOfShort = ({ shortened }: Short): ReadonlySet<string> =>
  contentOf(shortened.keep.map((i) => shortened.clause.sentence.tokens[i]!));
