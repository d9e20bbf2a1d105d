import type { Staff } from '../../story/staff.ts';
import type { Store, Tx } from '../store.ts';
import { addStaff } from './staff.ts';

const KEY = 'first-admin';

/** Whether anybody may already say who sits at the desk. */
export async function hasAdmin({ read }: Pick<Store, 'read'>): Promise<boolean> {
  const admin = read.selectFrom('staff').select('id').where('role', '=', 'admin').where('removed_at', 'is', null);
  return (await admin.limit(1).executeTakeFirst()) !== undefined;
}

/** Keeps the hash of the one token that makes an admin of its holder; an earlier one is worth nothing from now on. */
export async function keepFirstAdmin(
  store: Store,
  { sha256, until }: { readonly sha256: string; readonly until: Date },
): Promise<void> {
  const value = JSON.stringify({ sha256, until: until.toISOString() });
  await store.write((tx) =>
    tx.db
      .insertInto('setting')
      .values({ key: KEY, value })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
      .execute(),
  );
}

/** Spends the token and adds the admin, both or neither; undefined when the token is not it, is too old, or an admin is there. */
export async function takeFirstAdmin(
  store: Store,
  sha256: string,
  { name, email, now }: { readonly name: string; readonly email: string; readonly now: Date },
): Promise<Staff | undefined> {
  return store.write(async (tx) => {
    const kept = await spend(tx);
    if (
      kept === undefined ||
      kept.sha256 !== sha256 ||
      kept.until <= now.toISOString() ||
      (await hasAdmin({ read: tx.db }))
    ) {
      // What was not this token stays as it was.
      if (kept && kept.sha256 !== sha256)
        await tx.db
          .insertInto('setting')
          .values({ key: KEY, value: JSON.stringify(kept) })
          .execute();
      return undefined;
    }
    return addStaff(tx, { name, email, role: 'admin', by: 'first start', now });
  });
}

async function spend({ db }: Tx): Promise<{ sha256: string; until: string } | undefined> {
  const row = await db.deleteFrom('setting').where('key', '=', KEY).returning('value').executeTakeFirst();
  return row && JSON.parse(row.value);
}
