import { denseSize, type Weights } from '../src/moderate/respectful/model-file.ts';
import { lengthScale } from '../src/moderate/respectful/score-sentences.ts';
import type { Features } from './gather-features.ts';
import { randomFrom, shuffled } from './random.ts';

/** A text to learn from: `target` is the share of people who find it disrespectful, `weight` how much it counts. */
export type Lesson = { readonly features: Features; readonly target: number; readonly weight: number };

/** How a model is fitted. Sizes are powers of two. */
export type Plan = {
  readonly linearBits: number;
  readonly embedBits: number;
  readonly dims: number;
  readonly hidden: number;
  readonly epochs: number;
  readonly rate: number;
  readonly embedRate: number;
  readonly decay: number;
  readonly temperature: number;
  readonly dropout: number;
  readonly seed: number;
};

/** The numbers before they are rounded. */
export type Fitted = {
  readonly linear: Float32Array;
  readonly embed: Float32Array;
  readonly dense: Float32Array;
  bias: number;
};

const SMALL = 1e-6;

/**
 * Fits a wide and deep model (Cheng et al., 2016) to the lessons with Adagrad, one lesson at a time: a sum of features'
 * weights, and beside it a small network over summed vectors, for each sentence; the soft maximum is the text's score.
 */
export function fitModel(lessons: readonly Lesson[], plan: Plan, tell: (line: string) => void): Fitted {
  const random = randomFrom(plan.seed);
  const { dims, hidden } = plan;
  const fitted: Fitted = {
    linear: new Float32Array(2 ** plan.linearBits),
    embed: new Float32Array(dims * 2 ** plan.embedBits).map(() => (random() - 0.5) * 0.1),
    dense: new Float32Array(denseSize(plan)),
    bias: -1,
  };
  for (let i = 0; i < hidden * dims; i++) fitted.dense[i] = (random() - 0.5) * (2 / Math.sqrt(dims));
  for (let h = 0; h < hidden; h++)
    fitted.dense[hidden * dims + hidden + h] = (random() - 0.5) * (2 / Math.sqrt(hidden));
  const step = makeStep(fitted, plan, random);
  for (let epoch = 0; epoch < plan.epochs; epoch++) {
    const slower = 1 - epoch / plan.epochs;
    let loss = 0;
    for (const lesson of shuffled(lessons, random)) loss += step(lesson, slower);
    tell(`epoch ${epoch + 1}: loss ${(loss / lessons.length).toFixed(4)}`);
  }
  return fitted;
}

/** One step down the slope for one lesson; gives its loss. */
function makeStep(fitted: Fitted, plan: Plan, random: () => number): (lesson: Lesson, slower: number) => number {
  const { linear, embed, dense } = fitted;
  const { dims, hidden, temperature, decay, dropout } = plan;
  const linearMask = linear.length - 1;
  const embedMask = 2 ** plan.embedBits - 1;
  const linearSquares = new Float32Array(linear.length).fill(SMALL);
  const embedSquares = new Float32Array(2 ** plan.embedBits).fill(SMALL);
  const denseSquares = new Float32Array(dense.length).fill(SMALL);
  let biasSquares = SMALL;
  const most = 2000;
  const sums = new Float64Array(most * dims);
  const units = new Float64Array(most * hidden);
  const scores = new Float64Array(most);
  const back = new Float64Array(dims);
  const biases = hidden * dims;
  const outs = biases + hidden;
  return ({ features: { ids, sentences }, target, weight }, slower) => {
    const count = Math.min(most, sentences.length - 1);
    const kept = (id: number, salt: number) =>
      dropout === 0 || ((Math.imul(id ^ salt, 0x9e3779b1) >>> 8) & 1023) >= dropout * 1024;
    const salt = Math.floor(random() * 2 ** 31);
    for (let k = 0; k < count; k++) {
      const from = sentences[k]!;
      const to = sentences[k + 1]!;
      let straight = 0;
      const sum = k * dims;
      sums.fill(0, sum, sum + dims);
      for (let i = from; i < to; i++) {
        const id = ids[i]!;
        if (!kept(id, salt)) continue;
        straight += linear[id & linearMask]!;
        const at = ((id >>> 5) & embedMask) * dims;
        for (let d = 0; d < dims; d++) sums[sum + d]! += embed[at + d]!;
      }
      const scale = lengthScale(to - from) / (1 - dropout);
      for (let d = 0; d < dims; d++) sums[sum + d]! *= scale;
      let score = fitted.bias + straight * scale;
      for (let h = 0; h < hidden; h++) {
        let unit = dense[biases + h]!;
        for (let d = 0; d < dims; d++) unit += dense[h * dims + d]! * sums[sum + d]!;
        units[k * hidden + h] = unit;
        if (unit > 0) score += unit * dense[outs + h]!;
      }
      scores[k] = score;
    }
    let top = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < count; k++) top = Math.max(top, scores[k]!);
    let all = 0;
    let pooled = 0;
    for (let k = 0; k < count; k++) {
      const share = Math.exp((scores[k]! - top) / temperature);
      all += share;
      pooled += share * scores[k]!;
    }
    pooled /= all;
    const p = 1 / (1 + Math.exp(-pooled));
    const error = (p - target) * weight;
    for (let k = 0; k < count; k++) {
      const share = Math.exp((scores[k]! - top) / temperature) / all;
      const slope = error * share * (1 + (scores[k]! - pooled) / temperature);
      if (Math.abs(slope) < 1e-5) continue;
      const from = sentences[k]!;
      const to = sentences[k + 1]!;
      const scale = lengthScale(to - from) / (1 - dropout);
      const sum = k * dims;
      back.fill(0);
      for (let h = 0; h < hidden; h++) {
        const unit = units[k * hidden + h]!;
        if (unit <= 0) continue;
        const out = dense[outs + h]!;
        descend(dense, denseSquares, outs + h, slope * unit, plan.embedRate * slower);
        const through = slope * out;
        for (let d = 0; d < dims; d++) {
          back[d]! += through * dense[h * dims + d]!;
          descend(dense, denseSquares, h * dims + d, through * sums[sum + d]!, plan.embedRate * slower);
        }
        descend(dense, denseSquares, biases + h, through, plan.embedRate * slower);
      }
      let norm = 0;
      for (let d = 0; d < dims; d++) norm += back[d]! * back[d]!;
      norm = (norm * scale * scale) / dims;
      const straight = slope * scale;
      for (let i = from; i < to; i++) {
        const id = ids[i]!;
        if (!kept(id, salt)) continue;
        const at = id & linearMask;
        const own = straight + decay * linear[at]!;
        linearSquares[at]! += own * own;
        linear[at]! -= (plan.rate * slower * own) / Math.sqrt(linearSquares[at]!);
        if (dims === 0) continue;
        const row = (id >>> 5) & embedMask;
        embedSquares[row]! += norm;
        const pace = (plan.embedRate * slower * scale) / Math.sqrt(embedSquares[row]!);
        for (let d = 0; d < dims; d++) embed[row * dims + d]! -= pace * back[d]!;
      }
      biasSquares += slope * slope;
      fitted.bias -= (plan.rate * slower * slope) / Math.sqrt(biasSquares);
    }
    return -weight * (target * Math.log(p + 1e-9) + (1 - target) * Math.log(1 - p + 1e-9));
  };
}

function descend(values: Float32Array, squares: Float32Array, at: number, slope: number, rate: number): void {
  squares[at]! += slope * slope;
  values[at]! -= (rate * slope) / Math.sqrt(squares[at]!);
}

/** Two fits as one whose scores are the mean of theirs. Only `deep` has a network. */
export function meanOf(deep: Fitted, wide: Fitted, { dims, hidden }: Plan): Fitted {
  const linear = deep.linear.map((value, at) => (value + (wide.linear[at] ?? 0)) / 2);
  const outs = hidden * dims + hidden;
  const dense = deep.dense.map((value, at) => (at < outs ? value : value / 2));
  return { linear, dense, embed: deep.embed, bias: (deep.bias + wide.bias) / 2 };
}

/** Rounds the fitted numbers to one byte each. */
export function quantise(fitted: Fitted, plan: Plan): Omit<Weights, 'slope' | 'offset'> {
  const [linear, linearStep] = toBytes(fitted.linear);
  const [embed, embedStep] = toBytes(fitted.embed);
  const { dims, hidden, temperature } = plan;
  return { linear, linearStep, embed, embedStep, dims, hidden, dense: fitted.dense, bias: fitted.bias, temperature };
}

/** @NOTE a few numbers are far larger than all others; they are cut, so that the steps stay small. */
function toBytes(values: Float32Array): [Int8Array, number] {
  const sizes = values.map(Math.abs).sort();
  const most = Math.max(1e-9, (sizes.at(-1) ?? 0) * 0.5, sizes[Math.floor(sizes.length * 0.9999)] ?? 0);
  const step = most / 127;
  return [Int8Array.from(values, (value) => Math.max(-127, Math.min(127, Math.round(value / step)))), step];
}
