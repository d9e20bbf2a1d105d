import { type FeatureSink, wordFeatures } from '../src/moderate/respectful/read-features.ts';
import type { Term } from '../src/moderate/respectful/term.ts';

/** The features of a text, one by one, for those who learn from it. */
export type Features = {
  /** 32-bit hashes; a model takes as many low bits as its tables have. */
  readonly ids: Int32Array;
  /** Where each sentence begins in `ids`, and one more: the end. */
  readonly sentences: readonly number[];
};

/** Gathers what `readFeatures` tells. */
export class Gathering implements FeatureSink {
  readonly #ids: number[] = [];
  readonly #sentences: number[] = [];

  sentence(): void {
    this.#sentences.push(this.#ids.length);
  }

  word(term: Term): void {
    for (const id of featuresOf(term)) this.#ids.push(id);
  }

  feature(id: number): void {
    this.#ids.push(id);
  }

  done(): Features {
    return { ids: Int32Array.from(this.#ids), sentences: [...this.#sentences, this.#ids.length] };
  }
}

const known = new Map<Term, readonly number[]>();

/** Most words of a set come again. */
function featuresOf(word: Term): readonly number[] {
  const features = known.get(word) ?? wordFeatures(word);
  known.set(word, features);
  return features;
}
