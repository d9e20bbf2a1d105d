import { CopydeskError } from '../../story/errors.ts';
import type { Role, Staff } from '../../story/staff.ts';
import type { Store, Tx } from '../store.ts';

const ROLES: readonly string[] = ['moderator', 'editor', 'admin'] satisfies Role[];

/** Whether this is the name of a role. */
export const isRole = (name: string): name is Role => ROLES.includes(name);

/** Everybody who may sit at the desk, by name. */
export async function listStaff(store: Pick<Store, 'read'>): Promise<Staff[]> {
  const rows = await present(store).orderBy('name').orderBy('id').execute();
  return rows.map(staffOf);
}

/** Who sits at the desk under this address, in any case; undefined for nobody, or for somebody who was removed. */
export async function findStaff(store: Pick<Store, 'read'>, email: string): Promise<Staff | undefined> {
  const row = await present(store).where('email', '=', email.toLowerCase()).executeTakeFirst();
  return row && staffOf(row);
}

/** How many people may decide about comments. */
export async function countStaff(store: Pick<Store, 'read'>): Promise<number> {
  return (await present(store).execute()).length;
}

export type NewStaff = {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly by: string;
  readonly now: Date;
};

/** Lets somebody sit at the desk, also who was removed before. `not-allowed` when she does already. */
export async function inviteStaff(store: Store, wanted: NewStaff): Promise<Staff> {
  return store.write((tx) => addStaff(tx, wanted));
}

/** The same within a transaction. */
export async function addStaff(tx: Tx, { email, name, role, by, now }: NewStaff): Promise<Staff> {
  const address = email.toLowerCase();
  const at = now.toISOString();
  const before = await tx.db.selectFrom('staff').selectAll().where('email', '=', address).executeTakeFirst();
  if (before && before.removed_at === null)
    throw new CopydeskError('not-allowed', `${address} sits at the desk already, as ${before.role}.`);
  const row = before
    ? await tx.db
        .updateTable('staff')
        .set({ name, role, removed_at: null })
        .where('id', '=', before.id)
        .returningAll()
        .executeTakeFirstOrThrow()
    : await tx.db
        .insertInto('staff')
        .values({ email: address, name, role, created_at: at })
        .returningAll()
        .executeTakeFirstOrThrow();
  await note(tx, { staff_id: row.id, kind: 'invited', role, by_whom: by, at });
  return staffOf(row);
}

/** Gives somebody another role. `not-found` without her, `not-allowed` when no admin would be left. */
export async function changeRole(
  store: Store,
  email: string,
  { role, by, now }: { readonly role: Role; readonly by: string; readonly now: Date },
): Promise<void> {
  await store.write(async (tx) => {
    const one = await mustFind(tx, email);
    if (role !== 'admin') await keepAnAdmin(tx, one.id);
    await tx.db.updateTable('staff').set({ role }).where('id', '=', one.id).execute();
    await note(tx, { staff_id: one.id, kind: 'role', role, by_whom: by, at: now.toISOString() });
  });
}

/** From now on she may not sit at the desk, whoever is signed in. `not-found` without her, `not-allowed` for the last admin. */
export async function removeStaff(
  store: Store,
  email: string,
  { by, now }: { readonly by: string; readonly now: Date },
): Promise<void> {
  await store.write(async (tx) => {
    const one = await mustFind(tx, email);
    await keepAnAdmin(tx, one.id);
    const at = now.toISOString();
    await tx.db.updateTable('staff').set({ removed_at: at }).where('id', '=', one.id).execute();
    await note(tx, { staff_id: one.id, kind: 'removed', role: one.role, by_whom: by, at });
  });
}

async function mustFind(tx: Tx, email: string) {
  // All changes of staff wait for each other, so that two admins cannot remove each other at once.
  let find = tx.db.selectFrom('staff').selectAll().where('removed_at', 'is', null).orderBy('id');
  if (tx.kind === 'postgres') find = find.forUpdate();
  const one = (await find.execute()).find((row) => row.email === email.toLowerCase());
  if (!one) throw new CopydeskError('not-found', `Nobody sits at the desk as "${email}".`);
  return one;
}

async function keepAnAdmin(tx: Tx, leaving: number): Promise<void> {
  const admins = await present({ read: tx.db }).where('role', '=', 'admin').execute();
  if (admins.some(({ id }) => id !== leaving) || admins.length === 0) return;
  throw new CopydeskError('not-allowed', 'She is the only admin. Make somebody else an admin first.');
}

const present = ({ read }: Pick<Store, 'read'>) =>
  read.selectFrom('staff').select(['id', 'email', 'name', 'role']).where('removed_at', 'is', null);

const note = (
  tx: Tx,
  event: { staff_id: number; kind: 'invited' | 'role' | 'removed'; role: string; by_whom: string; at: string },
) => tx.db.insertInto('staff_event').values(event).execute();

/** A role that cannot be read gives the fewest rights. */
function staffOf({ id, email, name, role }: { id: number; email: string; name: string; role: string }): Staff {
  return { id: String(id), email, name, role: isRole(role) ? role : 'moderator' };
}
