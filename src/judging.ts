import { readFileSync } from 'node:fs';
import type { Judging } from './moderate/judgements.ts';
import { readRespectModel } from './moderate/respectful/respect-model.ts';
import { readTopicModel } from './moderate/topic/topic-model.ts';

/** Where the weights are. */
const MODELS = new URL('../models/', import.meta.url);

/**
 * Reads the models from `folder`, once: the same folder gives the same models. While they cannot be read every call looks again,
 * so that a file that is put back is found. Never throws.
 */
export function loadJudging(folder: URL = MODELS): Judging {
  const known = loaded.get(folder.href);
  if (known) return known;
  try {
    const models = {
      respect: readRespectModel(readFileSync(new URL('respect/weights.bin', folder))),
      topic: readTopicModel(readFileSync(new URL('topic/words.bin', folder))),
    };
    const ready: Judging = { kind: 'ready', models };
    loaded.set(folder.href, ready);
    return ready;
  } catch (error) {
    const why =
      error instanceof Error && 'code' in error && error.code === 'ENOENT'
        ? 'a file of models/ is missing'
        : String(error instanceof Error ? error.message : error);
    return { kind: 'missing', why };
  }
}

const loaded = new Map<string, Judging>();
