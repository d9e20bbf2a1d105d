import { hash } from 'node:crypto';
import { type Places, prepare } from './database/prepared.ts';
import type { Readable, Tx } from './store.ts';

/** The reader who holds this token, from now on if not before. */
export async function findOrAddReader(tx: Tx, token: string, now: Date): Promise<number> {
  return (await findReader({ read: tx.db }, token)) ?? addReader(tx, token, now);
}

/** A reader who is not known yet. */
export async function addReader(tx: Tx, token: string, now: Date): Promise<number> {
  const [added] = await insertReader(tx.db, { token: hashOf(token), now: now.toISOString() });
  return added!.id;
}

const insertReader = prepare((db, at: Places<{ token: string; now: string }>) =>
  db.insertInto('reader').values({ token_sha256: at.token, created_at: at.now }).returning('id'),
);

/** The number of the reader who holds this token, if she has done anything yet. */
export async function findReader(store: Readable, token: string): Promise<number | undefined> {
  return (await findWriter(store, token))?.id;
}

/** A reader who has done something here, with what is known of her address. */
export type KnownReader = {
  readonly id: number;
  readonly email: string | null;
  readonly email_confirmed_at: string | null;
};

/** The reader who holds this token, if she has done anything yet. */
export async function findWriter(store: Readable, token: string): Promise<KnownReader | undefined> {
  return (await byToken(store.read, { token: hashOf(token) }))[0];
}

const byToken = prepare((db, at: Places<{ token: string }>) =>
  db.selectFrom('reader').select(['id', 'email', 'email_confirmed_at']).where('token_sha256', '=', at.token),
);

/** Tokens are kept only as their hash: whoever reads the database cannot pass for a reader. */
export const hashOf = (token: string) => hash('sha256', token);
