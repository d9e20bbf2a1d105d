import type { Comment, CommentState, Reason, Scores, Submission } from '../../story/discussion/comment.ts';
import { CopydeskError } from '../../story/errors.ts';
import { type Places, prepare } from '../database/prepared.ts';
import { storable } from '../database/storable.ts';
import { findOrAddReader } from '../readers.ts';
import type { Tx } from '../store.ts';
import { noteAnswered } from './thread-upkeep.ts';

/** A comment on its way into the store, with the decision about it. `name` is the short form. */
export type NewComment = {
  readonly submission: Submission;
  readonly name: string;
  readonly state: CommentState;
  readonly reasons: readonly Reason[];
  readonly by: string;
  readonly now: Date;
  /** What the rules decided by, and the number by which copies of it are found. */
  readonly scores?: Scores;
  readonly sketch?: number;
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

/**
 * Puts a comment in its place in the discussion. `not-found` without the story, `bad-input` for a parent elsewhere.
 * @param known what this transaction has found already: who wrote it, and the story's address
 */
export async function insertComment(
  tx: Tx,
  comment: NewComment,
  known: { readonly readerId?: number; readonly slug?: string } = {},
): Promise<Comment> {
  const { submission, state, now } = comment;
  const { storyId } = submission;
  const slug = known.slug ?? (await slugOfStory(tx, storyId));
  const parent = submission.parentId === undefined ? undefined : await findParent(tx, submission.parentId, storyId);
  const parentId = parent?.id ?? null;
  const rootId = parent ? (parent.root_id ?? parent.id) : null;
  const kept = { name: storable(comment.name), text: storable(submission.text), createdAt: now.toISOString() };
  const [added] = await addComment(tx.db, {
    story_id: storyId,
    parent_id: parentId,
    root_id: rootId,
    branch_id: parent?.branch_id ?? null,
    reader_id: known.readerId ?? (await findOrAddReader(tx, submission.readerToken, now)),
    full_name: storable(submission.fullName),
    name: kept.name,
    text: kept.text,
    state,
    created_at: kept.createdAt,
    shown: state === 'approved' ? 1 : 0,
    sketch: comment.sketch ?? null,
  });
  const { id } = added!;
  // A direct answer to the head begins a branch of its own.
  if (parent && parent.root_id === null) {
    await beginBranch(tx.db, { id });
  }
  await addEvent(tx, { ...comment, id });
  if (state === 'approved') {
    await noteAnswered(tx, { parentId, rootId });
    tx.changed({ kind: 'discussion', slug });
  }
  return { id, storyId, ...(parent && { parentId: parent.id }), ...kept, state };
}

const beginBranch = prepare((db, at: Places<{ id: number }>) =>
  db.updateTable('comment').set({ branch_id: at.id }).where('id', '=', at.id),
);

const addComment = prepare(
  (
    db,
    at: Places<{
      story_id: number;
      parent_id: number | null;
      root_id: number | null;
      branch_id: number | null;
      reader_id: number;
      full_name: string;
      name: string;
      text: string;
      state: CommentState;
      created_at: string;
      shown: number;
      sketch: number | null;
    }>,
  ) =>
    db
      .insertInto('comment')
      .values({
        story_id: at.story_id,
        parent_id: at.parent_id,
        root_id: at.root_id,
        branch_id: at.branch_id,
        reader_id: at.reader_id,
        full_name: at.full_name,
        name: at.name,
        text: at.text,
        state: at.state,
        created_at: at.created_at,
        shown: at.shown,
        sketch: at.sketch,
      })
      .returning('comment.id'),
);

async function findParent(tx: Tx, parentId: number, storyId: number) {
  const [parent] = await placeOf(tx.db, { id: parentId });
  if (parent?.story_id === storyId) return parent;
  throw new CopydeskError('bad-input', `Cannot answer comment ${parentId}: it is not in this discussion.`);
}

const placeOf = prepare((db, at: Places<{ id: number }>) =>
  db.selectFrom('comment').select(['id', 'story_id', 'root_id', 'branch_id']).where('id', '=', at.id),
);

/** The address of a story, for the change that is announced. */
export async function slugOfStory(tx: Tx, storyId: number): Promise<string> {
  const [story] = await slugOf(tx.db, { story: storyId });
  if (!story) throw new CopydeskError('not-found', `No story has the number ${storyId}.`);
  return story.slug;
}

const slugOf = prepare((db, at: Places<{ story: number }>) =>
  db.selectFrom('story').select('slug').where('id', '=', at.story),
);

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
  event: Trace & {
    id: number;
    state: CommentState;
    reasons: readonly Reason[];
    scores?: Scores;
    by: string;
    now: Date;
  },
): Promise<void> {
  await addToRecord(tx.db, {
    comment_id: event.id,
    state: event.state,
    reasons: JSON.stringify(event.reasons),
    scores: event.scores ? JSON.stringify(event.scores) : null,
    by_whom: storable(event.by),
    at: event.now.toISOString(),
    staff_id: event.staffId ?? null,
    batch: event.batch ?? null,
    undoes_id: event.undoesId ?? null,
    appeal_id: event.appealId ?? null,
  });
}

const addToRecord = prepare(
  (
    db,
    at: Places<{
      comment_id: number;
      state: CommentState;
      reasons: string;
      scores: string | null;
      by_whom: string;
      at: string;
      staff_id: string | null;
      batch: string | null;
      undoes_id: number | null;
      appeal_id: number | null;
    }>,
  ) =>
    db.insertInto('comment_event').values({
      comment_id: at.comment_id,
      state: at.state,
      reasons: at.reasons,
      scores: at.scores,
      by_whom: at.by_whom,
      at: at.at,
      staff_id: at.staff_id,
      batch: at.batch,
      undoes_id: at.undoes_id,
      appeal_id: at.appeal_id,
    }),
);
