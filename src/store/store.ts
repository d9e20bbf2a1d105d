import type { Kysely } from 'kysely';
import type { Database } from './database/schema.ts';

/** What readers see differently since the last commit, so that whoever keeps pages can drop the stale ones. */
export type Change =
  | { readonly kind: 'story'; readonly slug: string }
  | { readonly kind: 'discussion'; readonly slug: string }
  | { readonly kind: 'setting' }
  | { readonly kind: 'everything' };

/** One unit of work inside a transaction. `changed` is announced once the transaction is durable, and never otherwise. */
export type Tx = {
  readonly kind: Store['kind'];
  readonly db: Kysely<Database>;
  changed(change: Change): void;
};

/** What can be asked: the store, or a transaction in it as `{ read: tx.db }`. */
export type Readable = Pick<Store, 'read'>;

/** The newsroom's memory: an SQLite file in the data folder, or a PostgreSQL database. */
export type Store = {
  readonly kind: 'sqlite' | 'postgres';
  /** For queries; sees what is committed. */
  readonly read: Kysely<Database>;
  /** Runs `work` inside a transaction; resolves only when it is durable, rejects when it was rolled back. `work` may run more than once. */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Calls `listener` after each committed change of this process, and of others as soon as they are noticed. Returns the way out. */
  onChange(listener: (change: Change) => void): () => void;
  /** SQLite: looks, at most every 10 ms, whether another process wrote, and tells the listeners. PostgreSQL tells by itself. */
  noticeOthers(): void;
  /** How many writes and commits this store has made: their ratio is what grouping saves. */
  readonly counts: { readonly writes: number; readonly commits: number };
  close(): Promise<void>;
};
