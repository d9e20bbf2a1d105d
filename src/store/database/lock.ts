import type { Tx } from '../store.ts';

/**
 * Makes other transactions that settle this story wait for ours. SQLite has one writer at a time and needs nothing.
 * Comments may still arrive: `no key update` leaves the row open to those that only point to it.
 */
export async function lockStory(tx: Tx, storyId: number): Promise<void> {
  if (tx.kind === 'sqlite') return;
  await tx.db.selectFrom('story').select('id').where('id', '=', storyId).forNoKeyUpdate().execute();
}
