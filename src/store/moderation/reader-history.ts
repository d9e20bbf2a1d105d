import type { LoggedDecision, ReaderRecord } from '../../story/discussion/moderation.ts';
import type { Store } from '../store.ts';
import { listReaderDecisions } from './decision-log.ts';
import { type QueueItem, selectItems, toItem } from './queue-item.ts';
import { readerRecord } from './reader-standing.ts';

/** A reader as moderators know her: under which names she wrote, what became of it, what was decided about herself. */
export type ReaderHistory = {
  readonly record: ReaderRecord;
  readonly since: string;
  readonly names: readonly string[];
  /** Latest first. */
  readonly comments: readonly QueueItem[];
  readonly decisions: readonly LoggedDecision[];
};

/** The history of a reader, her latest `limit` comments among it; undefined when there is no such reader. */
export async function findReaderHistory(
  store: Store,
  readerId: number,
  { now, limit }: { readonly now: Date; readonly limit: number },
): Promise<ReaderHistory | undefined> {
  const reader = await store.read
    .selectFrom('reader')
    .select('created_at')
    .where('id', '=', readerId)
    .executeTakeFirst();
  if (!reader) return undefined;
  const rows = await selectItems(store.read, now)
    .where('comment.reader_id', '=', readerId)
    .orderBy('comment.id', 'desc')
    .limit(limit)
    .execute();
  const comments = rows.map(toItem);
  return {
    record: await readerRecord(store, readerId, now),
    since: reader.created_at,
    names: [...new Set(comments.map(({ fullName }) => fullName))],
    comments,
    decisions: await listReaderDecisions(store, { readerId, limit: 50 }),
  };
}
