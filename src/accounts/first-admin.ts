import { randomBytes } from 'node:crypto';
import { routes } from '../routes.ts';
import { hasAdmin, keepFirstAdmin, takeFirstAdmin } from '../store/accounts/first-admin.ts';
import { hashOf } from '../store/readers.ts';
import type { Store } from '../store/store.ts';
import type { Staff } from '../story/staff.ts';

const A_DAY = 24 * 60 * 60 * 1000;

/** A link by which somebody becomes the first admin, once, for 24 hours; undefined when there is an admin. For a terminal, never a log. */
export async function firstAdminLink(
  store: Store,
  { url, now }: { url: string; now: Date },
): Promise<string | undefined> {
  if (await hasAdmin(store)) return undefined;
  const token = randomBytes(24).toString('base64url');
  await keepFirstAdmin(store, { sha256: hashOf(token), until: new Date(now.getTime() + A_DAY) });
  return `${url}${routes.firstAdmin}?token=${token}`;
}

/** Makes the holder of the link the first admin; undefined when the link is used, too old or none. */
export async function becomeFirstAdmin(
  store: Store,
  token: string,
  who: { readonly name: string; readonly email: string; readonly now: Date },
): Promise<Staff | undefined> {
  return takeFirstAdmin(store, hashOf(token), who);
}
