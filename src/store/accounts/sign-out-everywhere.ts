import { randomBytes } from 'node:crypto';
import { hashOf } from '../readers.ts';
import type { Store } from '../store.ts';

/** How often the reader of an account has signed out on every device: what her browsers were known by before is known no more. */
export async function countSignedOut({ read }: Pick<Store, 'read'>, userId: string): Promise<number> {
  const row = await read.selectFrom('reader').select('signed_out').where('user_id', '=', userId).executeTakeFirst();
  return row?.signed_out ?? 0;
}

/** Ends every session of an account, and lets no browser be its reader's until she signs in there anew. */
export async function signOutEverywhere(store: Store, userId: string): Promise<void> {
  // Of a token that nobody has.
  const none = hashOf(randomBytes(32).toString('hex'));
  await store.write(async (tx) => {
    await tx.db.deleteFrom('auth_session').where('user_id', '=', userId).execute();
    await tx.db
      .updateTable('reader')
      .set((reader) => ({ signed_out: reader('signed_out', '+', 1), token_sha256: none }))
      .where('user_id', '=', userId)
      .execute();
  });
}
