import type { Draft } from '../../story/furniture.ts';
import type { SentenceView, StoryView } from '../story-view.ts';
import type { Clause } from './clause.ts';
import { compress, type Room, type Shortened } from './compress.ts';
import { capital, draftOf, evidenceOf, withVoice } from './write.ts';

export type Sentence = { readonly draft: Draft; readonly worth: number };

/** Whole sentences made from a clause that fit, the most telling first. */
export function sentenceForms(
  clause: Clause,
  story: StoryView,
  { fits, most, forms }: { fits: (text: string) => boolean; most: Room['most']; forms: number },
): Sentence[] {
  const voice = clause.said ? 'lead' : 'none';
  const write = (shortened: Shortened) => stopped(withVoice(shortened.words, clause.said, voice));
  const made = compress(clause, story, {
    fits: (shortened) => fits(write(shortened)),
    headline: false,
    most,
    forms,
  });
  return made.map((shortened) => ({
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
