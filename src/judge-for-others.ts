import { readFile } from 'node:fs/promises';
import { judgeRespect, type RespectModel, readRespectModel } from './moderate/respectful/respect-model.ts';
import type { Judge, ScoredSpan } from './perspective/judge-port.ts';

/** The weights that come with this program. */
const WEIGHTS = new URL('../models/respect/weights.bin', import.meta.url);

/**
 * Judges comments of other programs by the model for respect. The model is read at the first question and kept; while it cannot
 * be read nothing is judged, and each question looks for it again.
 */
export function judgeForOthers(weights: URL = WEIGHTS): Judge {
  let model: RespectModel | undefined;
  return async ({ text, parent, withSpans }) => {
    try {
      model ??= readRespectModel(await readFile(weights));
      const { score, spans } = judgeRespect(text, model, parent);
      const respectful = model;
      const judged = {
        respectful: score,
        onTopic: null,
        thoughtful: null,
        spans: withSpans ? spans.map((span) => scored(text, span, respectful)) : [],
      };
      return { kind: 'judged', judged };
    } catch (error) {
      const why = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      return { kind: 'unavailable', why: `the model for respect cannot be used (${why}).` };
    }
  };
}

/** A place with how probable it is that its words alone are disrespectful: a weight would be no probability. */
function scored(text: string, { start, end }: { start: number; end: number }, model: RespectModel): ScoredSpan {
  return { begin: start, end, value: 1 - judgeRespect(text.slice(start, end), model).score };
}
