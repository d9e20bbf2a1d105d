import { type Places, prepare } from '../database/prepared.ts';
import type { Store, Tx } from '../store.ts';

/**
 * A source, named so that nobody can tell who it is, and how much of what it does is let through: so many in so many seconds.
 * `share` names what is counted, where several things are counted of one source.
 */
export type Pace = { readonly key: string; readonly share?: string; readonly many: number; readonly seconds: number };

/**
 * Counts one act of each source, unless one of them has had its share: then nothing is counted and the seconds to wait are
 * returned. After a burst of `many` the share comes back evenly (GCRA), so one number per share is all that is kept.
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
  const had = await readShares(tx.db, groups.flat(), tx.kind === 'postgres');
  const waits = groups.map((paces) => secondsToWait(paces, had, now));
  if (waits[0] !== undefined) return waits;
  const counted = groups.filter((_, group) => waits[group] === undefined).flat();
  for (const [key, shares] of had) {
    const taken = counted.filter((pace) => pace.key === key);
    if (taken.length === 0) continue;
    const full = { ...unspent(shares, now) };
    for (const pace of taken) full[shareOf(pace)] = fullAfter(pace, shares, now);
    await keepShares(tx.db, { key, full: Math.max(...Object.values(full)), shares: JSON.stringify(full) });
  }
  return waits;
}

/** The seconds that `takePace` would ask for, without counting; undefined when it would let the act through. */
export async function paceLeft(store: Store, paces: readonly Pace[], now: Date): Promise<number | undefined> {
  return secondsToWait(paces, await readShares(store.read, paces, false), now);
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

/** The moment, in milliseconds, to which what was done of each share lasts. */
type Shares = Readonly<Record<string, number>>;

/** What the sources have had, by their keys; always in the same order, so that two transactions never wait for each other. */
async function readShares(
  db: Store['read'],
  paces: readonly Pace[],
  lock: boolean,
): Promise<ReadonlyMap<string, Shares>> {
  const had = new Map<string, Shares>();
  for (const key of [...new Set(paces.map((pace) => pace.key))].sort()) {
    // A row that is not there yet cannot be locked, and a burst of strangers would count as one: so it is put there first.
    if (lock) await addBlank(db, { key });
    const [row] = await (lock ? lockShares : findShares)(db, { key });
    had.set(key, row ? (JSON.parse(row.shares) as Shares) : {});
  }
  return had;
}

const addBlank = prepare((db, at: Places<{ key: string }>) =>
  db
    .insertInto('pace')
    .values({ key: at.key, full_at: 0 })
    .onConflict((conflict) => conflict.doNothing()),
);

const selectShares = (db: Store['read'], at: Places<{ key: string }>) =>
  db.selectFrom('pace').select('shares').where('key', '=', at.key);

const findShares = prepare(selectShares);
const lockShares = prepare((db, at: Places<{ key: string }>) => selectShares(db, at).forUpdate());

const keepShares = prepare((db, at: Places<{ key: string; full: number; shares: string }>) =>
  db
    .insertInto('pace')
    .values({ key: at.key, full_at: at.full, shares: at.shares })
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet((row) => ({ full_at: row.ref('excluded.full_at'), shares: row.ref('excluded.shares') })),
    ),
);

const shareOf = ({ share = '' }: Pace): string => share;

const unspent = (shares: Shares, now: Date): Shares =>
  Object.fromEntries(Object.entries(shares).filter(([, full]) => full > now.getTime()));

/** To when the share of a source lasts with one act more. */
const fullAfter = (pace: Pace, shares: Shares | undefined, now: Date): number =>
  Math.max(shares?.[shareOf(pace)] ?? 0, now.getTime()) + stepOf(pace);

function secondsToWait(paces: readonly Pace[], had: ReadonlyMap<string, Shares>, now: Date): number | undefined {
  const waits = paces.map((pace) => fullAfter(pace, had.get(pace.key), now) - (now.getTime() + pace.seconds * 1000));
  const longest = Math.max(0, ...waits);
  // Half a millisecond comes of dividing, not of anybody's hurry.
  return longest < 1 ? undefined : Math.ceil(longest / 1000);
}

/** What one act takes of the share, in milliseconds. */
const stepOf = ({ many, seconds }: Pace): number => Math.floor((seconds * 1000) / many);
