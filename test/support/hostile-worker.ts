// Reads hostile files one after another in a thread of its own, so that one that hangs can be seen and stopped.
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { copyOf } from '../../src/wire/copy-of.ts';
import { parse } from '../../src/wire/parse.ts';
import { hostileFile } from './hostile-files.ts';

/** What became of one file. `problem` says what no file may lead to. */
export type Verdict = {
  readonly seed: number;
  readonly milliseconds: number;
  readonly bytes: number;
  readonly answer: string;
  readonly problem?: string;
};
export type HostileTask = { readonly paths: readonly string[]; readonly from: number; readonly count: number };

const { paths, from, count } = workerData as HostileTask;
const files = paths.map((path) => readFileSync(path));

for (let seed = from; seed < from + count; seed++) {
  const file = hostileFile(seed, files);
  parentPort?.postMessage({ begins: seed });
  const start = performance.now();
  const { answer, problem } = judge(file);
  const milliseconds = performance.now() - start;
  const verdict: Verdict = {
    seed,
    milliseconds,
    bytes: file.length,
    answer,
    ...(problem !== undefined && { problem }),
  };
  parentPort?.postMessage(verdict);
}

/** The way of a file up to the store. */
function judge(file: Buffer): { answer: string; problem?: string } {
  try {
    const parsed = parse(file, 'hostile');
    if (!parsed.ok) {
      const { kind, message } = parsed.refusal;
      const sound =
        /^(?:empty|not-copy|unreadable|too-large)$/.test(kind) && message.length > 10 && message.length < 1000;
      return { answer: kind, ...(!sound && { problem: `a refusal without sense: ${kind}: ${message}` }) };
    }
    for (const item of parsed.items) {
      const { guid, copy } = copyOf(item, '2026-03-05T12:00:00.000Z');
      if (typeof guid !== 'string' || guid === '') return { answer: 'items', problem: 'an item without a guid' };
      if (typeof copy.text !== 'string' || copy.headline.trim() === '')
        return { answer: 'items', problem: 'copy without a headline or a text' };
    }
    const wrong = parsed.items.length === 0 ? 'no items and no refusal' : undefined;
    if (Object.hasOwn(Object.prototype, 'polluted') || ({} as Record<string, unknown>)['headline'] !== undefined)
      return { answer: 'items', problem: 'objects changed for everybody' };
    return { answer: 'items', ...(wrong !== undefined && { problem: wrong }) };
  } catch (error) {
    return { answer: 'thrown', problem: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
