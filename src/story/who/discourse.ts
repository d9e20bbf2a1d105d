import type { Name } from '../../text/names/names.ts';
import { paragraphs } from '../../text/paragraphs.ts';
import { copyNames } from '../reading/copy-names.ts';
import { type TaggedSentence, taggedSentences } from '../reading/tagged-sentences.ts';
import type { Reported } from '../speech/reported.ts';
import { type Place, placesOf, strangersIn } from './name-places.ts';
import { type Actor, speakerAt, subjectIn } from './sentence-subject.ts';

/** A sentence with who acts in it: its subject, and whoever speaks in it. */
export type Told = {
  readonly sentence: TaggedSentence;
  readonly paragraph: number;
  readonly subject: Actor | undefined;
  readonly speakers: readonly Actor[];
};

/** A subject pronoun that has been read, and who is meant where that is certain. */
export type Meant = { readonly start: number; readonly pronoun: string; readonly name: Name | undefined };

/** A text as what is told of whom, sentence by sentence, with the pronouns of it that have been read so far. */
export type Discourse = {
  readonly text: string;
  readonly names: readonly Name[];
  readonly places: readonly Place[];
  /** Where somebody acts who may be a person, for all we know. */
  readonly strangers: readonly Place[];
  readonly told: readonly Told[];
  readonly meant: Meant[];
  /** By the start of the pronoun. */
  readonly byPlace: Map<number, Name | undefined>;
  /** The pronoun that stood for a name before. */
  readonly called: Map<Name, string>;
};

export function discourseOf(text: string): Discourse {
  const names = copyNames(text);
  const places = placesOf(names);
  const strangers = new Set(strangersIn(text, names));
  const starts = paragraphs(text).map(({ start }) => start);
  let paragraph = -1;
  const told = taggedSentences(text).map((sentence) => {
    while (paragraph + 1 < starts.length && starts[paragraph + 1]! <= sentence.start) paragraph++;
    return toldIn(sentence, paragraph, places);
  });
  return {
    text,
    names,
    places,
    strangers: places.filter(({ start }) => strangers.has(start)),
    told,
    meant: [],
    byPlace: new Map(),
    called: new Map(),
  };
}

/** Most sentences have no pronoun near: who acts in one is found when it is asked for. */
function toldIn(sentence: TaggedSentence, paragraph: number, places: readonly Place[]): Told {
  let subject: { readonly found: Actor | undefined } | undefined;
  let speakers: readonly Actor[] | undefined;
  return {
    sentence,
    paragraph,
    get subject() {
      subject ??= { found: subjectIn(sentence, places) };
      return subject.found;
    },
    get speakers() {
      speakers ??= outermost(sentence).flatMap(({ speaker }) => (speaker ? speakerAt(sentence, speaker, places) : []));
      return speakers;
    },
  };
}

/**
 * Who speaks in the sentence, not who speaks in what is said: "Lee said the board | believed …", "The board believes …, | Lee said".
 * "its agreed limit" says nothing.
 */
function outermost({ tokens, reported }: TaggedSentence): readonly Reported[] {
  const spoken = reported.filter(
    ({ speaker }) => speaker && !/^(?:its|his|her|their|our)$/u.test(tokens[speaker[1]]!.norm),
  );
  const isInside = ({ cue }: Reported) =>
    spoken.some(
      (other) => other.cue !== cue && other.from <= cue && cue <= other.to && (other.to < other.cue || other.cue < cue),
    );
  return spoken.filter((each) => each.to < each.cue || !isInside(each));
}

/** Remembers what a pronoun was read as. */
export function remember({ meant, byPlace, called }: Discourse, read: Meant): void {
  meant.push(read);
  byPlace.set(read.start, read.name);
  if (read.name !== undefined && !called.has(read.name)) called.set(read.name, read.pronoun);
}

/** The name of an actor of sentence `k`: its own, or of whom its pronoun was read as. */
export function nameOf({ told, byPlace }: Discourse, k: number, actor: Actor): Name | undefined {
  if (actor.kind === 'name') return actor.place.name;
  return actor.kind === 'pronoun' ? byPlace.get(told[k]!.sentence.tokens[actor.at]!.start) : undefined;
}
