import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { Store } from '../store.ts';

/** Tables whose columns the sign-in library knows, not we. */
type Unknown = Record<string, Record<string, unknown>>;

/**
 * The newsroom's database for a library that brings its own queries. Reads see what is committed; every other statement is a
 * write of the store, so it shares the commits of all others, is durable when it is answered, and never meets a locked file.
 */
export function authDatabase(store: Store): Kysely<Unknown> {
  return new Kysely<Unknown>({ dialect: dialectOver(store) });
}

function dialectOver(store: Store): Dialect {
  const connection: DatabaseConnection = {
    executeQuery: <Row>(query: CompiledQuery) =>
      query.query.kind === 'SelectQueryNode'
        ? store.read.executeQuery<Row>(query as CompiledQuery<Row>)
        : store.write((tx) => tx.db.executeQuery<Row>(query as CompiledQuery<Row>)),
    // biome-ignore lint/correctness/useYield: nothing here is long enough to be streamed.
    async *streamQuery() {
      throw new TypeError('Accounts are not streamed.');
    },
  };
  const alone = async (): Promise<never> => {
    throw new TypeError('Each statement of an account is a transaction of its own.');
  };
  const driver: Driver = {
    init: async () => {},
    acquireConnection: async () => connection,
    beginTransaction: alone,
    commitTransaction: alone,
    rollbackTransaction: alone,
    releaseConnection: async () => {},
    // The store is closed by whoever opened it.
    destroy: async () => {},
  };
  const sqlite = store.kind === 'sqlite';
  return {
    createDriver: () => driver,
    createAdapter: () => (sqlite ? new SqliteAdapter() : new PostgresAdapter()),
    createIntrospector: (db) => (sqlite ? new SqliteIntrospector(db) : new PostgresIntrospector(db)),
    createQueryCompiler: () => (sqlite ? new SqliteQueryCompiler() : new PostgresQueryCompiler()),
  };
}
