import type { Draft } from '../story/furniture.ts';
import { clausesOf } from './clause.ts';
import { contentOf, overlap } from './overlap.ts';
import { salience } from './salience.ts';
import { plainSentence, sentenceForms } from './sentence-forms.ts';
import type { StoryView } from './story-view.ts';

const MOST_CHARACTERS = 160;
const fits = (text: string): boolean => text.length <= MOST_CHARACTERS && text.length >= 45;

const FORMS = 3;
const MOST = { words: 36, characters: 158 };

/** "…, the company said." leaves a reader on the least that it tells; where nothing better is proved it comes last. */
const trails = ({ text }: Draft): boolean => /\b(?:said|says)[.]$/.test(text);

/** The sentences from which a standfirst may come, the most telling six of the first ten. */
const likely = (story: StoryView) =>
  story.sentences
    .slice(0, 10)
    .map((sentence) => ({ sentence, value: salience(sentence, story) }))
    .sort((a, b) => b.value - a.value)
    .slice(0, 6);

/** One sentence of at most 160 characters that adds to the headline: from what the copy says first, as full as room allows. */
export function standfirsts(story: StoryView): Draft[] {
  const head = contentOf(story.headline?.tokens ?? []);
  const found = likely(story).flatMap(({ sentence, value }) => {
    const plain = plainSentence(sentence, story);
    const forms = clausesOf(sentence, story, 'past').flatMap((clause) =>
      sentenceForms(clause, story, { fits, most: MOST, forms: FORMS }),
    );
    const all = fits(plain.text) && !sentence.quoted.some(Boolean) ? [{ draft: plain, worth: 30 }, ...forms] : forms;
    const repeats = overlap(contentOf(sentence.tokens), head);
    return all.map(({ draft, worth }) => ({ draft, value: 3 * value + 0.35 * Math.min(worth, 22) - 3 * repeats }));
  });
  const plain = story.sentences
    .slice(0, 30)
    .map((sentence) => plainSentence(sentence, story))
    .filter(({ text }) => fits(text));
  const ranked = [
    ...found
      .sort((a, b) => b.value - a.value)
      .map(({ draft }) => draft)
      .slice(0, 30),
    ...plain,
  ];
  return [...ranked.filter((draft) => !trails(draft)), ...ranked.filter(trails)];
}
