import type { Comment, CommentState, Reason, Scores } from '../../story/discussion/comment.ts';
import { EDIT_MS } from '../../story/discussion/discussion.ts';
import { present } from '../database/present.ts';
import { storable } from '../database/storable.ts';
import { findReader, hashOf } from '../readers.ts';
import type { Store, Tx } from '../store.ts';
import { commentColumns, slugOfStory } from './insert-comment.ts';
import { setState } from './set-state.ts';
import { lockComment, type Placed } from './thread-upkeep.ts';

/** A reader's own comment, that she may delete, and edit for as long as `editable` says. */
export type OwnComment = {
  readonly comment: Pick<Comment, 'id' | 'storyId' | 'name' | 'text' | 'state' | 'createdAt'> & {
    readonly parentId: number | null;
  };
  readonly fullName: string;
  readonly slug: string;
  readonly editable: boolean;
};

/** What became of a change to one's own comment: done, too late, or not one's own (which is also: not there any more). */
export type OwnChange =
  | { readonly kind: 'done'; readonly comment: Comment }
  | { readonly kind: 'late' }
  | { readonly kind: 'not-yours' };

/** The comment with this number if this reader wrote it and it still stands or waits. */
export async function findOwn(
  store: Store,
  { id, readerToken, now }: { readonly id: number; readonly readerToken: string; readonly now: Date },
): Promise<OwnComment | undefined> {
  const readerId = await findReader(store, readerToken);
  if (readerId === undefined) return undefined;
  const row = await store.read
    .selectFrom('comment')
    .innerJoin('story', 'story.id', 'comment.story_id')
    .select([...commentColumns, 'comment.full_name as fullName', 'story.slug'])
    .where('comment.id', '=', id)
    .where('comment.reader_id', '=', readerId)
    .where('comment.state', 'in', ['approved', 'pending', 'held'])
    .executeTakeFirst();
  if (!row) return undefined;
  const { fullName, slug, ...comment } = row;
  return { comment, fullName, slug, editable: mayEdit(comment.createdAt, now) };
}

const mayEdit = (createdAt: string, now: Date): boolean => now.getTime() - Date.parse(createdAt) <= EDIT_MS;

/**
 * Puts new words in place of a reader's own, with the decision about them; the old ones are kept in the record. What a
 * person or readers' reports stopped stays held, whatever the new words are.
 */
export async function editComment(
  store: Store,
  edit: {
    readonly id: number;
    readonly readerToken: string;
    readonly text: string;
    readonly state: CommentState;
    readonly reasons: readonly Reason[];
    readonly by: string;
    readonly now: Date;
    readonly scores?: Scores;
    readonly sketch?: number;
  },
): Promise<OwnChange> {
  return store.write(async (tx): Promise<OwnChange> => {
    const before = await lockOwn(tx, edit);
    if (!before) return { kind: 'not-yours' };
    if (!mayEdit(before.createdAt, edit.now)) return { kind: 'late' };
    const at = edit.now.toISOString();
    await keepVersion(tx, before.id, at);
    await tx.db
      .updateTable('comment')
      .set({ text: storable(edit.text), edited_at: at, sketch: edit.sketch ?? null })
      .where('id', '=', before.id)
      .execute();
    const state = before.state === 'held' && (await wasStoppedByPeople(tx, before.id, edit.by)) ? 'held' : edit.state;
    const comment = await setState(tx, before, { ...edit, state });
    if (state === 'approved' && before.state === 'approved') {
      tx.changed({ kind: 'discussion', slug: await slugOfStory(tx, before.storyId) });
    }
    return { kind: 'done', comment };
  });
}

/** Takes a reader's own comment from the page, for good. Its words stay in the newsroom's record. */
export async function deleteComment(
  store: Store,
  { id, readerToken, now }: { readonly id: number; readonly readerToken: string; readonly now: Date },
): Promise<OwnChange> {
  return store.write(async (tx): Promise<OwnChange> => {
    const before = await lockOwn(tx, { id, readerToken });
    if (!before) return { kind: 'not-yours' };
    await tx.db
      .updateTable('comment')
      .set({ deleted_at: now.toISOString(), reports: 0 })
      .where('id', '=', id)
      .execute();
    const reasons = [{ code: 'deleted', message: 'Its reader deleted it.' }];
    return { kind: 'done', comment: await setState(tx, before, { state: 'removed', by: 'reader', reasons, now }) };
  });
}

/** The reader's own comment, locked, if it still stands or waits. */
async function lockOwn(
  tx: Tx,
  { id, readerToken }: { readonly id: number; readonly readerToken: string },
): Promise<Placed | undefined> {
  const reader = await tx.db
    .selectFrom('reader')
    .innerJoin('comment', 'comment.reader_id', 'reader.id')
    .select('reader.id')
    .where('reader.token_sha256', '=', hashOf(readerToken))
    .where('comment.id', '=', id)
    .executeTakeFirst();
  if (!reader) return undefined;
  const before = await lockComment(tx, id);
  return before.state === 'removed' || before.state === 'refused' ? undefined : before;
}

async function keepVersion(tx: Tx, id: number, replacedAt: string): Promise<void> {
  const { text } = await tx.db.selectFrom('comment').select('text').where('id', '=', id).executeTakeFirstOrThrow();
  const { number } = await tx.db
    .selectFrom('comment_version')
    .select(({ fn }) => fn.countAll<number>().as('number'))
    .where('comment_id', '=', id)
    .executeTakeFirstOrThrow();
  await tx.db
    .insertInto('comment_version')
    .values({ comment_id: id, number: number + 1, text, replaced_at: replacedAt })
    .execute();
}

async function wasStoppedByPeople(tx: Tx, id: number, policy: string): Promise<boolean> {
  const last = await tx.db
    .selectFrom('comment_event')
    .select('by_whom')
    .where('comment_id', '=', id)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.by_whom !== policy;
}

/** What a comment said before, oldest first, each with the time at which it was replaced. */
export async function listVersions(store: Store, id: number): Promise<{ text: string; replacedAt: string }[]> {
  const rows = await store.read
    .selectFrom('comment_version')
    .select(['text', 'replaced_at as replacedAt'])
    .where('comment_id', '=', id)
    .orderBy('number')
    .execute();
  return rows.map(present);
}
