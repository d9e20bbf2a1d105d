import { hashOf } from '../readers.ts';
import type { Readable } from '../store.ts';

/** What a browser's reader is told of herself where she writes: the name that she wrote under last, and whether she has an account. */
export type Self = { readonly fullName?: string; readonly account: boolean };

/** Who this browser is known as; undefined for one that has done nothing yet. */
export async function findSelf({ read }: Readable, readerToken: string): Promise<Self | undefined> {
  const reader = await read
    .selectFrom('reader')
    .select(['id', 'user_id'])
    .where('token_sha256', '=', hashOf(readerToken))
    .executeTakeFirst();
  if (!reader) return undefined;
  const last = await read
    .selectFrom('comment')
    .select('full_name')
    .where('reader_id', '=', reader.id)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return { account: reader.user_id !== null, ...(last && { fullName: last.full_name }) };
}
