import { present } from '../database/present.ts';
import { storable } from '../database/storable.ts';
import type { Store } from '../store.ts';

/** How a source has fared; times are ISO 8601, UTC. The counts are of files. */
export type SourceHealth = {
  readonly lastTried?: string;
  readonly lastSuccess?: string;
  readonly lastError?: string;
  readonly lastErrorAt?: string;
  /** Rounds that failed since the last success. */
  readonly failures: number;
  readonly nextTry?: string;
  readonly received: number;
  readonly duplicates: number;
  readonly refused: number;
};

/** Files that a round brought: `received` are all of them, `duplicates` had come before, `refused` could not be read. */
export type Counts = { readonly received: number; readonly duplicates: number; readonly refused: number };

/** How a round ended: it failed with an `error`, or it did not and may still have met a `problem`. */
export type RoundEnd = { readonly nextTry: Date; readonly error?: string; readonly problem?: string };

const NONE: SourceHealth = { failures: 0, received: 0, duplicates: 0, refused: 0 };

/** The health of every source that was ever asked or has pushed, by the source's id. */
export async function readHealth(store: Store): Promise<{ of(sourceId: number): SourceHealth }> {
  const rows = await store.read
    .selectFrom('source_state')
    .select([
      'source_id as id',
      'last_tried as lastTried',
      'last_success as lastSuccess',
      'last_error as lastError',
      'last_error_at as lastErrorAt',
      'failures',
      'next_try as nextTry',
      'received',
      'duplicates',
      'refused',
    ])
    .execute();
  const health = new Map(rows.map(({ id, ...row }) => [id, present(row)]));
  return { of: (sourceId) => health.get(sourceId) ?? NONE };
}

type Claim = { readonly sourceId: number; readonly by: string; readonly now: Date; readonly until: Date };

/**
 * Keeps a source for one worker, so that no two machines ask it at the same time; a claim that its worker did not end runs
 * out by itself. False when another has it, when it is not yet due, or when it has no transport any more.
 */
export async function claimSource(store: Store, claim: Claim & { readonly dueOnly: boolean }): Promise<boolean> {
  const now = claim.now.toISOString();
  return store.write(async (tx) => {
    const values = { source_id: claim.sourceId };
    await tx.db
      .insertInto('source_state')
      .values(values)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    let query = tx.db
      .updateTable('source_state')
      .set({ claimed_by: claim.by, claimed_until: claim.until.toISOString(), last_tried: now })
      .where('source_id', '=', claim.sourceId)
      .where((state) => state.or([state('claimed_until', 'is', null), state('claimed_until', '<=', now)]));
    if (claim.dueOnly)
      query = query.where((state) => state.or([state('next_try', 'is', null), state('next_try', '<=', now)]));
    return (await query.executeTakeFirst()).numUpdatedRows > 0n;
  });
}

/** Keeps a claim longer. False when it ran out and another has the source now: then this round must end. */
export async function renewClaim(store: Store, { sourceId, by, until }: Omit<Claim, 'now'>): Promise<boolean> {
  return store.write(async (tx) => {
    const query = tx.db.updateTable('source_state').set({ claimed_until: until.toISOString() });
    const done = await query.where('source_id', '=', sourceId).where('claimed_by', '=', by).executeTakeFirst();
    return done.numUpdatedRows > 0n;
  });
}

/** Notes what a round brought and lets the source go. Without an `end`, as when we were told to stop, it is due as it was. */
export async function endRound(
  store: Store,
  round: {
    readonly sourceId: number;
    readonly by: string;
    readonly now: Date;
    readonly counts: Counts;
    readonly end?: RoundEnd;
  },
): Promise<void> {
  const { sourceId, by, counts, end } = round;
  await store.write(async (tx) => {
    await tx.db
      .updateTable('source_state')
      .set({ claimed_by: null, claimed_until: null })
      .where('source_id', '=', sourceId)
      .where('claimed_by', '=', by)
      .execute();
    const now = round.now.toISOString();
    const trouble = end?.error ?? end?.problem;
    await tx.db
      .updateTable('source_state')
      .set((state) => ({
        received: state('received', '+', counts.received),
        duplicates: state('duplicates', '+', counts.duplicates),
        refused: state('refused', '+', counts.refused),
        ...(end && { next_try: end.nextTry.toISOString() }),
        ...(trouble !== undefined && { last_error: storable(trouble), last_error_at: now }),
        ...(end?.error !== undefined && { failures: state('failures', '+', 1) }),
        ...(end && end.error === undefined && { last_success: now, failures: 0 }),
      }))
      .where('source_id', '=', sourceId)
      .execute();
  });
}

/** Counts a file that a source brought by itself. */
export async function notePush(
  store: Store,
  push: { readonly sourceId: number; readonly counts: Counts; readonly now: Date },
): Promise<void> {
  const now = push.now.toISOString();
  await store.write(async (tx) => {
    const values = { source_id: push.sourceId };
    await tx.db
      .insertInto('source_state')
      .values(values)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await tx.db
      .updateTable('source_state')
      .set((state) => ({
        last_tried: now,
        last_success: now,
        received: state('received', '+', push.counts.received),
        duplicates: state('duplicates', '+', push.counts.duplicates),
        refused: state('refused', '+', push.counts.refused),
      }))
      .where('source_id', '=', push.sourceId)
      .execute();
  });
}
