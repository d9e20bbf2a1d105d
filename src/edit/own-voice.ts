import type { TaggedSentence } from '../story/reading/tagged-sentences.ts';

const FIRST_PERSON = new Set('i me my mine myself we us our ours ourselves'.split(' '));
/** An author who writes of herself does so from the start. */
const OPENING = 2;
/** Of a report fewer sentences lost their quotation marks; of letters and speeches more are in the first person. */
const MANY = 0.25;

/** Where hardly anything stands in quotation marks, it is not marks that were lost: what others wrote is printed as it is. */
const HARDLY_QUOTED = 0.05;

/**
 * Whether a sentence is somebody's own words without quotation marks: in copy whose author does not speak of herself and that is
 * made of such words in good part, as letters of readers, answers and printed speeches are. Told outside, "I" would be the
 * newsroom. From where letters begin all is theirs, also what they say of the world.
 */
export function voicesOf(sentences: readonly TaggedSentence[]): (sentence: TaggedSentence) => boolean {
  if (sentences.slice(0, OPENING).some(isFirstPerson)) return () => false;
  const others = sentences.filter(isFirstPerson);
  if (others.length <= MANY * sentences.length) return () => false;
  const marks = sentences.flatMap(({ quoted }) => quoted);
  const from = others[0]!.start;
  if (marks.filter(Boolean).length < HARDLY_QUOTED * marks.length) return ({ start }) => start >= from;
  const voices = new Set(others);
  return (sentence) => voices.has(sentence);
}

/** "I", "our" outside quotation marks; not "US", "World War I" or "I-95". */
const isFirstPerson = ({ tokens, quoted }: TaggedSentence): boolean =>
  tokens.some(
    ({ norm, text, pos, end }, i) =>
      !quoted[i] &&
      FIRST_PERSON.has(norm) &&
      /^(?:PRON|DET)$/.test(pos) &&
      (norm === 'i' || text !== text.toUpperCase()) &&
      !/^[-.–]/.test(tokens[i + 1]?.start === end ? tokens[i + 1]!.text : ''),
  );
