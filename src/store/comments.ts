import type { Comment, CommentState, Reason } from '../story/discussion/comment.ts';
import { CopydeskError } from '../story/errors.ts';
import type { Story } from '../story/story.ts';
import { atMost, type Places, prepare } from './database/prepared.ts';
import { present } from './database/present.ts';
import { commentsWithDecision } from './discussion/comments-with-decision.ts';
import { commentColumns, insertComment, type NewComment } from './discussion/insert-comment.ts';
import { setState } from './discussion/set-state.ts';
import { lockComment } from './discussion/thread-upkeep.ts';
import { findReader, hashOf } from './readers.ts';
import type { Readable, Store } from './store.ts';

/** A comment as moderators see it: with the full name, the story, and the reasons of the last decision. */
export type DeskComment = Comment & {
  readonly fullName: string;
  readonly story: Pick<Story, 'slug' | 'state'> & { readonly headline: string };
  readonly reasons: readonly Reason[];
  readonly decidedBy: string;
};

/** Keeps a comment with the decision about it. `not-found` without the story, `bad-input` for a parent elsewhere. */
export async function saveComment(store: Store, comment: NewComment): Promise<Comment> {
  return store.write((tx) => insertComment(tx, comment));
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
  { state, limit }: { readonly state?: CommentState | 'waiting'; readonly limit: number },
): Promise<DeskComment[]> {
  let query = commentsWithDecision(store.read).select([
    ...commentColumns,
    'comment.full_name as fullName',
    'story.slug',
    'story.state as storyState',
    'story_version.headline',
    'last.reasons',
    'last.by_whom as decidedBy',
  ]);
  const waits = ['pending', 'held'] as const;
  if (state === 'waiting') query = query.where('comment.state', 'in', waits);
  else if (state !== undefined) query = query.where('comment.state', '=', state);
  const order = ['waiting', ...waits].includes(state ?? '') ? 'asc' : 'desc';
  const rows = await query.orderBy('comment.created_at', order).orderBy('comment.id', order).limit(limit).execute();
  return rows.map(({ slug, storyState, headline, reasons, ...comment }) => ({
    ...present(comment),
    story: { slug, state: storyState, headline },
    reasons: JSON.parse(reasons),
  }));
}

/** Keeps a decision about a comment, with its reasons. `not-found` without the comment, `not-allowed` when its reader deleted it. */
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
    const before = await lockComment(tx, id);
    if (before.deletedAt !== null && decision.state !== 'removed') {
      throw new CopydeskError('not-allowed', `Comment ${id} cannot be ${decision.state}: its reader deleted it.`);
    }
    // Whoever decides has seen what was reported.
    await tx.db.updateTable('comment').set({ reports: 0 }).where('id', '=', id).where('reports', '>', 0).execute();
    return setState(tx, before, decision);
  });
}

/** A reader's last comments in any state, latest first: to tell a second press of the button from a second thought. */
export async function findLatestByReader(store: Readable, readerToken: string, limit: number): Promise<Comment[]> {
  // Two steps: joined, SQLite would walk all comments backwards to find those of a reader who has none.
  const readerId = await findReader(store, readerToken);
  return readerId === undefined ? [] : findLatest(store, readerId, limit);
}

/** The same for a reader's number. */
export async function findLatest(store: Readable, readerId: number, limit: number): Promise<Comment[]> {
  const latest = latestOf.get(limit) ?? prepareLatest(limit);
  latestOf.set(limit, latest);
  return (await latest(store.read, { reader: readerId })).map(present);
}

/** By how many are asked for, which is a setting and has few values. */
const latestOf = new Map<number, ReturnType<typeof prepareLatest>>();

const prepareLatest = (limit: number) =>
  prepare((db, at: Places<{ reader: number }>) =>
    db
      .selectFrom('comment')
      .select(commentColumns)
      .where('reader_id', '=', at.reader)
      .orderBy('id', 'desc')
      .limit(atMost(limit)),
  );
