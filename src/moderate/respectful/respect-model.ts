import { foldText } from './fold-text.ts';
import type { RespectModel, Weights } from './model-file.ts';
import { readFeatures } from './read-features.ts';
import { readWords } from './read-words.ts';
import { scoreSentences, scoreText } from './score-sentences.ts';
import { spansOf } from './spans-of.ts';
import { Tally } from './tally.ts';

export { type RespectModel, readRespectModel } from './model-file.ts';

/** A place in a comment (UTF-16 units of the text as written) and how much it weighs, in logits. */
export type RespectSpan = { readonly start: number; readonly end: number; readonly weight: number };

export type RespectVerdict = {
  /** 0 to 1, calibrated: the share of such comments that people find respectful. */
  readonly score: number;
  /** At most five places that drove it down, in the order of the text; none when nothing did. */
  readonly spans: readonly RespectSpan[];
};

/** From here down a verdict says what drove it. */
const SAYS_WHY = 0.75;

/** How respectful a comment is towards other people. */
export function judgeRespect(text: string, model: RespectModel): RespectVerdict {
  const { weights } = model;
  const read = readText(text, model);
  if (read === undefined) return { score: 1, spans: [] };
  const score = 1 / (1 + Math.exp(weights.slope * read.score + weights.offset));
  return { score, spans: score > SAYS_WHY ? [] : spansOf({ ...read, weights }) };
}

/** What the model says of a text in logits, before calibration; undefined of a text without words. */
export const rawScore = (text: string, model: RespectModel): number | undefined => readText(text, model)?.score;

function readText(text: string, { weights, lexicon }: RespectModel) {
  const folded = foldText(text);
  const words = readWords(folded, text, lexicon);
  if (words.length === 0) return undefined;
  const tally = tallies.get(weights) ?? new Tally(weights);
  tallies.set(weights, tally);
  tally.begin();
  readFeatures(words, tally);
  const scored = scoreSentences(tally, weights);
  return { folded, words, tally, scored, score: scoreText(tally.sizes, scored.scores, weights.temperature) };
}

/** One for each model: it knows the words that were read before. */
const tallies = new WeakMap<Weights, Tally>();
