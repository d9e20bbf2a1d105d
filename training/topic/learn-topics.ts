import { type LearntTopics, ROW } from '../../src/moderate/topic/topic-model.ts';
import { randomFrom } from '../random.ts';
import { type Associations, associationsOf } from './associations.ts';
import { usualWeights } from './usual-weights.ts';

const DIMS = 96;
/** A word that fewer texts have is known by its letters only. */
const FEWEST = 6;
const ROUNDS = 6;
const SEED = 7;
/** How much the strongest directions count beside the weakest. */
const POWER = 0.6;

/**
 * Counts words, and gives each a direction: those that stand in the same company point the same way (positive pointwise mutual
 * information, reduced by orthogonal iteration; Levy and others, 2015). The same texts give the same model.
 */
export function learnTopics(texts: readonly (readonly string[])[]): LearntTopics {
  const counts = new Map<string, number>();
  for (const words of texts) for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const words = [...counts]
    .filter(([, count]) => count >= FEWEST)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const places = new Map(words.map(([word], place) => [word, place]));
  const directions = reduce(associationsOf(texts, places));
  const vectors = new Int8Array(words.length * DIMS);
  for (const [place, row] of directions.entries()) {
    const length = Math.hypot(...row) || 1;
    for (const [i, value] of row.entries()) vectors[place * DIMS + i] = Math.round((ROW * value) / length);
  }
  const counted = { places, texts: texts.length, counts: words.map(([, count]) => count), dims: DIMS, vectors };
  return { ...counted, usual: usualWeights(texts, counted) };
}

/** The strongest directions of a symmetric matrix, scaled by their strength. */
function reduce(rows: readonly Associations[]): Float64Array[] {
  const random = randomFrom(SEED);
  let basis: Float64Array[] = rows.map(() => Float64Array.from({ length: DIMS }, () => random() - 0.5));
  for (let round = 0; round < ROUNDS; round++) basis = orthogonal(times(rows, basis));
  const image = times(rows, basis);
  const strength = Float64Array.from({ length: DIMS }, (_, d) =>
    Math.abs(basis.reduce((sum, row, i) => sum + row[d]! * image[i]![d]!, 0)),
  );
  return basis.map((row) => row.map((value, d) => value * strength[d]! ** POWER));
}

const times = (rows: readonly Associations[], basis: readonly Float64Array[]): Float64Array[] =>
  rows.map(({ places, weights }) => {
    const sum = new Float64Array(DIMS);
    for (const [k, place] of places.entries())
      for (const [d, value] of basis[place]!.entries()) sum[d]! += weights[k]! * value;
    return sum;
  });

/** Gram and Schmidt, column by column. */
function orthogonal(basis: Float64Array[]): Float64Array[] {
  for (let d = 0; d < DIMS; d++) {
    for (let e = 0; e < d; e++) {
      const shared = basis.reduce((sum, row) => sum + row[d]! * row[e]!, 0);
      for (const row of basis) row[d]! -= shared * row[e]!;
    }
    const length = Math.sqrt(basis.reduce((sum, row) => sum + row[d]! ** 2, 0)) || 1;
    for (const row of basis) row[d]! /= length;
  }
  return basis;
}
