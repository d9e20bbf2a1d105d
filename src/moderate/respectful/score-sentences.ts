import type { Weights } from './model-file.ts';
import type { Tally } from './tally.ts';

/** What a model says of each sentence, and what it needs to say why. */
export type Scored = {
  readonly scores: Float64Array;
  /** For each sentence, `dims` numbers: what one unit of each summed number adds to its score. */
  readonly slopes: Float64Array;
};

/** Scores the sentences of a text, in logits: above 0 is more likely disrespectful than not, before calibration. */
export function scoreSentences({ sizes, straights, embedded }: Tally, weights: Weights): Scored {
  const { dims, hidden, dense, linearStep, embedStep, bias } = weights;
  const count = sizes.length;
  const scores = new Float64Array(count);
  const slopes = new Float64Array(count * dims);
  for (let sentence = 0; sentence < count; sentence++) {
    const sums = sentence * dims;
    const scale = lengthScale(sizes[sentence]!);
    let score = bias + straights[sentence]! * linearStep * scale;
    const unitStep = embedStep * scale;
    for (let h = 0; h < hidden; h++) {
      let unit = dense[hidden * dims + h]!;
      for (let d = 0; d < dims; d++) unit += dense[h * dims + d]! * embedded[sums + d]! * unitStep;
      if (unit <= 0) continue;
      const out = dense[hidden * dims + hidden + h]!;
      score += unit * out;
      for (let d = 0; d < dims; d++) slopes[sums + d]! += dense[h * dims + d]! * out;
    }
    scores[sentence] = score;
  }
  return { scores, slopes };
}

/** What each feature counts for in a sentence of so many: a long sentence needs more to be as bad as a short one. */
export const lengthScale = (features: number): number => 1 / Math.sqrt(features + 20);

/** The soft maximum of some scores: the worst sentence decides, the others count by how near they come. */
export function soft(scores: Float64Array, temperature: number): number {
  let most = Number.NEGATIVE_INFINITY;
  for (const score of scores) most = Math.max(most, score);
  let weight = 0;
  let sum = 0;
  for (const score of scores) {
    const share = Math.exp((score - most) / temperature);
    weight += share;
    sum += share * score;
  }
  return weight === 0 ? 0 : sum / weight;
}

/** What the whole text counts beside its worst sentence. */
const WHOLE = 0.4;

/**
 * What a model says of a text in logits: its worst sentences decide, and the whole of it has a say by how long each sentence is.
 * `sizes` are the sentences' numbers of features.
 */
export function scoreText(sizes: readonly number[], scores: Float64Array, temperature: number): number {
  const length = sizes.reduce((sum, size) => sum + size, 0);
  if (length === 0) return soft(scores, temperature);
  let whole = 0;
  for (const [i, score] of scores.entries()) whole += (score * sizes[i]!) / length;
  return (1 - WHOLE) * soft(scores, temperature) + WHOLE * whole;
}
