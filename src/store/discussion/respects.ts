import { findOrAddReader } from '../readers.ts';
import type { Store, Tx } from '../store.ts';
import { slugOfStory } from './insert-comment.ts';
import { type Pace, takePace } from './pace.ts';
import { lockComment } from './thread-upkeep.ts';

/** `closed` is a comment that cannot be respected: not on the page, or the reader's own. */
export type Respected =
  | { readonly kind: 'done'; readonly slug: string; readonly respected: boolean; readonly respects: number }
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'closed' };

/** Gives a reader's respect to a comment, or takes it back: one of each reader, and nothing but respect. `not-found` without the comment. */
export async function toggleRespect(
  store: Store,
  wish: { readonly id: number; readonly readerToken: string; readonly paces: readonly Pace[]; readonly now: Date },
): Promise<Respected> {
  const { id, now } = wish;
  return store.write(async (tx): Promise<Respected> => {
    const comment = await lockComment(tx, id);
    const readerId = await findOrAddReader(tx, wish.readerToken, now);
    if (comment.state !== 'approved' || comment.readerId === readerId) return { kind: 'closed' };
    const seconds = await takePace(tx, wish.paces, now);
    if (seconds !== undefined) return { kind: 'wait', seconds };
    const respected = await toggle(tx, id, readerId, now);
    const { respects } = await tx.db
      .updateTable('comment')
      .set((row) => ({ respects: row('respects', '+', respected ? 1 : -1) }))
      .where('id', '=', id)
      .returning('respects')
      .executeTakeFirstOrThrow();
    const slug = await slugOfStory(tx, comment.storyId);
    tx.changed({ kind: 'discussion', slug });
    return { kind: 'done', slug, respected, respects };
  });
}

/** Whether the reader's respect is there afterwards. */
async function toggle(tx: Tx, id: number, readerId: number, now: Date): Promise<boolean> {
  const taken = await tx.db
    .deleteFrom('comment_respect')
    .where('comment_id', '=', id)
    .where('reader_id', '=', readerId)
    .returning('comment_id')
    .executeTakeFirst();
  if (taken) return false;
  await tx.db
    .insertInto('comment_respect')
    .values({ comment_id: id, reader_id: readerId, at: now.toISOString() })
    .execute();
  return true;
}
