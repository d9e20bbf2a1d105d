import type { CommentState, Reason } from '../../story/discussion/comment.ts';
import { CopydeskError } from '../../story/errors.ts';
import { commentsWithDecision } from '../discussion/comments-with-decision.ts';
import type { Store } from '../store.ts';

/** A reader's own page: what she wrote, whom she has muted, whether she is told of answers. */
export type ReaderPage = {
  readonly readerId: number;
  readonly mailReplies: boolean;
  readonly comments: readonly OwnLine[];
  readonly muted: readonly { readonly id: number; readonly name: string }[];
  readonly passkeys: readonly { readonly id: string; readonly name: string | null }[];
};

export type OwnLine = {
  readonly id: number;
  readonly text: string;
  readonly name: string;
  readonly state: CommentState;
  readonly createdAt: string;
  readonly headline: string;
  readonly slug: string;
  /** What a moderator told her who decided against it; empty where none did. */
  readonly told: readonly Reason[];
};

/** The reader of an account; undefined before she has joined. */
export async function findReaderOf({ read }: Pick<Store, 'read'>, userId: string): Promise<number | undefined> {
  return (await read.selectFrom('reader').select('id').where('user_id', '=', userId).executeTakeFirst())?.id;
}

/** The page of an account, with her latest comments; undefined without a reader. */
export async function readReaderPage(store: Store, userId: string, limit: number): Promise<ReaderPage | undefined> {
  const { read } = store;
  const reader = await read
    .selectFrom('reader')
    .select(['id', 'mail_replies as mailReplies'])
    .where('user_id', '=', userId)
    .executeTakeFirst();
  if (!reader) return undefined;
  const comments = await commentsWithDecision(read)
    .select([
      'comment.id',
      'comment.text',
      'comment.name',
      'comment.state',
      'comment.created_at as createdAt',
      'comment.deleted_at as deletedAt',
      'story_version.headline',
      'story.slug',
      'last.reasons',
      'last.by_whom as by',
      'last.staff_id as staffId',
    ])
    .where('comment.reader_id', '=', reader.id)
    .orderBy('comment.id', 'desc')
    .limit(limit)
    .execute();
  const muted = await read
    .selectFrom('reader_mute')
    .innerJoin('comment', (join) =>
      join.on('comment.id', '=', (eb) =>
        eb
          .selectFrom('comment as last')
          .select(({ fn }) => fn.max('last.id').as('id'))
          .whereRef('last.reader_id', '=', 'reader_mute.muted_id'),
      ),
    )
    .select(['reader_mute.muted_id as id', 'comment.name'])
    .where('reader_mute.reader_id', '=', reader.id)
    .orderBy('reader_mute.at', 'desc')
    .limit(200)
    .execute();
  const passkeys = await read
    .selectFrom('auth_passkey')
    .select(['id', 'name'])
    .where('user_id', '=', userId)
    .limit(50)
    .execute();
  return { readerId: reader.id, mailReplies: reader.mailReplies === 1, comments: comments.map(asOwn), muted, passkeys };
}

type OwnRow = Omit<OwnLine, 'told'> & {
  readonly deletedAt: string | null;
  readonly reasons: string;
  readonly by: string;
  readonly staffId: string | null;
};

/** What only a rule decided is told to nobody, as on the story's page (`told-readers.ts`). */
function asOwn({ reasons, by, staffId, deletedAt, ...line }: OwnRow): OwnLine {
  const person = staffId !== null || by === 'command line';
  const against = line.state !== 'approved' && line.state !== 'pending' && deletedAt === null;
  return { ...line, told: person && against ? JSON.parse(reasons) : [] };
}

/** Whether she is told of answers by mail. */
export async function saveReaderMail(store: Store, readerId: number, wanted: boolean): Promise<void> {
  const row = { mail_replies: wanted ? 1 : 0 };
  await store.write((tx) => tx.db.updateTable('reader').set(row).where('id', '=', readerId).execute());
}

/** Folds the comments of whoever wrote this one for the reader. `not-found` without it, `not-allowed` for her own. */
export async function muteWriter(
  store: Store,
  { readerId, commentId, now }: { readonly readerId: number; readonly commentId: number; readonly now: Date },
): Promise<void> {
  await store.write(async (tx) => {
    const find = tx.db.selectFrom('comment').select(['reader_id', 'story_id']).where('id', '=', commentId);
    const comment = await find.where('state', '=', 'approved').executeTakeFirst();
    if (!comment) throw new CopydeskError('not-found', `No comment on a page has the number ${commentId}.`);
    if (comment.reader_id === readerId) throw new CopydeskError('not-allowed', 'You cannot mute yourself.');
    await tx.db
      .insertInto('reader_mute')
      .values({ reader_id: readerId, muted_id: comment.reader_id, at: now.toISOString() })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });
}

/** Unfolds them again. */
export async function unmute(store: Store, readerId: number, mutedId: number): Promise<void> {
  await store.write((tx) =>
    tx.db.deleteFrom('reader_mute').where('reader_id', '=', readerId).where('muted_id', '=', mutedId).execute(),
  );
}

/** Whom this reader has muted. */
export async function listMuted({ read }: Pick<Store, 'read'>, readerId: number): Promise<ReadonlySet<number>> {
  const rows = await read.selectFrom('reader_mute').select('muted_id').where('reader_id', '=', readerId).execute();
  return new Set(rows.map((row) => row.muted_id));
}

/** Which readers sit at the newsroom's desk, by an address that they have confirmed. */
export async function listStaffReaders({ read }: Pick<Store, 'read'>): Promise<ReadonlySet<number>> {
  const rows = await read
    .selectFrom('staff')
    .innerJoin('reader', 'reader.email', 'staff.email')
    .select('reader.id')
    .where('staff.removed_at', 'is', null)
    .where('reader.email_confirmed_at', 'is not', null)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Takes one of her passkeys away. */
export async function removePasskey(store: Store, userId: string, id: string): Promise<void> {
  await store.write((tx) =>
    tx.db.deleteFrom('auth_passkey').where('user_id', '=', userId).where('id', '=', id).execute(),
  );
}
