import type { CommentState } from '../../story/discussion/comment.ts';
import type { Store } from '../store.ts';

/** A comment as it stood when it came: what was known of its reader counts only what she wrote before. */
export type Replayed = {
  readonly id: number;
  readonly storyId: number;
  readonly parentId: number | null;
  readonly fullName: string;
  readonly text: string;
  readonly state: CommentState;
  readonly createdAt: string;
  readonly approvedBefore: number;
  readonly stoppedBefore: number;
};

/** Comments that came at or after `since`, in the order of their numbers, from the one after `after`. */
export async function listForReplay(
  store: Store,
  { since, after, limit }: { readonly since: Date; readonly after: number; readonly limit: number },
): Promise<Replayed[]> {
  const rows = await store.read
    .selectFrom('comment')
    .select((comment) => {
      const before = (states: readonly CommentState[]) =>
        comment
          .selectFrom('comment as earlier')
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .whereRef('earlier.reader_id', '=', 'comment.reader_id')
          .whereRef('earlier.id', '<', 'comment.id')
          .where('earlier.state', 'in', states);
      return [
        'comment.id',
        'comment.story_id as storyId',
        'comment.parent_id as parentId',
        'comment.full_name as fullName',
        'comment.text',
        'comment.state',
        'comment.created_at as createdAt',
        before(['approved']).as('approvedBefore'),
        before(['refused', 'removed']).as('stoppedBefore'),
      ];
    })
    .where('comment.created_at', '>=', since.toISOString())
    .where('comment.id', '>', after)
    .orderBy('comment.id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    ...row,
    approvedBefore: row.approvedBefore ?? 0,
    stoppedBefore: row.stoppedBefore ?? 0,
  }));
}
