import { createHmac } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { joinReader } from '../store/accounts/join-reader.ts';
import { countSignedOut } from '../store/accounts/sign-out-everywhere.ts';
import type { AccountsRoom } from './accounts-room.ts';

const A_YEAR = 365 * 24 * 60 * 60;
const TOKEN = /^[\w-]{22,64}$/;

type Room = Pick<AccountsRoom, 'store' | 'now' | 'url' | 'secret'>;

/**
 * What every browser of an account is known by, so that whatever knows readers by their token knows her everywhere: made from the
 * account, our secret, and how often she signed out on every device, so that a copy on a lost one is worth nothing.
 */
const tokenOf = (secret: string, userId: string, signedOut: number): string =>
  createHmac('sha256', secret)
    .update(signedOut === 0 ? `reader:${userId}` : `reader:${userId}:${signedOut}`)
    .digest('base64url');

/** Joins this browser's reader with the account that was signed in to. */
export async function joinBrowser(
  c: Context,
  { store, now, url, secret }: Room,
  user: { readonly id: string; readonly email: string; readonly confirms?: number },
): Promise<void> {
  const signedOut = await countSignedOut(store, user.id);
  const token = tokenOf(secret, user.id, signedOut);
  const sent = getCookie(c, 'reader');
  // @NOTE With a token of before, whoever found the lost device may have written: none of that becomes hers.
  const before = Array.from({ length: signedOut }, (_, times) => tokenOf(secret, user.id, times));
  const { confirms } = user;
  await joinReader(store, {
    userId: user.id,
    email: user.email,
    token,
    now: now(),
    ...(sent !== undefined && TOKEN.test(sent) && !before.includes(sent) && { browserToken: sent }),
    ...(confirms !== undefined && { confirms }),
  });
  const secure = url.startsWith('https:');
  setCookie(c, 'reader', token, { httpOnly: true, sameSite: 'Lax', secure, path: '/', maxAge: A_YEAR });
}

/** From now on this browser is nobody's. */
export const forgetBrowser = (c: Context): void => {
  deleteCookie(c, 'reader', { path: '/' });
};
