import { letterFeatures, mix, wordHash } from './hash-words.ts';
import type { Lexicon } from './lexicon.ts';
import { type Kinds, readKinds } from './read-kinds.ts';
import type { Word } from './read-words.ts';

/** What the model sees of a text: hashed signs, sentence by sentence, each with the words that it rests on. */
export type Features = {
  /** 32-bit hashes; the model takes as many low bits as its tables have. */
  readonly ids: Int32Array;
  /** First and last word of each feature, as places in the list of words. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** Where each sentence begins in `ids`, and one more: the end. */
  readonly sentences: readonly number[];
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

/** The features of a text's words. Their number grows with the length of the text alone: about thirty for each word. */
export function readFeatures(words: readonly Word[], lexicon: Lexicon): Features {
  const out = new Gathering(words.length * 48 + 16);
  const sentences: number[] = [];
  for (let from = 0; from < words.length; ) {
    const sentence = words[from]?.sentence;
    let to = from + 1;
    while (to < words.length && words[to]?.sentence === sentence) to++;
    sentences.push(out.length);
    readSentence(words.slice(from, to), from, lexicon, out);
    from = to;
  }
  sentences.push(out.length);
  return { ...out.done(), sentences };
}

function readSentence(words: readonly Word[], offset: number, lexicon: Lexicon, out: Gathering): void {
  const kinds = readKinds(words, lexicon);
  const hashes = words.map((word, i) => kinds.standIn[i] ?? wordHash(word.text));
  let previous = BEGIN;
  let beforePrevious = 0;
  for (const [i, word] of words.entries()) {
    const hash = hashes[i] ?? 0;
    const at = offset + i;
    out.add(mix(WORD, hash), at, at);
    if (kinds.standIn[i] === undefined) for (const id of letterFeatures(word.text)) out.add(id, at, at);
    out.add(mix(mix(PAIR, previous), hash), Math.max(offset, at - 1), at);
    if (beforePrevious !== 0) out.add(mix(mix(SKIP, beforePrevious), hash), Math.max(offset, at - 2), at);
    beforePrevious = previous;
    previous = hash;
  }
  out.add(mix(mix(PAIR, previous), END), offset + words.length - 1, offset + words.length - 1);
  addKinds(kinds, hashes, offset, out);
}

/** Patterns of classes: "you be a _ insult", whatever the words are. */
function addKinds(kinds: Kinds, hashes: readonly number[], offset: number, out: Gathering): void {
  const { pattern, classed } = kinds;
  for (let i = 0; i < pattern.length; i++) {
    let hash = KIND;
    let tells = false;
    for (let size = 1; size <= LONGEST_PATTERN && i + size <= pattern.length; size++) {
      const last = pattern[i + size - 1];
      if (last === undefined) break;
      hash = mix(hash, last.hash);
      tells ||= last.classed;
      if (tells) out.add(hash, offset + (pattern[i]?.word ?? 0), offset + last.word);
    }
  }
  for (let i = 0; i < classed.length; i++) {
    const a = classed[i];
    if (a === undefined) break;
    if (a.word > 0) out.add(mix(mix(WORD_KIND, hashes[a.word - 1] ?? 0), a.hash), offset + a.word - 1, offset + a.word);
    if (a.word + 1 < hashes.length)
      out.add(mix(mix(KIND_WORD, a.hash), hashes[a.word + 1] ?? 0), offset + a.word, offset + a.word + 1);
    for (let j = i + 1; j < classed.length; j++) {
      const b = classed[j];
      if (b === undefined || b.word - a.word > NEAREST) break;
      out.add(mix(mix(NEAR, a.hash), b.hash), offset + a.word, offset + b.word);
    }
  }
}

class Gathering {
  length = 0;
  #ids: Int32Array;
  #first: Int32Array;
  #last: Int32Array;

  constructor(room: number) {
    this.#ids = new Int32Array(room);
    this.#first = new Int32Array(room);
    this.#last = new Int32Array(room);
  }

  add(id: number, first: number, last: number): void {
    if (this.length === this.#ids.length) this.#grow();
    this.#ids[this.length] = id;
    this.#first[this.length] = first;
    this.#last[this.length++] = last;
  }

  done(): Omit<Features, 'sentences'> {
    const cut = (all: Int32Array) => all.subarray(0, this.length);
    return { ids: cut(this.#ids), first: cut(this.#first), last: cut(this.#last) };
  }

  #grow(): void {
    const grown = (all: Int32Array) => {
      const more = new Int32Array(all.length * 2);
      more.set(all);
      return more;
    };
    this.#ids = grown(this.#ids);
    this.#first = grown(this.#first);
    this.#last = grown(this.#last);
  }
}
