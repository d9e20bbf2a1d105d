import { readFileSync, statSync } from 'node:fs';
import type { Judging } from './moderate/judgements.ts';
import { readRespectModel } from './moderate/respectful/respect-model.ts';
import { readTopicModel } from './moderate/topic/topic-model.ts';

/** Where the weights are. */
const MODELS = new URL('../models/', import.meta.url);

const RESPECT = 'respect/weights.bin';
const TOPIC = 'topic/words.bin';

/**
 * Reads the models from `folder`, once: the same folder gives the same models. While they cannot be read every call looks
 * whether the files are others by now, so that one that is put back is found. Never throws.
 */
export function loadJudging(folder: URL = MODELS): Judging {
  const known = loaded.get(folder.href);
  if (known) return known;
  // Reading what is broken with every comment would take longer than all else. Not for ever: a disk may only have failed once.
  const files = [RESPECT, TOPIC].map((file) => stampOf(new URL(file, folder))).join();
  const failed = failures.get(folder.href);
  if (failed?.files === files && performance.now() - failed.at < AGAIN_MS) return failed.missing;
  const judging = readModels(folder);
  if (judging.kind === 'ready') loaded.set(folder.href, judging);
  else failures.set(folder.href, { files, missing: judging, at: performance.now() });
  return judging;
}

function readModels(folder: URL): Judging {
  try {
    const models = {
      respect: readRespectModel(readFileSync(new URL(RESPECT, folder))),
      topic: readTopicModel(readFileSync(new URL(TOPIC, folder))),
    };
    return { kind: 'ready', models };
  } catch (error) {
    const why =
      error instanceof Error && 'code' in error && error.code === 'ENOENT'
        ? 'a file of models/ is missing'
        : String(error instanceof Error ? error.message : error);
    return { kind: 'missing', why };
  }
}

const loaded = new Map<string, Judging>();
const failures = new Map<string, { readonly files: string; readonly missing: Judging; readonly at: number }>();
/** Files that have not changed are read again after so many milliseconds. */
const AGAIN_MS = 1000;

/** Tells a file from what was there before; "none" where there is none, or none that can be looked at. */
function stampOf(file: URL): string {
  try {
    const { ino, size, mtimeMs, ctimeMs } = statSync(file);
    return `${ino} ${size} ${mtimeMs} ${ctimeMs}`;
  } catch {
    return 'none';
  }
}
