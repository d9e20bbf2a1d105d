import type { Weights } from './model-file.ts';
import type { FeatureSink } from './read-features.ts';
import type { Term } from './term.ts';
import { FRONT, grown, WordSums } from './word-sums.ts';

/** Adds up what a model's tables say of a text's features, sentence by sentence. One is used for every text: `begin` it anew. */
export class Tally implements FeatureSink {
  readonly words: WordSums;
  /** How many features each sentence has, and the sum of their `linear`, in steps. */
  readonly sizes: number[] = [];
  readonly straights: number[] = [];
  /** The sums of their `embed`, `dims` numbers a sentence, in steps. */
  embedded: Int32Array;
  /** What was added, three numbers each: a feature with its first and last word, or a word's row, the word, and `OF_WORD`. */
  added = new Int32Array(3 * 1024);
  /** Where each sentence begins in `added`. */
  readonly starts: number[] = [];
  /** Where the last one ends. */
  end = 0;
  readonly #weights: Weights;
  /** Where the sentence's sums stand in `embedded`. */
  #at = 0;
  #last = -1;

  constructor(weights: Weights) {
    this.#weights = weights;
    this.words = new WordSums(weights);
    this.embedded = new Int32Array(16 * weights.dims);
  }

  begin(): void {
    this.words.tidy();
    this.sizes.length = 0;
    this.straights.length = 0;
    this.starts.length = 0;
    this.end = 0;
    this.#last = -1;
  }

  sentence(): void {
    const { dims } = this.#weights;
    this.#last = this.sizes.length;
    this.#at = this.#last * dims;
    this.sizes.push(0);
    this.straights.push(0);
    this.starts.push(this.end);
    if (this.#at + dims > this.embedded.length) this.embedded = grown(this.embedded);
    this.embedded.fill(0, this.#at, this.#at + dims);
  }

  word(term: Term, at: number): void {
    const { words, embedded } = this;
    const row = words.rowOf(term);
    const { rows, width } = words;
    this.sizes[this.#last]! += rows[row]!;
    this.straights[this.#last]! += rows[row + 1]!;
    for (let i = FRONT; i < width; i++) embedded[this.#at + i - FRONT]! += rows[row + i]!;
    this.#note(row, at, OF_WORD);
  }

  feature(id: number, first: number, last: number): void {
    const { linear, embed, dims } = this.#weights;
    const { embedded } = this;
    this.sizes[this.#last]!++;
    this.straights[this.#last]! += linear[id & (linear.length - 1)]!;
    const at = ((id >>> 5) & (embed.length / dims - 1)) * dims;
    for (let d = 0; d < dims; d++) embedded[this.#at + d]! += embed[at + d]!;
    this.#note(id, first, last);
  }

  #note(what: number, first: number, last: number): void {
    const { end } = this;
    if (end + 3 > this.added.length) this.added = grown(this.added);
    this.added[end] = what;
    this.added[end + 1] = first;
    this.added[end + 2] = last;
    this.end = end + 3;
  }
}

/** In place of a last word: what was added is a word by itself. */
export const OF_WORD = -1;
