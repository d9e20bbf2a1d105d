import type { Name } from '../text/names.ts';
import { paragraphs } from '../text/paragraphs.ts';
import { copyNames } from './copy-names.ts';
import { type Place, placesOf, strangersIn } from './name-places.ts';
import { type Actor, speakerAt, subjectIn } from './sentence-subject.ts';
import { type TaggedSentence, taggedSentences } from './tagged-sentences.ts';

/** A sentence with who acts in it: its subject first, then whoever speaks in it. */
export type Told = {
  readonly sentence: TaggedSentence;
  readonly paragraph: number;
  readonly subject: Actor | undefined;
  readonly speakers: readonly Actor[];
};

/** A subject pronoun that has been read, and who is meant where that is certain. */
export type Meant = { readonly start: number; readonly pronoun: string; readonly name: Name | undefined };

/** A text as what is told of whom, sentence by sentence. `meant` grows as its pronouns are read. */
export type Discourse = {
  readonly text: string;
  readonly names: readonly Name[];
  readonly places: readonly Place[];
  readonly strangers: readonly number[];
  readonly told: readonly Told[];
  readonly meant: Meant[];
};

export function discourseOf(text: string): Discourse {
  const names = copyNames(text);
  const places = placesOf(names);
  const starts = paragraphs(text).map(({ start }) => start);
  let paragraph = -1;
  const told = taggedSentences(text).map((sentence) => {
    while (paragraph + 1 < starts.length && starts[paragraph + 1]! <= sentence.start) paragraph++;
    const speakers = sentence.reported.flatMap(({ speaker }) => (speaker ? speakerAt(sentence, speaker, places) : []));
    return { sentence, paragraph, subject: subjectIn(sentence, places), speakers };
  });
  return { text, names, places, strangers: strangersIn(text, names), told, meant: [] };
}
