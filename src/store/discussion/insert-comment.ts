import type { Comment, CommentState, Reason, Submission } from '../../story/discussion/comment.ts';
import { CopydeskError } from '../../story/errors.ts';
import { present } from '../database/present.ts';
import { storable } from '../database/storable.ts';
import { findOrAddReader } from '../readers.ts';
import type { Tx } from '../store.ts';
import { noteApproved } from './thread-upkeep.ts';

/** A comment on its way into the store, with the decision about it. `name` is the short form. */
export type NewComment = {
  readonly submission: Submission;
  readonly name: string;
  readonly state: CommentState;
  readonly reasons: readonly Reason[];
  readonly by: string;
  readonly now: Date;
};

/** What a `Comment` is made of. */
export const commentColumns = [
  'comment.id',
  'comment.story_id as storyId',
  'comment.parent_id as parentId',
  'comment.name',
  'comment.text',
  'comment.state',
  'comment.created_at as createdAt',
] as const;

/** Puts a comment in its place in the discussion. `not-found` without the story, `bad-input` for a parent elsewhere. */
export async function insertComment(tx: Tx, comment: NewComment): Promise<Comment> {
  const { submission, state, now } = comment;
  const { storyId } = submission;
  const slug = await slugOfStory(tx, storyId);
  const parent = submission.parentId === undefined ? undefined : await findParent(tx, submission.parentId, storyId);
  const row = await tx.db
    .insertInto('comment')
    .values({
      story_id: storyId,
      parent_id: parent?.id ?? null,
      root_id: parent ? (parent.root_id ?? parent.id) : null,
      branch_id: parent?.branch_id ?? null,
      reader_id: await findOrAddReader(tx, submission.readerToken, now),
      full_name: storable(submission.fullName),
      name: storable(comment.name),
      text: storable(submission.text),
      state,
      created_at: now.toISOString(),
    })
    .returning(commentColumns)
    .executeTakeFirstOrThrow();
  // A direct answer to the head begins a branch of its own.
  if (parent && parent.root_id === null) {
    await tx.db.updateTable('comment').set({ branch_id: row.id }).where('id', '=', row.id).execute();
  }
  await addEvent(tx, { ...comment, id: row.id });
  if (state === 'approved') {
    await noteApproved(tx, {
      id: row.id,
      parentId: row.parentId,
      rootId: parent ? (parent.root_id ?? parent.id) : null,
    });
    tx.changed({ kind: 'discussion', slug });
  }
  return present(row);
}

async function findParent(tx: Tx, parentId: number, storyId: number) {
  const parent = await tx.db
    .selectFrom('comment')
    .select(['id', 'story_id', 'root_id', 'branch_id'])
    .where('id', '=', parentId)
    .executeTakeFirst();
  if (parent?.story_id === storyId) return parent;
  throw new CopydeskError('bad-input', `Cannot answer comment ${parentId}: it is not in this discussion.`);
}

/** The address of a story, for the change that is announced. */
export async function slugOfStory(tx: Tx, storyId: number): Promise<string> {
  const story = await tx.db.selectFrom('story').select('slug').where('id', '=', storyId).executeTakeFirst();
  if (!story) throw new CopydeskError('not-found', `No story has the number ${storyId}.`);
  return story.slug;
}

/** Where a decision of the desk comes from: the person, the press of the button, what it takes back, the appeal it answers. */
export type Trace = {
  readonly staffId?: string;
  readonly batch?: string;
  readonly undoesId?: number;
  readonly appealId?: number;
};

/** Keeps a decision about a comment in its record. */
export async function addEvent(
  tx: Tx,
  event: Trace & { id: number; state: CommentState; reasons: readonly Reason[]; by: string; now: Date },
): Promise<void> {
  const { staffId, batch, undoesId, appealId } = event;
  const trace = { staff_id: staffId, batch, undoes_id: undoesId, appeal_id: appealId };
  const row = { comment_id: event.id, state: event.state, by_whom: storable(event.by), at: event.now.toISOString() };
  await tx.db
    .insertInto('comment_event')
    .values({ ...row, ...trace, reasons: JSON.stringify(event.reasons) })
    .execute();
}
