import { type Places, prepare } from '../database/prepared.ts';
import type { Store, Tx } from '../store.ts';

/** A source, named so that nobody can tell who it is, and how much of what it does is let through: so many in so many seconds. */
export type Pace = { readonly key: string; readonly many: number; readonly seconds: number };

/**
 * Counts one act of each source, unless one of them has had its share: then nothing is counted and the seconds to wait are
 * returned. After a burst of `many` the share comes back evenly (GCRA), so one number per source is all that is kept.
 */
export async function takePace(tx: Tx, paces: readonly Pace[], now: Date): Promise<number | undefined> {
  return (await takePaces(tx, [paces], now))[0];
}

/**
 * The same for several groups at once, each by itself: the seconds to wait of each. When the first has to wait, nothing is
 * counted in any.
 */
export async function takePaces(
  tx: Tx,
  groups: readonly (readonly Pace[])[],
  now: Date,
): Promise<readonly (number | undefined)[]> {
  const full = await fullAt(tx.db, groups.flat(), tx.kind === 'postgres');
  const waits = groups.map((paces) => secondsToWait(paces, full, now));
  if (waits[0] !== undefined) return waits;
  const rows = groups
    .filter((_, group) => waits[group] === undefined)
    .flat()
    .map((pace) => ({ key: pace.key, full_at: Math.max(full.get(pace.key) ?? 0, now.getTime()) + stepOf(pace) }))
    // Always in the same order, so that two transactions never wait for each other.
    .sort((one, other) => (one.key < other.key ? -1 : 1));
  if (rows.length > 0) {
    await setFull(rows.length)(tx.db, {
      ...numbered(
        'key',
        rows.map(({ key }) => key),
      ),
      ...numbered(
        'full',
        rows.map((row) => row.full_at),
      ),
    });
  }
  return waits;
}

/** The seconds that `takePace` would ask for, without counting; undefined when it would let the act through. */
export async function paceLeft(store: Store, paces: readonly Pace[], now: Date): Promise<number | undefined> {
  return secondsToWait(paces, await fullAt(store.read, paces, false), now);
}

/** Whether this is the first time that the key is spent; it is remembered until `until`. */
export async function spendOnce(tx: Tx, key: string, until: Date): Promise<boolean> {
  const spent = await tx.db
    .insertInto('pace')
    .values({ key, full_at: until.getTime() })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('key')
    .executeTakeFirst();
  return spent !== undefined;
}

/** Forgets the sources that have been quiet: their share is whole again without a row. */
export async function forgetQuiet(store: Store, now: Date): Promise<void> {
  const quiet = await store.read
    .selectFrom('pace')
    .select('key')
    .where('full_at', '<=', now.getTime())
    .limit(1)
    .execute();
  if (quiet.length === 0) return;
  await store.write((tx) => tx.db.deleteFrom('pace').where('full_at', '<=', now.getTime()).execute());
}

async function fullAt(db: Store['read'], paces: readonly Pace[], lock: boolean): Promise<ReadonlyMap<string, number>> {
  if (paces.length === 0) return new Map();
  const keys = [...new Set(paces.map(({ key }) => key))].sort();
  // A row that is not there yet cannot be locked, and a burst of strangers would count as one: so it is put there first.
  if (lock) {
    const blank = keys.map((key) => ({ key, full_at: 0 }));
    await db
      .insertInto('pace')
      .values(blank)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  const rows = await (lock ? lockFull : findFull)(keys.length)(db, numbered('key', keys));
  return new Map(rows.map((row) => [row.key, row.full_at]));
}

/** Values under names with numbers: "key0", "key1". */
const numbered = <Name extends string, Value>(name: Name, values: readonly Value[]) =>
  Object.fromEntries(values.map((value, i) => [`${name}${i}`, value])) as Record<`${Name}${number}`, Value>;

/** A query for each number of sources; there are few such numbers. */
function forEachCount<Query>(make: (places: readonly number[]) => Query): (count: number) => Query {
  const made: Query[] = [];
  return (count) => {
    made[count] ??= make(Array.from({ length: count }, (_, i) => i));
    return made[count]!;
  };
}

type KeyPlaces = Places<Record<`key${number}`, string>>;

const selectFull = (db: Store['read'], at: KeyPlaces, places: readonly number[]) =>
  db
    .selectFrom('pace')
    .select(['key', 'full_at'])
    .where(
      'key',
      'in',
      places.map((i) => at[`key${i}`]!),
    )
    .orderBy('key');

const findFull = forEachCount((places) => prepare((db, at: KeyPlaces) => selectFull(db, at, places)));
const lockFull = forEachCount((places) => prepare((db, at: KeyPlaces) => selectFull(db, at, places).forUpdate()));

const setFull = forEachCount((places) =>
  prepare((db, at: Places<Record<`key${number}`, string> & Record<`full${number}`, number>>) =>
    db
      .insertInto('pace')
      .values(places.map((i) => ({ key: at[`key${i}`]!, full_at: at[`full${i}`]! })))
      .onConflict((conflict) =>
        conflict.column('key').doUpdateSet((row) => ({ full_at: row.ref('excluded.full_at') })),
      ),
  ),
);

function secondsToWait(paces: readonly Pace[], busy: ReadonlyMap<string, number>, now: Date): number | undefined {
  const waits = paces.map((pace) => {
    const after = Math.max(busy.get(pace.key) ?? 0, now.getTime()) + stepOf(pace);
    return after - (now.getTime() + pace.seconds * 1000);
  });
  const longest = Math.max(0, ...waits);
  // Half a millisecond comes of dividing, not of anybody's hurry.
  return longest < 1 ? undefined : Math.ceil(longest / 1000);
}

/** What one act takes of the share, in milliseconds. */
const stepOf = ({ many, seconds }: Pace): number => Math.floor((seconds * 1000) / many);
