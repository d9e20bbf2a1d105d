import { randomBytes } from 'node:crypto';
import { slugOfStory } from '../discussion/insert-comment.ts';
import { setState } from '../discussion/set-state.ts';
import { lockComment } from '../discussion/thread-upkeep.ts';
import { hashOf } from '../readers.ts';
import type { Store, Tx } from '../store.ts';

/** Everything that is kept about a reader, as she takes it with her: plain values, ready for JSON. */
export async function readerData(store: Store, readerId: number): Promise<object> {
  const { read } = store;
  const account = await read
    .selectFrom('reader')
    .leftJoin('auth_user', 'auth_user.id', 'reader.user_id')
    .select(['reader.email', 'reader.email_confirmed_at', 'reader.created_at', 'reader.mail_replies', 'auth_user.name'])
    .where('reader.id', '=', readerId)
    .executeTakeFirst();
  const comments = await read
    .selectFrom('comment')
    .innerJoin('story', 'story.id', 'comment.story_id')
    .select([
      'comment.id',
      'story.slug as story',
      'comment.full_name as fullName',
      'comment.name',
      'comment.text',
      'comment.state',
      'comment.created_at as createdAt',
      'comment.parent_id as answers',
    ])
    .where('comment.reader_id', '=', readerId)
    .orderBy('comment.id')
    .execute();
  const mine = read.selectFrom('comment').select('id').where('reader_id', '=', readerId);
  const versions = await read
    .selectFrom('comment_version')
    .select(['comment_id as comment', 'text', 'replaced_at as replacedAt'])
    .where('comment_id', 'in', mine)
    .execute();
  const decisions = await read
    .selectFrom('comment_event')
    .select(['comment_id as comment', 'state', 'at'])
    .where('comment_id', 'in', mine)
    .orderBy('id')
    .execute();
  const appeals = await read
    .selectFrom('appeal')
    .select(['comment_id as comment', 'words', 'at'])
    .where('comment_id', 'in', mine)
    .execute();
  const respects = await read
    .selectFrom('comment_respect')
    .select(['comment_id as comment', 'at'])
    .where('reader_id', '=', readerId)
    .execute();
  const reports = await read
    .selectFrom('comment_report')
    .select(['comment_id as comment', 'reason', 'words', 'at'])
    .where('reader_id', '=', readerId)
    .execute();
  const muted = await read.selectFrom('reader_mute').select('at').where('reader_id', '=', readerId).execute();
  const corrections = await read
    .selectFrom('correction_note')
    .select(['sentence', 'words', 'at', 'outcome'])
    .where('reader_id', '=', readerId)
    .execute();
  return {
    account,
    comments,
    earlierWords: versions,
    decisions,
    appeals,
    respects,
    reports,
    corrections,
    muted,
  };
}

/** What becomes of her comments: gone with their words, or the words stay and the name goes. */
export type Erasing = 'comments-too' | 'name-only';

const NOBODY = 'A reader';

/**
 * Erases a reader, all or nothing: her account with its sessions and passkeys, addresses, names, mutes, mail and reports; her
 * comments go too or lose her name. What moderators decided stays, without her words. @returns how many comments she had.
 */
export async function eraseReader(
  store: Store,
  readerId: number,
  { how, now }: { readonly how: Erasing; readonly now: Date },
): Promise<number> {
  return store.write(async (tx) => {
    const { db } = tx;
    const find = db.selectFrom('comment').select(['id', 'story_id']).where('reader_id', '=', readerId).orderBy('id');
    const comments = await find.execute();
    if (how === 'comments-too') {
      for (const { id } of comments) await deleteWords(tx, id, now);
      await db.updateTable('correction_note').set({ words: '' }).where('reader_id', '=', readerId).execute();
    }
    const mine = db.selectFrom('comment').select('id').where('reader_id', '=', readerId);
    await db.updateTable('comment').set({ full_name: '', name: NOBODY }).where('reader_id', '=', readerId).execute();
    await db.deleteFrom('comment_version').where('comment_id', 'in', mine).execute();
    await db.updateTable('appeal').set({ words: '' }).where('comment_id', 'in', mine).execute();
    await db
      .updateTable('comment')
      .set((comment) => ({ respects: comment('respects', '-', 1) }))
      .where('id', 'in', db.selectFrom('comment_respect').select('comment_id').where('reader_id', '=', readerId))
      .execute();
    await db.deleteFrom('comment_respect').where('reader_id', '=', readerId).execute();
    await db.updateTable('comment_report').set({ words: '' }).where('reader_id', '=', readerId).execute();
    await db.updateTable('correction_note').set({ reader_id: null }).where('reader_id', '=', readerId).execute();
    await db.deleteFrom('writer_name').where('reader_id', '=', readerId).execute();
    await db.deleteFrom('reader_mute').where('reader_id', '=', readerId).execute();
    await db.deleteFrom('mail').where('reader_id', '=', readerId).execute();
    await forgetAccount(tx, readerId);
    for (const story of new Set(comments.map((comment) => comment.story_id)))
      tx.changed({ kind: 'discussion', slug: await slugOfStory(tx, story) });
    return comments.length;
  });
}

async function deleteWords(tx: Tx, id: number, now: Date): Promise<void> {
  const before = await lockComment(tx, id);
  const reasons = [{ code: 'erased', message: 'Its reader erased what she had written.' }];
  if (before.state !== 'removed') await setState(tx, before, { state: 'removed', by: 'reader', reasons, now });
  const row = { text: '', sketch: null, deleted_at: now.toISOString(), reports: 0 };
  await tx.db.updateTable('comment').set(row).where('id', '=', id).execute();
  // Reasons quote the words that they are about.
  await tx.db.updateTable('comment_event').set({ reasons: '[]' }).where('comment_id', '=', id).execute();
}

async function forgetAccount({ db }: Tx, readerId: number): Promise<void> {
  const reader = await db
    .selectFrom('reader')
    .select(['user_id', 'email'])
    .where('id', '=', readerId)
    .executeTakeFirstOrThrow();
  const gone = {
    token_sha256: hashOf(randomBytes(32).toString('hex')),
    user_id: null,
    email: null,
    email_confirmed_at: null,
    mail_replies: 0,
  };
  await db.updateTable('reader').set(gone).where('id', '=', readerId).execute();
  await db
    .updateTable('import_author')
    .set({ name: '', email_sha256: null })
    .where('reader_id', '=', readerId)
    .execute();
  if (reader.email !== null) await db.deleteFrom('mail').where('to_address', '=', reader.email).execute();
  if (reader.user_id !== null) await db.deleteFrom('auth_user').where('id', '=', reader.user_id).execute();
}
