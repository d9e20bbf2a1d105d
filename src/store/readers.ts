import { createHash } from 'node:crypto';
import type { Store, Tx } from './store.ts';

/** The reader who holds this token, from now on if not before. */
export async function findOrAddReader(tx: Tx, token: string, now: Date): Promise<number> {
  const find = tx.db.selectFrom('reader').select('id').where('token_sha256', '=', hashOf(token));
  const found = await find.executeTakeFirst();
  if (found) return found.id;
  const reader = { token_sha256: hashOf(token), created_at: now.toISOString() };
  return (await tx.db.insertInto('reader').values(reader).returning('id').executeTakeFirstOrThrow()).id;
}

/** The number of the reader who holds this token, if she has done anything yet. */
export async function findReader(store: Pick<Store, 'read'>, token: string): Promise<number | undefined> {
  const reader = store.read.selectFrom('reader').select('id').where('token_sha256', '=', hashOf(token));
  return (await reader.executeTakeFirst())?.id;
}

/** Tokens are kept only as their hash: whoever reads the database cannot pass for a reader. */
export const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');
