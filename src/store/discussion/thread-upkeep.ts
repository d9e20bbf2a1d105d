import type { CommentState } from '../../story/discussion/comment.ts';
import { CopydeskError } from '../../story/errors.ts';
import { type Places, prepare } from '../database/prepared.ts';
import type { Tx } from '../store.ts';

/** A comment's place and state, as a transaction that changes it has found it. */
export type Placed = {
  readonly id: number;
  readonly storyId: number;
  readonly parentId: number | null;
  readonly rootId: number | null;
  readonly readerId: number;
  readonly state: CommentState;
  readonly createdAt: string;
  readonly deletedAt: string | null;
};

/**
 * The comment, with its whole thread kept from other transactions until this one ends: what stands in for whom cannot be
 * decided twice at once. `not-found` when there is none. SQLite has one writer at a time and needs no lock.
 */
export async function lockComment(tx: Tx, id: number): Promise<Placed> {
  const find = () =>
    tx.db
      .selectFrom('comment')
      .select([
        'id',
        'story_id as storyId',
        'parent_id as parentId',
        'root_id as rootId',
        'reader_id as readerId',
        'state',
        'created_at as createdAt',
        'deleted_at as deletedAt',
      ])
      .where('id', '=', id)
      .executeTakeFirst();
  const found = await find();
  if (!found) throw new CopydeskError('not-found', `No comment has the number ${id}.`);
  if (tx.kind === 'sqlite') return found;
  await tx.db
    .selectFrom('comment')
    .select('id')
    .where('id', '=', found.rootId ?? id)
    .forNoKeyUpdate()
    .execute();
  return (await find()) ?? found;
}

/** After a comment became `approved`: what it answers is seen again, if only as a place, and its thread has one answer more. */
export async function noteApproved(tx: Tx, { id, parentId, rootId }: Pick<Placed, 'id' | 'parentId' | 'rootId'>) {
  await tx.db.updateTable('comment').set({ shown: 1 }).where('id', '=', id).execute();
  await noteAnswered(tx, { parentId, rootId });
}

/** The same for a comment that came in as approved, and is shown already. */
export async function noteAnswered(tx: Tx, { parentId, rootId }: Pick<Placed, 'parentId' | 'rootId'>): Promise<void> {
  for (let at = parentId; at !== null; ) {
    // What is shown already has everything above it shown too.
    const [above]: readonly { readonly parent_id: number | null }[] = await showHidden(tx.db, { id: at });
    at = above?.parent_id ?? null;
  }
  await countAnswer(tx, rootId, 1);
}

/** After a comment is `approved` no longer: it and what stood in only for it go, and its thread has one answer less. */
export async function noteGone(tx: Tx, { id, rootId }: Pick<Placed, 'id' | 'rootId'>): Promise<void> {
  for (let at: number | null = id; at !== null; ) {
    const here: number = at;
    const hidden = await tx.db
      .updateTable('comment')
      .set({ shown: 0 })
      .where('id', '=', here)
      .where('state', '<>', 'approved')
      .where((one) =>
        one.not(
          one.exists(
            one
              .selectFrom('comment as answer')
              .select('answer.id')
              .where('answer.parent_id', '=', here)
              .where('answer.shown', '=', 1),
          ),
        ),
      )
      .returning('parent_id')
      .executeTakeFirst();
    at = hidden?.parent_id ?? null;
  }
  await countAnswer(tx, rootId, -1);
}

async function countAnswer(tx: Tx, rootId: number | null, by: 1 | -1): Promise<void> {
  if (rootId === null) return;
  await addReplies(tx.db, { id: rootId, by });
}

const showHidden = prepare((db, at: Places<{ id: number }>) =>
  db.updateTable('comment').set({ shown: 1 }).where('id', '=', at.id).where('shown', '=', 0).returning('parent_id'),
);

const addReplies = prepare((db, at: Places<{ id: number; by: number }>) =>
  db
    .updateTable('comment')
    .set((head) => ({ replies: head('replies', '+', at.by) }))
    .where('id', '=', at.id),
);
