import { findOrAddReader } from '../readers.ts';
import type { Store, Tx } from '../store.ts';

/** An address that a reader has typed, until she confirms it. @returns her number, or undefined when it is hers already. */
export async function noteAddress(
  tx: Tx,
  { readerToken, email, now }: { readonly readerToken: string; readonly email: string; readonly now: Date },
): Promise<number | undefined> {
  const id = await findOrAddReader(tx, readerToken, now);
  const changed = await tx.db
    .updateTable('reader')
    .set({ email: email.toLowerCase() })
    .where('id', '=', id)
    .where('email_confirmed_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return changed?.id;
}

/** What a reader wrote, to show her in the mail that asks whether the address is hers; undefined when it is gone. */
export async function findOwnWords(
  { read }: Pick<Store, 'read'>,
  commentId: number,
): Promise<{ readonly fullName: string; readonly text: string } | undefined> {
  return read
    .selectFrom('comment')
    .select(['full_name as fullName', 'text'])
    .where('id', '=', commentId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
}
