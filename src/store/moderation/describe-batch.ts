import type { CommentState } from '../../story/discussion/comment.ts';
import type { Store } from '../store.ts';

/** What one press of a button did: into which states how many came; whether it undid something, or was itself undone. */
export type BatchSummary = {
  readonly states: readonly { readonly state: CommentState; readonly count: number }[];
  readonly isUndo: boolean;
  readonly undone: boolean;
};

/** What this moderator decided under `batch`; empty for one that is not hers. */
export async function describeBatch(
  store: Store,
  { batch, staffId }: { readonly batch: string; readonly staffId: string },
): Promise<BatchSummary> {
  const rows = await store.read
    .selectFrom('comment_event')
    .leftJoin('comment_event as undo', 'undo.undoes_id', 'comment_event.id')
    .select(['comment_event.state', 'comment_event.undoes_id as undoes', 'undo.id as undoneBy'])
    .where('comment_event.batch', '=', batch)
    .where('comment_event.staff_id', '=', staffId)
    .execute();
  const states = Map.groupBy(rows, ({ state }) => state);
  return {
    states: [...states].map(([state, those]) => ({ state, count: those.length })),
    isUndo: rows.some(({ undoes }) => undoes !== null),
    undone: rows.some(({ undoneBy }) => undoneBy !== null),
  };
}
