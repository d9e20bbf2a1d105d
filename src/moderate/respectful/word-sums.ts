import type { Weights } from './model-file.ts';
import { wordFeatures } from './read-features.ts';
import type { Term } from './term.ts';

/** After so many words all are forgotten: bounds the memory that strangers' words take. */
const MOST_KNOWN = 50_000;
/** A row's front: how many features the word has, and the sum of their `linear`. Behind it stand the `dims` sums of their `embed`. */
export const FRONT = 2;

/** What a model's tables say of a word by itself, added up once for each word. */
export class WordSums {
  /** `width` numbers a row. */
  rows: Int32Array;
  readonly width: number;
  readonly #weights: Weights;
  readonly #known = new Map<Term, number>();

  constructor(weights: Weights) {
    this.#weights = weights;
    this.width = FRONT + weights.dims;
    this.rows = new Int32Array(1024 * this.width);
  }

  /** Makes room when there is too much: rows that were given before are others from here on. */
  tidy(): void {
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
  }

  /** Where a word's row begins in `rows`. */
  rowOf(word: Term): number {
    return this.#known.get(word) ?? this.#addUp(word);
  }

  #addUp(word: Term): number {
    const { linear, embed, dims } = this.#weights;
    const row = this.#known.size * this.width;
    this.#known.set(word, row);
    if (row + this.width > this.rows.length) this.rows = grown(this.rows);
    this.rows.fill(0, row, row + this.width);
    const features = wordFeatures(word);
    this.rows[row] = features.length;
    for (const id of features) {
      this.rows[row + 1]! += linear[id & (linear.length - 1)]!;
      const at = ((id >>> 5) & (embed.length / dims - 1)) * dims;
      for (let d = 0; d < dims; d++) this.rows[row + FRONT + d]! += embed[at + d]!;
    }
    return row;
  }
}

/** The same numbers with as much room again. */
export function grown(all: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(all.length * 2);
  more.set(all);
  return more;
}
