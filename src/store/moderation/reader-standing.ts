import type { Moderator, ReaderRecord, Standing } from '../../story/discussion/moderation.ts';
import { CopydeskError } from '../../story/errors.ts';
import { atMost, type Places, prepare } from '../database/prepared.ts';
import { storable } from '../database/storable.ts';
import { findReader } from '../readers.ts';
import type { Readable, Store } from '../store.ts';

/** What the moderators' book says of the reader who holds this token; undefined for one who has never written. */
export async function readerStanding(
  store: Readable,
  readerToken: string,
  now: Date,
): Promise<ReaderRecord | undefined> {
  const readerId = await findReader(store, readerToken);
  return readerId === undefined ? undefined : readerRecord(store, readerId, now);
}

/** The same for a reader's number. */
export async function readerRecord(store: Readable, readerId: number, now: Date): Promise<ReaderRecord> {
  const rows = await countStates(store.read, { reader: readerId });
  const count = (...states: string[]) =>
    rows.reduce((sum, row) => (states.includes(row.state) ? sum + row.count : sum), 0);
  return {
    readerId,
    standing: await standingOf(store, readerId, now),
    approved: count('approved'),
    stopped: count('removed', 'refused'),
    waiting: count('pending', 'held'),
  };
}

const countStates = prepare((db, at: Places<{ reader: number }>) =>
  db
    .selectFrom('comment')
    .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
    .where('reader_id', '=', at.reader)
    .where('deleted_at', 'is', null)
    .groupBy('state'),
);

const lastDecision = prepare((db, at: Places<{ reader: number }>) =>
  db
    .selectFrom('reader_event')
    .select(['kind', 'until', 'reason'])
    .where('reader_id', '=', at.reader)
    .orderBy('id', 'desc')
    .limit(atMost(1)),
);

async function standingOf(store: Readable, readerId: number, now: Date): Promise<Standing> {
  const [last] = await lastDecision(store.read, { reader: readerId });
  if (!last || last.kind === 'restore' || (last.until !== null && last.until <= now.toISOString())) {
    return { kind: 'good' };
  }
  const kind = last.kind === 'ban' ? 'banned' : 'muted';
  return { kind, reason: last.reason, ...(last.until !== null && { until: last.until }) };
}

/** Mutes, bans or restores a reader. `until` absent is until somebody restores her. `not-found` without the reader. */
export async function decideReader(
  store: Store,
  decision: {
    readonly readerId: number;
    readonly kind: 'mute' | 'ban' | 'restore';
    readonly until?: Date;
    readonly reason: string;
    readonly by: Moderator;
    readonly now: Date;
  },
): Promise<void> {
  const { readerId, kind, until, by, now } = decision;
  await store.write(async (tx) => {
    const reader = await tx.db.selectFrom('reader').select('id').where('id', '=', readerId).executeTakeFirst();
    if (!reader) throw new CopydeskError('not-found', `No reader has the number ${readerId}.`);
    await tx.db
      .insertInto('reader_event')
      .values({
        reader_id: readerId,
        kind,
        until: until?.toISOString() ?? null,
        reason: storable(decision.reason),
        staff_id: by.id,
        by_whom: storable(by.name),
        at: now.toISOString(),
      })
      .execute();
  });
}
