import type { Draft } from '../story/furniture.ts';
import type { Clause } from './clause.ts';
import { compress, type Shortened } from './compress.ts';
import type { SentenceView, StoryView } from './story-view.ts';
import { capital, draftOf, evidenceOf, withVoice, wordsOf } from './write.ts';

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
  const voice = clause.said ? 'lead' : 'none';
  const write = (shortened: Shortened) => stopped(withVoice(wordsOf(shortened, story), clause.said, voice));
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

const stopped = (text: string): string => (/[.!?]["”’')]*$/.test(text) ? text : `${text}.`);

/** Marks that stand apart ("it rose , he said .") close up. */
const joinMarks = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .replace(/ (?=[,.;:!?)](?: |$)|['’]s\b|n['’]t\b)/gu, '')
    .replace(/\( /g, '(');

/** The plain sentence of the copy, with a capital. */
export function plainSentence(sentence: SentenceView, story: StoryView): Draft {
  const { part, start, end } = sentence;
  return draftOf(capital(joinMarks(story.copy[part].slice(start, end))), [{ part, start, end }], story);
}
