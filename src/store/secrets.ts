import { randomBytes } from 'node:crypto';
import { readSetting } from './settings.ts';
import type { Store } from './store.ts';

/**
 * A secret of 256 bits that all processes of this newsroom share and that a restart keeps, made when it is first asked for.
 * It protects counters and challenges only: whoever reads the database can read those too.
 */
export async function findOrMakeSecret(store: Store, name: string): Promise<string> {
  const key = `secret:${name}`;
  const found = await readSetting(store, key);
  if (typeof found === 'string') return found;
  await store.write(async (tx) => {
    const value = JSON.stringify(randomBytes(32).toString('base64url'));
    await tx.db
      .insertInto('setting')
      .values({ key, value })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute();
  });
  return String(await readSetting(store, key));
}
