import type { Store } from '../store.ts';

/** An answer as its mail tells of it. */
export type ReplyMail = {
  readonly to: string;
  readonly name: string;
  readonly text: string;
  readonly headline: string;
  readonly createdAt: string;
};

/** The answer, if it still stands and its reader still wants to be told and has not muted who wrote it; else undefined. */
export async function findReplyMail(
  { read }: Pick<Store, 'read'>,
  { commentId, readerId }: { readonly commentId: number; readonly readerId: number },
): Promise<ReplyMail | undefined> {
  const row = await read
    .selectFrom('comment')
    .innerJoin('story', 'story.id', 'comment.story_id')
    .innerJoin('story_version', 'story_version.id', 'story.shown_version_id')
    .innerJoin('reader', (join) => join.on('reader.id', '=', readerId))
    .select([
      'comment.name',
      'comment.text',
      'story_version.headline',
      'reader.email as to',
      'comment.created_at as createdAt',
    ])
    .where('comment.id', '=', commentId)
    .where('comment.state', '=', 'approved')
    .where('reader.mail_replies', '=', 1)
    .where('reader.email_confirmed_at', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('reader_mute')
            .select('reader_mute.muted_id')
            .where('reader_mute.reader_id', '=', readerId)
            .whereRef('reader_mute.muted_id', '=', 'comment.reader_id'),
        ),
      ),
    )
    .executeTakeFirst();
  return row && row.to !== null ? { ...row, to: row.to } : undefined;
}

/** Sends this reader no more mail about answers. */
export async function stopReplyMail(store: Store, readerId: number): Promise<void> {
  await store.write((tx) => tx.db.updateTable('reader').set({ mail_replies: 0 }).where('id', '=', readerId).execute());
}
