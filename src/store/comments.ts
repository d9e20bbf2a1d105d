import type { Comment, CommentState, Reason, Submission } from '../story/comment.ts';
import { CopydeskError } from '../story/errors.ts';
import type { Story } from '../story/story.ts';
import { present } from './database/present.ts';
import { storable } from './database/storable.ts';
import { findOrAddReader, hashOf } from './readers.ts';
import type { Store, Tx } from './store.ts';

/** A comment as moderators see it: with the full name, the story, and the reasons of the last decision. */
export type DeskComment = Comment & {
  readonly fullName: string;
  readonly story: Pick<Story, 'slug' | 'state'> & { readonly headline: string };
  readonly reasons: readonly Reason[];
  readonly decidedBy: string;
};

const commentColumns = [
  'comment.id',
  'comment.story_id as storyId',
  'comment.parent_id as parentId',
  'comment.name',
  'comment.text',
  'comment.state',
  'comment.created_at as createdAt',
] as const;

/** Keeps a comment with the decision about it. `name` is the short form. `not-found` without the story, `bad-input` for a parent elsewhere. */
export async function saveComment(
  store: Store,
  comment: {
    readonly submission: Submission;
    readonly name: string;
    readonly state: CommentState;
    readonly reasons: readonly Reason[];
    readonly by: string;
    readonly now: Date;
  },
): Promise<Comment> {
  const { submission, state, now } = comment;
  return store.write(async (tx) => {
    const slug = await findSlug(tx, submission.storyId);
    if (submission.parentId !== undefined) await checkParent(tx, submission.parentId, submission.storyId);
    const row = await tx.db
      .insertInto('comment')
      .values({
        story_id: submission.storyId,
        parent_id: submission.parentId ?? null,
        reader_id: await findOrAddReader(tx, submission.readerToken, now),
        full_name: storable(submission.fullName),
        name: storable(comment.name),
        text: storable(submission.text),
        state,
        created_at: now.toISOString(),
      })
      .returning(commentColumns)
      .executeTakeFirstOrThrow();
    await addEvent(tx, { ...comment, id: row.id });
    if (state === 'approved') tx.changed({ kind: 'discussion', slug });
    return present(row);
  });
}

/** Approved comments and this reader's own pending and held ones, oldest first. */
export async function listComments(
  store: Store,
  { storyId, readerToken }: { readonly storyId: number; readonly readerToken?: string },
): Promise<Comment[]> {
  const own = readerToken === undefined ? undefined : hashOf(readerToken);
  let query = store.read.selectFrom('comment').select(commentColumns).where('story_id', '=', storyId);
  query =
    own === undefined
      ? query.where('state', '=', 'approved')
      : query.where((comment) =>
          comment.or([
            comment('state', '=', 'approved'),
            comment.and([
              comment('state', 'in', ['pending', 'held']),
              comment('reader_id', '=', comment.selectFrom('reader').select('id').where('token_sha256', '=', own)),
            ]),
          ]),
        );
  const rows = await query.orderBy('created_at').orderBy('id').execute();
  return rows.map(present);
}

/** The moderators' list. What waits for a person (pending, held) comes oldest first, everything else latest first. */
export async function listCommentsForDesk(
  store: Store,
  { state, limit }: { readonly state?: CommentState; readonly limit: number },
): Promise<DeskComment[]> {
  let query = store.read
    .selectFrom('comment')
    .innerJoin('story', 'story.id', 'comment.story_id')
    .innerJoin('story_version', 'story_version.id', 'story.newest_version_id')
    .innerJoin('comment_event', (join) =>
      join.on('comment_event.id', '=', (event) =>
        event
          .selectFrom('comment_event as last')
          .select(({ fn }) => fn.max('last.id').as('id'))
          .whereRef('last.comment_id', '=', 'comment.id'),
      ),
    )
    .select([
      ...commentColumns,
      'comment.full_name as fullName',
      'story.slug',
      'story.state as storyState',
      'story_version.headline',
      'comment_event.reasons',
      'comment_event.by_whom as decidedBy',
    ]);
  if (state !== undefined) query = query.where('comment.state', '=', state);
  const order = state === 'pending' || state === 'held' ? 'asc' : 'desc';
  const rows = await query.orderBy('comment.created_at', order).orderBy('comment.id', order).limit(limit).execute();
  return rows.map(({ slug, storyState, headline, reasons, ...comment }) => ({
    ...present(comment),
    story: { slug, state: storyState, headline },
    reasons: JSON.parse(reasons),
  }));
}

/** Keeps a decision about a comment, with its reasons. `not-found` when there is no such comment. */
export async function decideComment(
  store: Store,
  id: number,
  decision: {
    readonly state: 'approved' | 'held' | 'removed';
    readonly by: string;
    readonly reasons: readonly Reason[];
    readonly now: Date;
  },
): Promise<Comment> {
  return store.write(async (tx) => {
    let find = tx.db.selectFrom('comment').select(['state', 'story_id']).where('id', '=', id);
    if (tx.kind === 'postgres') find = find.forUpdate();
    const before = await find.executeTakeFirst();
    if (!before) throw new CopydeskError('not-found', `No comment has the number ${id}.`);
    const row = await tx.db
      .updateTable('comment')
      .set({ state: decision.state })
      .where('id', '=', id)
      .returning(commentColumns)
      .executeTakeFirstOrThrow();
    await addEvent(tx, { ...decision, id });
    if ((before.state === 'approved') !== (decision.state === 'approved')) {
      tx.changed({ kind: 'discussion', slug: await findSlug(tx, before.story_id) });
    }
    return present(row);
  });
}

/** A reader's last comments in any state, latest first: to tell a second press of the button from a second thought. */
export async function findLatestByReader(store: Store, readerToken: string, limit: number): Promise<Comment[]> {
  const rows = await store.read
    .selectFrom('comment')
    .innerJoin('reader', 'reader.id', 'comment.reader_id')
    .select(commentColumns)
    .where('reader.token_sha256', '=', hashOf(readerToken))
    .orderBy('comment.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(present);
}

async function findSlug(tx: Tx, storyId: number): Promise<string> {
  const story = await tx.db.selectFrom('story').select('slug').where('id', '=', storyId).executeTakeFirst();
  if (!story) throw new CopydeskError('not-found', `No story has the number ${storyId}.`);
  return story.slug;
}

async function checkParent(tx: Tx, parentId: number, storyId: number): Promise<void> {
  const parent = await tx.db.selectFrom('comment').select('story_id').where('id', '=', parentId).executeTakeFirst();
  if (parent?.story_id !== storyId) {
    throw new CopydeskError('bad-input', `Cannot answer comment ${parentId}: it is not in this discussion.`);
  }
}

async function addEvent(
  tx: Tx,
  event: { id: number; state: CommentState; reasons: readonly Reason[]; by: string; now: Date },
): Promise<void> {
  const row = { comment_id: event.id, state: event.state, by_whom: storable(event.by), at: event.now.toISOString() };
  await tx.db
    .insertInto('comment_event')
    .values({ ...row, reasons: JSON.stringify(event.reasons) })
    .execute();
}
