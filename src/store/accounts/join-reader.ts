import { hashOf } from '../readers.ts';
import type { Store, Tx } from '../store.ts';

/** Somebody who has just signed in: her account, by which token her browsers are known from now on, and what is hers besides. */
export type Joining = {
  readonly userId: string;
  readonly email: string;
  readonly token: string;
  /** Token of this browser before she signed in. */
  readonly browserToken?: string;
  /** Number of the reader for whom the address was typed that she confirms now. */
  readonly confirms?: number;
  readonly now: Date;
};

/**
 * Makes one reader of an account, its browser, and the reader whose address she confirms: their comments, respects, reports,
 * bans and mutes are one reader's from now on. A browser that belongs to another account is left alone.
 */
export async function joinReader(store: Store, joining: Joining): Promise<number> {
  return store.write(async (tx) => {
    const { userId, now } = joining;
    const email = joining.email.toLowerCase();
    const of = (column: 'user_id' | 'token_sha256', value: string) =>
      tx.db.selectFrom('reader').select(['id', 'user_id']).where(column, '=', value).executeTakeFirst();
    const own = (await of('user_id', userId)) ?? (await of('token_sha256', hashOf(joining.token)));
    const browser =
      joining.browserToken === undefined ? undefined : await of('token_sha256', hashOf(joining.browserToken));
    const typed =
      joining.confirms === undefined
        ? undefined
        : await tx.db
            .selectFrom('reader')
            .select(['id', 'user_id'])
            .where('id', '=', joining.confirms)
            .where('email', '=', email)
            .executeTakeFirst();
    const at = now.toISOString();
    const account = { user_id: userId, email, email_confirmed_at: at, token_sha256: hashOf(joining.token) };
    const others = [browser, typed].filter((row) => row !== undefined && row.user_id === null && row.id !== own?.id);
    const into = own?.id ?? others[0]?.id;
    if (into === undefined) {
      const made = tx.db
        .insertInto('reader')
        .values({ ...account, created_at: at })
        .returning('id');
      return (await made.executeTakeFirstOrThrow()).id;
    }
    for (const from of new Set(others.map((row) => row?.id ?? into))) if (from !== into) await merge(tx, from, into);
    await tx.db.updateTable('reader').set(account).where('id', '=', into).execute();
    return into;
  });
}

async function merge({ db }: Tx, from: number, into: number): Promise<void> {
  await db.updateTable('comment').set({ reader_id: into }).where('reader_id', '=', from).execute();
  const both = db.selectFrom('comment_respect').select('comment_id').where('reader_id', '=', into);
  // What both respected was counted twice.
  await db
    .updateTable('comment')
    .set((comment) => ({ respects: comment('respects', '-', 1) }))
    .where('id', 'in', db.selectFrom('comment_respect').select('comment_id').where('reader_id', '=', from))
    .where('id', 'in', both)
    .execute();
  await db.deleteFrom('comment_respect').where('reader_id', '=', from).where('comment_id', 'in', both).execute();
  await db.updateTable('comment_respect').set({ reader_id: into }).where('reader_id', '=', from).execute();
  const reported = db.selectFrom('comment_report').select('comment_id').where('reader_id', '=', into);
  await db.deleteFrom('comment_report').where('reader_id', '=', from).where('comment_id', 'in', reported).execute();
  await db.updateTable('comment_report').set({ reader_id: into }).where('reader_id', '=', from).execute();
  const muted = db.selectFrom('reader_mute').select('muted_id').where('reader_id', '=', into);
  await db.deleteFrom('reader_mute').where('reader_id', '=', from).where('muted_id', 'in', muted).execute();
  await db.updateTable('reader_mute').set({ reader_id: into }).where('reader_id', '=', from).execute();
  const muters = db.selectFrom('reader_mute').select('reader_id').where('muted_id', '=', into);
  await db.deleteFrom('reader_mute').where('muted_id', '=', from).where('reader_id', 'in', muters).execute();
  await db.updateTable('reader_mute').set({ muted_id: into }).where('muted_id', '=', from).execute();
  const names = await db
    .deleteFrom('writer_name')
    .where('reader_id', '=', from)
    .returning(['story_id', 'skeleton'])
    .execute();
  if (names.length > 0)
    await db
      .insertInto('writer_name')
      .values(names.map((name) => ({ ...name, reader_id: into })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  await db.updateTable('correction_note').set({ reader_id: into }).where('reader_id', '=', from).execute();
  await db.updateTable('reader_event').set({ reader_id: into }).where('reader_id', '=', from).execute();
  await db.updateTable('import_author').set({ reader_id: into }).where('reader_id', '=', from).execute();
  await db.updateTable('mail').set({ reader_id: into }).where('reader_id', '=', from).execute();
  await db.deleteFrom('reader').where('id', '=', from).execute();
}
