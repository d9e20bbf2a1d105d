import type { Comment, CommentState, Reason, Scores } from '../../story/discussion/comment.ts';
import { present } from '../database/present.ts';
import type { Tx } from '../store.ts';
import { addEvent, commentColumns, slugOfStory, type Trace } from './insert-comment.ts';
import { noteApproved, noteGone, type Placed } from './thread-upkeep.ts';

/** A decision about a comment that is here already. */
export type StateChange = Trace & {
  readonly state: CommentState;
  readonly by: string;
  readonly reasons: readonly Reason[];
  /** What the rules decided by. */
  readonly scores?: Scores;
  readonly now: Date;
};

/** Brings a locked comment into a state, keeps the decision, and the discussion in order around it. */
export async function setState(tx: Tx, before: Placed, change: StateChange): Promise<Comment> {
  const row = await tx.db
    .updateTable('comment')
    .set({ state: change.state })
    .where('id', '=', before.id)
    .returning(commentColumns)
    .executeTakeFirstOrThrow();
  await addEvent(tx, { ...change, id: before.id });
  const [was, is] = [before.state === 'approved', change.state === 'approved'];
  if (!was && is) await noteApproved(tx, before);
  if (was && !is) await noteGone(tx, before);
  if (was !== is) tx.changed({ kind: 'discussion', slug: await slugOfStory(tx, before.storyId) });
  return present(row);
}
