import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { CopydeskError } from '../../story/errors.ts';
import type { Change, Tx } from '../store.ts';
import type { Database } from './schema.ts';

/** Most works in one commit: bounds how long the first of them waits. */
const MOST_TOGETHER = 200;
/** How long a commit waits for more, where writes came together within the last so many, both in milliseconds. */
const GATHERING = 1;
const LATELY = 5;
/** How long to wait for another process that writes, in milliseconds. */
const PATIENCE = 10_000;
const SQLITE_BUSY = 5;

type Work = { readonly run: (tx: Tx) => Promise<unknown>; resolve(value: unknown): void; reject(error: unknown): void };
type Done = { readonly work: Work; readonly value: unknown };

type Group = {
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Resolves when everything that was queued is committed or failed; nothing is taken after that. */
  finish(): Promise<void>;
  readonly counts: { readonly writes: number; readonly commits: number };
};

/**
 * Lets the writes of one turn of the event loop share one commit: the disk's wait is paid once for all of them.
 * Each has its own savepoint, so one that fails is undone alone.
 */
export function createGroupCommit(options: {
  readonly database: DatabaseSync;
  readonly db: Kysely<Database>;
  readonly announce: (changes: Iterable<Change>) => void;
}): Group {
  const { database, db } = options;
  const statements = {
    begin: database.prepare('BEGIN IMMEDIATE'),
    savepoint: database.prepare('SAVEPOINT work'),
    release: database.prepare('RELEASE work'),
    commit: database.prepare('COMMIT'),
  };
  const counts = { writes: 0, commits: 0 };
  const queue: Work[] = [];
  let running: Promise<void> | undefined;
  let finished = false;
  /** When a commit was last shared. */
  let sharedAt = Number.NEGATIVE_INFINITY;

  async function runQueue(): Promise<void> {
    while (queue.length > 0) {
      // One turn more, so that every request that has already arrived gets its write into this commit. Where many write, those who
      // were just answered are sending the next already: without a moment's patience they would take turns with the others.
      if (performance.now() - sharedAt < LATELY) await sleep(GATHERING);
      else await new Promise(setImmediate);
      const works = queue.splice(0, MOST_TOGETHER);
      await commitTogether(works);
      if (works.length > 1) sharedAt = performance.now();
    }
    running = undefined;
  }

  async function commitTogether(works: readonly Work[]): Promise<void> {
    const done: Done[] = [];
    const changes: Change[] = [];
    try {
      await begin(statements.begin);
      for (const work of works) await runAlone(work, done, changes);
      if (done.length > 0) {
        statements.commit.run();
        counts.commits++;
        counts.writes += done.length;
      } else {
        database.exec('ROLLBACK');
      }
    } catch (error) {
      if (database.isOpen && database.isTransaction) database.exec('ROLLBACK');
      const failure = new CopydeskError('store-broken', `Cannot write to the database: ${messageOf(error)}`, {
        cause: error,
      });
      for (const work of works) work.reject(failure);
      return;
    }
    options.announce(changes);
    for (const { work, value } of done) work.resolve(value);
  }

  async function runAlone(work: Work, done: Done[], changes: Change[]): Promise<void> {
    const mine: Change[] = [];
    statements.savepoint.run();
    try {
      const value = await work.run({ kind: 'sqlite', db, changed: (change) => mine.push(change) });
      statements.release.run();
      done.push({ work, value });
      changes.push(...mine);
    } catch (error) {
      // A full disk ends the whole transaction, not only the savepoint: then nobody's write is there.
      if (!database.isTransaction) throw error;
      database.exec('ROLLBACK TO work; RELEASE work');
      work.reject(error);
    }
  }

  return {
    counts,
    write: <T>(run: (tx: Tx) => Promise<T>) =>
      new Promise<T>((resolve, reject) => {
        if (finished) return reject(new CopydeskError('store-broken', 'Cannot write: the store is closed'));
        queue.push({ run, resolve: (value) => resolve(value as T), reject });
        running ??= runQueue();
      }),
    async finish() {
      finished = true;
      await running;
    },
  };
}

async function begin(statement: StatementSync): Promise<void> {
  const deadline = performance.now() + PATIENCE;
  for (;;) {
    try {
      statement.run();
      return;
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) throw error;
      await sleep(5);
    }
  }
}

const isBusy = (error: unknown) =>
  error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === SQLITE_BUSY;

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
