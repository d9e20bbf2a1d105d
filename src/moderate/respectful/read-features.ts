import { letterFeatures, mix } from './hash-words.ts';
import { type Kinds, readKinds } from './read-kinds.ts';
import type { Word } from './read-words.ts';
import type { Term } from './term.ts';

/**
 * Takes what the model sees of a text: hashed signs, sentence by sentence. A feature is a 32-bit hash, of which the model takes as
 * many low bits as its tables have, and the first and last word that it rests on, as places in the list of words.
 */
export type FeatureSink = {
  /** A sentence begins: what follows is of it. */
  sentence(): void;
  /** A word as it is written: itself and the runs of letters in it, `wordFeatures`. */
  word(term: Term, at: number): void;
  feature(id: number, first: number, last: number): void;
};

const WORD = 0x51ed27;
const PAIR = 0x2f6e2b1;
const SKIP = 0x7a3d11;
const KIND = 0x3c6ef372;
const NEAR = 0x27d4eb2f;
const WORD_KIND = 0x165667b1;
const KIND_WORD = 0x5bd1e995;
const BEGIN = 0x1f83d9ab;
const END = 0x6a09e667;
/** How far apart two words with a class may stand and still make a pair. */
const NEAREST = 6;
const LONGEST_PATTERN = 4;

/** Tells `out` the features of a text's words. Their number grows with the length of the text alone: about thirty for each word. */
export function readFeatures(words: readonly Word[], out: FeatureSink): void {
  for (let from = 0; from < words.length; ) {
    const sentence = words[from]?.sentence;
    let to = from + 1;
    while (to < words.length && words[to]?.sentence === sentence) to++;
    out.sentence();
    readSentence(words.slice(from, to), from, out);
    from = to;
  }
}

/** The features of a word by itself. */
export const wordFeatures = ({ text, hash }: Term): number[] => [mix(WORD, hash), ...letterFeatures(text)];

function readSentence(words: readonly Word[], offset: number, out: FeatureSink): void {
  const kinds = readKinds(words);
  const hashes = words.map((word, i) => kinds.standIn[i] ?? word.term.hash);
  let previous = BEGIN;
  let beforePrevious = 0;
  for (const [i, word] of words.entries()) {
    const hash = hashes[i] ?? 0;
    const at = offset + i;
    if (kinds.standIn[i] === undefined) out.word(word.term, at);
    else out.feature(mix(WORD, hash), at, at);
    out.feature(mix(mix(PAIR, previous), hash), Math.max(offset, at - 1), at);
    if (beforePrevious !== 0) out.feature(mix(mix(SKIP, beforePrevious), hash), Math.max(offset, at - 2), at);
    beforePrevious = previous;
    previous = hash;
  }
  out.feature(mix(mix(PAIR, previous), END), offset + words.length - 1, offset + words.length - 1);
  addKinds(kinds, hashes, offset, out);
}

/** Patterns of classes: "you be a _ insult", whatever the words are. */
function addKinds(kinds: Kinds, hashes: readonly number[], offset: number, out: FeatureSink): void {
  const { pattern, classed } = kinds;
  for (let i = 0; i < pattern.length; i++) {
    let hash = KIND;
    let tells = false;
    for (let size = 1; size <= LONGEST_PATTERN && i + size <= pattern.length; size++) {
      const last = pattern[i + size - 1];
      if (last === undefined) break;
      hash = mix(hash, last.hash);
      tells ||= last.classed;
      if (tells) out.feature(hash, offset + (pattern[i]?.word ?? 0), offset + last.word);
    }
  }
  for (let i = 0; i < classed.length; i++) {
    const a = classed[i];
    if (a === undefined) break;
    if (a.word > 0)
      out.feature(mix(mix(WORD_KIND, hashes[a.word - 1] ?? 0), a.hash), offset + a.word - 1, offset + a.word);
    if (a.word + 1 < hashes.length)
      out.feature(mix(mix(KIND_WORD, a.hash), hashes[a.word + 1] ?? 0), offset + a.word, offset + a.word + 1);
    for (let j = i + 1; j < classed.length; j++) {
      const b = classed[j];
      if (b === undefined || b.word - a.word > NEAREST) break;
      out.feature(mix(mix(NEAR, a.hash), b.hash), offset + a.word, offset + b.word);
    }
  }
}
