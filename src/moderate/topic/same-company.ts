import { rarity, type TextVector } from './text-vector.ts';
import { ROW, type TopicModel } from './topic-model.ts';

/** A text with fewer words than so many rare ones counts for less among others; a comment with fewer is believed less. */
const FULL_TEXT = 10;
const FULL_COMMENT = 8;

/**
 * How far the words of a text keep the company of others' words, beside what any text does: about 0 where nothing is known, some
 * tenths where they are about the same things in other words. A word is no company of itself: that is counted as the same word.
 */
export function sameCompany(own: TextVector, others: readonly TextVector[], model: TopicModel): number {
  const { sum, known } = own.company;
  const { around, weights, all } = together(others, model.dims);
  if (known === 0 || all === 0) return 0;
  const usual = usualCompany(model);
  let pull = 0;
  for (let i = 0; i < sum.length; i++) pull += sum[i]! * (around[i]! / all - usual.sum[i]!);
  for (const word of own.words.keys()) {
    const place = model.places.get(word);
    if (place === undefined) continue;
    let here = 0;
    for (let k = 0; k < others.length; k++) if (others[k]!.words.has(word)) here += weights[k]!;
    const rare = rarity(word, model);
    pull -= rare * ((here * rare) / all - usual.shares[place]!);
  }
  return pull / (FULL_COMMENT + known);
}

/** Where others' words point together, what each of them counts, and how much all of it is. */
function together(others: readonly TextVector[], dims: number) {
  const around = new Float64Array(dims);
  let all = 0;
  const weights = others.map(({ company: { sum, known } }) => {
    const weight = 1 / (FULL_TEXT + known);
    for (let i = 0; i < dims; i++) around[i]! += weight * sum[i]!;
    all += weight * known;
    return weight;
  });
  return { around, weights, all };
}

/** What all comments that were counted are about, together: directions, and each word's share in them. */
type Usual = { readonly sum: Float64Array; readonly shares: Float64Array };

const ofModel = new WeakMap<TopicModel, Usual>();

function usualCompany(model: TopicModel): Usual {
  const before = ofModel.get(model);
  if (before) return before;
  const { places, counts, dims, vectors } = model;
  const shares = Float64Array.from(places.keys(), (word, place) => counts[place]! * rarity(word, model));
  const all = shares.reduce((sum, share) => sum + share, 0) || 1;
  const sum = new Float64Array(dims);
  for (const [place, share] of shares.entries()) {
    shares[place] = share / all;
    for (let i = 0; i < dims; i++) sum[i]! += ((share / all) * vectors[place * dims + i]!) / ROW;
  }
  const usual = { sum, shares };
  ofModel.set(model, usual);
  return usual;
}
