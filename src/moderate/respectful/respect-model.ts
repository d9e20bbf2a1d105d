import { foldText } from './fold-text.ts';
import type { RespectModel } from './model-file.ts';
import { readFeatures } from './read-features.ts';
import { readWords, type Word } from './read-words.ts';
import { scoreSentences, scoreText } from './score-sentences.ts';
import { spansOf } from './spans-of.ts';

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

/** How respectful a comment is towards other people. `parent` is not needed and changes nothing yet. */
export function judgeRespect(text: string, model: RespectModel, _parent?: string): RespectVerdict {
  const folded = foldText(text);
  const words: Word[] = readWords(folded, text, model.lexicon);
  if (words.length === 0) return { score: 1, spans: [] };
  const features = readFeatures(words, model.lexicon);
  const scored = scoreSentences(features, model.weights);
  const { slope, offset, temperature } = model.weights;
  const score = 1 / (1 + Math.exp(slope * scoreText(features, scored.scores, temperature) + offset));
  return { score, spans: score > SAYS_WHY ? [] : spansOf({ words, features, scored, folded, weights: model.weights }) };
}
