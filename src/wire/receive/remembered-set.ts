import { createHash } from 'node:crypto';
import type { Memory } from './receiver.ts';

/** A set of short marks that outlives a restart, such as the files that were taken already. */
export type RememberedSet = {
  has(mark: string): boolean;
  /** Remembered on disk after a few more, or by `save`: a crash before brings a file twice, which changes nothing. */
  add(mark: string): Promise<void>;
  /** Forgets all that is not in `marks`, so that the set stays as small as the folder it tells of. */
  keepOnly(marks: ReadonlySet<string>): void;
  /** Has these marks and no others from now on, on disk too. */
  replaceBy(marks: Iterable<string>): Promise<void>;
  save(): Promise<void>;
};

const WRITE_EVERY = 20;

/** Opens the set that `memory` keeps under `key`. Nothing is written while nothing changes. */
export async function rememberedSet(memory: Memory, key: string): Promise<RememberedSet> {
  const kept = (await memory.read(key)) ?? '';
  const marks = new Set(kept.split(' ').filter(Boolean));
  let written = kept;
  let waiting = 0;
  async function save(): Promise<void> {
    const text = [...marks].sort().join(' ');
    if (text !== written) await memory.write(key, text);
    written = text;
    waiting = 0;
  }
  return {
    has: (mark) => marks.has(mark),
    async add(mark) {
      marks.add(mark);
      if (++waiting >= WRITE_EVERY) await save();
    },
    keepOnly(wanted) {
      for (const mark of marks) if (!wanted.has(mark)) marks.delete(mark);
    },
    async replaceBy(wanted) {
      marks.clear();
      for (const mark of wanted) marks.add(mark);
      await save();
    },
    save,
  };
}

/** Twelve characters that stand for `words`: long enough that two files of one folder never share them. */
export function markOf(...words: readonly (string | number)[]): string {
  return createHash('sha256').update(JSON.stringify(words)).digest('base64url').slice(0, 12);
}
