import type { Draft } from '../story/furniture.ts';
import type { Clause } from './clause.ts';
import { compress, type Shortened } from './compress.ts';
import type { SentenceView, StoryView } from './story-view.ts';
import { draftOf, evidenceOf, withVoice, wordsOf } from './write.ts';

export type Sentence = { readonly draft: Draft; readonly worth: number };

/** The longest sentence that is ever wanted. */
const MOST = { words: 48, characters: 320 };

/** Whole sentences made from a clause that fit, the most telling first. */
export function sentenceForms(
  clause: Clause,
  story: StoryView,
  fits: (text: string) => boolean,
  most: number,
): Sentence[] {
  const voice = clause.said ? 'tail' : 'none';
  const write = (shortened: Shortened) => `${withVoice(wordsOf(shortened, story), clause.said, voice)}.`;
  const made = compress(clause, story, {
    fits: (shortened) => fits(write(shortened)),
    headline: false,
    most: MOST,
  });
  return made.slice(0, most).map((shortened) => ({
    draft: draftOf(write(shortened), evidenceOf(shortened, voice), story),
    worth: shortened.worth,
  }));
}

/** The plain sentence of the copy. */
export function plainSentence(sentence: SentenceView, story: StoryView): Draft {
  const { part, start, end } = sentence;
  return draftOf(story.copy[part].slice(start, end).replace(/\s+/gu, ' '), [{ part, start, end }], story);
}
