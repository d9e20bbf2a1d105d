import type { Draft } from '../story/furniture.ts';
import { wordCount } from '../text/word-count.ts';
import { type Clause, clausesOf } from './cutting/clause.ts';
import type { Shortened } from './cutting/compress.ts';
import { onDemand } from './cutting/on-demand.ts';
import { isSound } from './cutting/sound.ts';
import { tightForms } from './cutting/tight-forms.ts';
import { abbreviate, draftOf, evidenceOf, type Voice, withVoice } from './cutting/write.ts';
import { headlineForms, type Short } from './headline-forms.ts';
import { contentOf, spread } from './overlap.ts';
import { salience } from './salience.ts';
import type { StoryView } from './story-view.ts';

const fits = (text: string): boolean => {
  const count = wordCount(text);
  return count >= 4 && count <= 9;
};
const MOST = { words: 9, characters: 90 };
/** More places than the five that are shown: some will not be proved. */
const PLACES = 30;
/** Sentences that are looked at; the rest of a long story is background. */
const CONSIDERED = 36;
/** How much worse a point is when all its words stand in another one. */
const REPETITION = 3;
/** Forms of one place that are tried. */
const FORMS = 40;

/**
 * Places for key points, the most telling first, each saying something else than those before it; and the same places again
 * with forms that do not read as well, for a story that has too few others.
 */
export function keyPoints(story: StoryView): { readonly first: Iterable<Draft>[]; readonly spare: Iterable<Draft>[] } {
  const found = story.sentences
    .map((sentence) => ({ sentence, value: salience(sentence, story) }))
    .sort((a, b) => b.value - a.value)
    .slice(0, CONSIDERED)
    .flatMap(({ sentence, value }) =>
      apart(clausesOf(sentence, story, 'present')).map((clauses, i) => ({
        clauses,
        content: contentOf(clauses.flatMap(({ from, to }) => sentence.tokens.slice(from, to))),
        value: value - 0.5 * i,
      })),
    );
  const ranked = spread(
    found,
    ({ value }) => value,
    ({ content }) => content,
    REPETITION,
  );
  const tight = ranked.slice(0, PLACES).map(({ clauses }) => onDemand(() => tightOf(clauses, story)));
  const places = ranked.slice(0, PLACES).map(({ clauses }) => onDemand(() => formsOf(clauses, story)));
  const those = (sound: boolean) =>
    places.map((forms) =>
      onDemand(function* () {
        for (const form of forms) if (isSound(form.shortened) === sound) yield form.draft;
      }),
    );
  return { first: tight, spare: those(true) };
}

function tightOf(clauses: readonly Clause[], story: StoryView): Iterator<Draft> {
  return clauses
    .flatMap((clause) => {
      const voices: readonly Voice[] = clause.said
        ? /^says?$/.test(clause.said.verb)
          ? ['lead', 'colon']
          : ['lead']
        : ['none'];
      return voices.flatMap((voice) => {
        const write = (shortened: Shortened) => withVoice(abbreviate(shortened.words), clause.said, voice);
        return tightForms(clause, story, (shortened) => fits(write(shortened))).map((shortened) => ({
          worth: shortened.worth - (voice === 'colon' ? 0.6 : 0),
          draft: draftOf(write(shortened), evidenceOf(shortened, voice), story),
        }));
      });
    })
    .sort((a, b) => b.worth - a.worth)
    .slice(0, FORMS)
    .map(({ draft }) => draft)
    .values();
}

const formsOf = (clauses: readonly Clause[], story: StoryView): Iterator<Short> =>
  clauses
    .flatMap((clause) => headlineForms(clause, story, { fits, title: false, per: 30, most: MOST }))
    .sort((a, b) => b.worth - a.worth)
    .slice(0, FORMS)
    .values();

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
