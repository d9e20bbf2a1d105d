import { type Compilable, type CompiledQuery, type Expression, type Kysely, sql } from 'kysely';
import type { Database } from './schema.ts';

/** What may be bound to a statement. */
type Value = string | number | null;
type Db = Kysely<Database>;
/** What stands for one database that was opened; its transactions share it. */
type Opened = object;
type RunAtOnce = (sql: string, parameters: readonly unknown[]) => readonly unknown[];

/** The places of a prepared query, by name, as expressions for the one who builds it. */
export type Places<Args> = { readonly [Name in keyof Args]: Expression<Args[Name]> };

const places = new Map<string, { readonly place: string }>();
const isPlace = (parameter: unknown): parameter is { readonly place: string } =>
  typeof parameter === 'object' && parameter !== null && 'place' in parameter;

const byName = new Proxy({} as Places<Record<string, Value>>, {
  get(_, name: string) {
    const place = places.get(name) ?? { place: name };
    places.set(name, place);
    return sql<Value>`${place}`;
  },
});

const atOnce = new WeakMap<Opened, RunAtOnce>();

/**
 * A number of rows for `limit`, written out.
 * @NOTE SQLite plans a statement anew each time that a place behind LIMIT is bound, which takes longer than the search itself.
 */
export const atMost = (most: number) => sql.lit(most);

/** What was opened, the same for a database and for every transaction in it. */
export const openedOf = (db: Db): Opened => db.getExecutor().adapter;

/** Says how statements of this database are run without waiting for a connection: SQLite has the one that it was given. */
export function runAtOnce(db: Db, run: RunAtOnce): void {
  atOnce.set(openedOf(db), run);
}

/**
 * A query of the busiest paths: built and compiled once for each database, then only run with its arguments. Kysely takes
 * longer to put such a query into words than SQLite to answer it.
 * @NOTE `build` sees no values, so it cannot decide anything by them.
 */
export function prepare<Args extends Readonly<Record<string, Value>>, Row>(
  build: (db: Db, at: Places<Args>) => Compilable<Row>,
): (db: Db, args: Args) => Promise<readonly Row[]> {
  const compiled = new WeakMap<Opened, CompiledQuery<Row>>();
  return async (db, args) => {
    const opened = openedOf(db);
    let query = compiled.get(opened);
    if (!query) {
      query = build(db, byName as unknown as Places<Args>).compile();
      compiled.set(opened, query);
    }
    const parameters = query.parameters.map((each) => (isPlace(each) ? args[each.place] : each));
    const run = atOnce.get(opened);
    if (run) return run(query.sql, parameters) as readonly Row[];
    return (await db.executeQuery<Row>({ ...query, parameters })).rows;
  };
}
