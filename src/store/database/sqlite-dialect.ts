import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely';
import { runAtOnce } from './prepared.ts';
import type { Database } from './schema.ts';

/** Most statements kept compiled for one connection; the store has far fewer different ones. */
const MOST_STATEMENTS = 500;

/** Kysely over Node's own SQLite, with its statements kept compiled. Closing is left to who opened it. */
export function overSqlite(database: DatabaseSync): Kysely<Database> {
  const statements = new Map<string, SqliteStatement>();
  const adapted: SqliteDatabase = {
    close() {},
    prepare(sql) {
      let statement = statements.get(sql);
      if (!statement) {
        if (statements.size >= MOST_STATEMENTS) statements.clear();
        statement = adapt(database.prepare(sql));
        statements.set(sql, statement);
      }
      return statement;
    },
  };
  const db = new Kysely<Database>({ dialect: new SqliteDialect({ database: adapted }) });
  runAtOnce(db, (sql, parameters) => {
    const statement = adapted.prepare(sql);
    if (statement.reader) return statement.all(parameters);
    statement.run(parameters);
    return [];
  });
  return db;
}

function adapt(statement: StatementSync): SqliteStatement {
  const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
  const reader = statement.columns().length > 0;
  // @NOTE The search numbers its own rows beyond what a JavaScript number holds, and every write reports the last row's number.
  if (!reader) statement.setReadBigInts(true);
  return {
    reader,
    all: (parameters) => statement.all(...values(parameters)),
    run: (parameters) => statement.run(...values(parameters)),
    iterate: (parameters) => statement.iterate(...values(parameters)),
  };
}
