import { readFileSync } from 'node:fs';
import type { Judging, JudgingModels } from '../../src/moderate/judgements.ts';
import { readRespectModel } from '../../src/moderate/respectful/respect-model.ts';
import { readTopicModel } from '../../src/moderate/topic/topic-model.ts';

const read = (path: string) => readFileSync(new URL(`../../models/${path}`, import.meta.url));

/** The models that come with the program. */
export const models: JudgingModels = {
  respect: readRespectModel(read('respect/weights.bin')),
  topic: readTopicModel(read('topic/words.bin')),
};

export const judging = (): Judging => ({ kind: 'ready', models });
