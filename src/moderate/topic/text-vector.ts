import { contentWords } from './content-words.ts';
import { ROW, type TopicModel } from './topic-model.ts';

/** What a text is about, in two ways: its own words by their weight, and the company that they keep elsewhere. */
export type TextVector = {
  readonly text: string;
  readonly words: ReadonlyMap<string, number>;
  /** Of the vector of its words, and a little more: what few words share may be chance. */
  readonly length: number;
  /** How much of its words any comment under news has, in the mean (cosine): likeness up to there says nothing. */
  readonly usual: number;
  readonly company: Company;
};

/** The directions in which a text's words point, each by how rare it is, together; and how much that is. */
export type Company = { readonly sum: Float64Array; readonly known: number };

/** How rare a word is under news: the logarithm of one in how many comments has it. */
export function rarity(word: string, { places, rarities, rarest }: TopicModel): number {
  const place = places.get(word);
  return place === undefined ? rarest : rarities[place]!;
}

/** The vector of a text that others are held against: article and discussion come again with each comment, so the last ones are kept. */
export function keptVector(text: string, model: TopicModel): TextVector {
  const kept = vectors.get(model) ?? { young: new Map(), old: new Map() };
  vectors.set(model, kept);
  const young = kept.young.get(text);
  if (young) return young;
  const vector = kept.old.get(text) ?? textVector(text, model);
  // What nobody has asked for while so many others came is forgotten.
  if (kept.young.size >= MOST_KEPT) Object.assign(kept, { young: new Map(), old: kept.young });
  kept.young.set(text, vector);
  return vector;
}

type Kept = { readonly young: Map<string, TextVector>; readonly old: Map<string, TextVector> };

const vectors = new WeakMap<TopicModel, Kept>();
const MOST_KEPT = 500;

/** What is added to the length of every text: about the weight of a rare word. */
const SHORT = 5;

/** The vector of a text. */
export function textVector(text: string, model: TopicModel): TextVector {
  const { places, rarities, rarest, usual, dims, vectors } = model;
  const words = new Map<string, number>();
  for (const word of contentWords(text)) words.set(word, (words.get(word) ?? 0) + 1);
  const sum = new Float64Array(dims);
  let known = 0;
  let squares = 0;
  let asUsual = 0;
  for (const [word, count] of words) {
    const place = places.get(word);
    const rare = place === undefined ? rarest : rarities[place]!;
    const weight = (count === 1 ? 1 : 1 + Math.log(count)) * rare;
    words.set(word, weight);
    squares += weight * weight;
    if (place === undefined) continue;
    asUsual += weight * usual[place]!;
    known += rare;
    const row = place * dims;
    const pull = rare / ROW;
    for (let i = 0; i < dims; i++) sum[i]! += pull * vectors[row + i]!;
  }
  const length = Math.sqrt(squares) + SHORT;
  return { text, words, length, usual: asUsual / length, company: { sum, known } };
}

/** How much of the one's words the other has, 0 to 1 (cosine). */
export function sameWords(a: TextVector, b: TextVector): number {
  let sum = 0;
  for (const [word, weight] of a.words) sum += weight * (b.words.get(word) ?? 0);
  return sum / (a.length * b.length);
}
