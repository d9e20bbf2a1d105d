import type { Weights } from './model-file.ts';
import type { Features } from './read-features.ts';

/** What a model says of each sentence, and what it needs to say why. */
export type Scored = {
  readonly scores: Float64Array;
  /** For each sentence, `dims` numbers: what one unit of each summed number adds to its score. */
  readonly slopes: Float64Array;
};

/** Scores the sentences of a text, in logits: above 0 is more likely disrespectful than not, before calibration. */
export function scoreSentences({ ids, sentences }: Features, weights: Weights): Scored {
  const { linear, embed, dims, hidden, dense, linearStep, embedStep, bias } = weights;
  const count = sentences.length - 1;
  const scores = new Float64Array(count);
  const slopes = new Float64Array(count * dims);
  const sum = new Int32Array(dims);
  const linearMask = linear.length - 1;
  const embedMask = embed.length / dims - 1;
  for (let sentence = 0; sentence < count; sentence++) {
    const from = sentences[sentence]!;
    const to = sentences[sentence + 1]!;
    let straight = 0;
    sum.fill(0);
    for (let i = from; i < to; i++) {
      const id = ids[i]!;
      straight += linear[id & linearMask]!;
      const at = ((id >>> 5) & embedMask) * dims;
      for (let d = 0; d < dims; d++) sum[d]! += embed[at + d]!;
    }
    const scale = lengthScale(to - from);
    let score = bias + straight * linearStep * scale;
    const unitStep = embedStep * scale;
    for (let h = 0; h < hidden; h++) {
      let unit = dense[hidden * dims + h]!;
      for (let d = 0; d < dims; d++) unit += dense[h * dims + d]! * sum[d]! * unitStep;
      if (unit <= 0) continue;
      const out = dense[hidden * dims + hidden + h]!;
      score += unit * out;
      for (let d = 0; d < dims; d++) slopes[sentence * dims + d]! += dense[h * dims + d]! * out;
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

/** What a model says of a text in logits: its worst sentences decide, and the whole of it has a say by how long each sentence is. */
export function scoreText({ sentences }: Features, scores: Float64Array, temperature: number): number {
  const length = sentences[scores.length]! - sentences[0]!;
  if (length === 0) return soft(scores, temperature);
  let whole = 0;
  for (const [i, score] of scores.entries()) whole += (score * (sentences[i + 1]! - sentences[i]!)) / length;
  return (1 - WHOLE) * soft(scores, temperature) + WHOLE * whole;
}
