import { storable } from '../database/storable.ts';
import type { Store } from '../store.ts';

/** A discussion of an export that is under no story of ours. `comments` wait in it. */
export type WaitingThread = {
  readonly thread: string;
  readonly address: string | null;
  readonly title: string | null;
  readonly comments: number;
};

/** Notes which story of ours each discussion belongs to, where that is not known yet. */
export async function matchThreads(
  store: Store,
  source: string,
  matches: readonly { readonly thread: string; readonly storyId: number }[],
): Promise<void> {
  await store.write(async (tx) => {
    for (const { thread, storyId } of matches)
      await tx.db
        .updateTable('import_thread')
        .set({ story_id: storyId })
        .where('source', '=', source)
        .where('thread', '=', storable(thread))
        .where('story_id', 'is', null)
        .execute();
  });
}

/** The numbers of the stories with these addresses. */
export async function storyIdsOf(store: Store, slugs: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (slugs.length === 0) return new Map();
  const rows = await store.read.selectFrom('story').select(['slug', 'id']).where('slug', 'in', slugs).execute();
  return new Map(rows.map(({ slug, id }) => [slug, id]));
}

/** The discussions whose comments wait for a story, those with the most first. */
export async function listWaiting(store: Store, source: string, limit: number): Promise<WaitingThread[]> {
  const rows = await store.read
    .selectFrom('import_item as item')
    .leftJoin('import_thread as thread', (join) =>
      join.onRef('thread.source', '=', 'item.source').onRef('thread.thread', '=', 'item.thread'),
    )
    .select(['item.thread', 'thread.address', 'thread.title'])
    .select(({ fn }) => fn.countAll<number>().as('comments'))
    .where('item.source', '=', source)
    .where('item.done', '=', 0)
    .groupBy(['item.thread', 'thread.address', 'thread.title'])
    .orderBy('comments', 'desc')
    .orderBy('item.thread')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, comments: Number(row.comments) }));
}
