import type { Draft } from '../story/furniture.ts';
import { tokens } from '../text/tokens.ts';
import { clausesOf } from './clause.ts';
import { countWords } from './headline-forms.ts';
import { introduce } from './introduce.ts';
import { contentOf, spread } from './overlap.ts';
import { salience } from './salience.ts';
import { plainSentence, sentenceForms } from './sentence-forms.ts';
import type { SentenceView, StoryView } from './story-view.ts';

/** A sentence longer than this is shortened where it can be. */
const LONG = 28;
/** More places than needed; furnish stops at about 75 words. */
const PLACES = 9;
const REPETITION = 2.5;
/** Sentences that are looked at; the rest of a long story is background. */
const CONSIDERED = 14;

/** Places for the summary's sentences, the most telling first; each names people as if for the first time. */
export function summaries(story: StoryView): (readonly Draft[])[] {
  const places = story.sentences
    .filter((sentence) => !isMostlyQuoted(sentence))
    .map((sentence) => ({ sentence, value: salience(sentence, story) }))
    .sort((a, b) => b.value - a.value)
    .slice(0, CONSIDERED)
    .flatMap(({ sentence, value }) => placesIn(sentence, story).map((drafts) => ({ drafts, value })));
  return spread(
    places,
    ({ value }) => value,
    ({ drafts }) => contentOf(tokens(drafts[0]?.text ?? '')),
    REPETITION,
  )
    .slice(0, PLACES)
    .map(({ drafts }) => drafts);
}

const isMostlyQuoted = ({ quoted }: SentenceView): boolean => quoted.filter(Boolean).length > 0.5 * quoted.length;

function placesIn(sentence: SentenceView, story: StoryView): (readonly Draft[])[] {
  const plain = plainSentence(sentence, story);
  const endsOnSpeaker = /\b(?:said|says|added)\.$/.test(plain.text);
  if (countWords(plain.text) <= LONG && endsOnSpeaker)
    return [introduce([...shorter(sentence, story, LONG), plain], story)];
  if (countWords(plain.text) <= LONG) return [introduce([plain, ...shorter(sentence, story, LONG)], story)];
  const clauses = clausesOf(sentence, story, 'past').filter(({ said }) => said === null);
  const apart = clauses.filter((clause, i) =>
    clauses.every((other, j) => j === i || other.to <= clause.from || other.from >= clause.to),
  );
  if (clauses.length > 1 && apart.length === clauses.length) {
    return apart.map((clause) =>
      introduce(
        sentenceForms(clause, story, upTo(LONG + 8, 6)).map(({ draft }) => draft),
        story,
      ),
    );
  }
  return [introduce([...shorter(sentence, story, LONG), plain], story)];
}

const upTo = (words: number, forms: number) => ({
  fits: (text: string) => countWords(text) <= words,
  most: { words: words + 2, characters: 9 * words },
  forms,
});

const shorter = (sentence: SentenceView, story: StoryView, words: number): Draft[] =>
  clausesOf(sentence, story, 'past')
    .flatMap((clause) => sentenceForms(clause, story, upTo(words, 8)))
    .sort((a, b) => b.worth - a.worth)
    .slice(0, 12)
    .map(({ draft }) => draft);
