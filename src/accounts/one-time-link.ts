import { randomBytes } from 'node:crypto';
import { routes } from '../routes.ts';
import { hashOf } from '../store/readers.ts';
import type { Auth } from './auth.ts';

/** What a one-time link stands for. `to` is the path where it leads in the end. */
export type LinkWish = {
  readonly email: string;
  readonly name?: string;
  readonly minutes: number;
  readonly to?: string;
  /** Number of the reader for whom the address was typed. */
  readonly of?: number;
};

/**
 * A token by which whoever holds it is signed in as the owner of `email`, once. Only its hash is kept. A mail holds it as a
 * link to a page with a button: programs that open every link of a mail do not use it up.
 */
export async function makeToken(auth: Auth, { email, name, minutes }: LinkWish): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  const { internalAdapter } = await auth.$context;
  await internalAdapter.createVerificationValue({
    identifier: hashOf(token),
    value: JSON.stringify({ email: email.toLowerCase(), name: name ?? '' }),
    expiresAt: new Date(Date.now() + minutes * 60_000),
  });
  return token;
}

/** The token's address on the site `url`. */
export async function makeLink(auth: Auth, url: string, wish: LinkWish): Promise<string> {
  const query = new URLSearchParams({ token: await makeToken(auth, wish) });
  if (wish.to !== undefined) query.set('to', wish.to);
  if (wish.of !== undefined) query.set('of', String(wish.of));
  return `${url}${routes.signInLink}?${query}`;
}
