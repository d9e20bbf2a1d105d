import { createHmac } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { joinReader } from '../store/accounts/join-reader.ts';
import type { AccountsRoom } from './accounts-room.ts';

const A_YEAR = 365 * 24 * 60 * 60;
const TOKEN = /^[\w-]{22,64}$/;

type Room = Pick<AccountsRoom, 'store' | 'now' | 'url' | 'secret'>;

/**
 * Joins this browser's reader with the account that was signed in to. Every browser of an account carries the same token, made
 * from the account and our secret, so that whatever knows readers by their token knows her everywhere.
 */
export async function joinBrowser(
  c: Context,
  { store, now, url, secret }: Room,
  user: { readonly id: string; readonly email: string; readonly confirms?: number },
): Promise<void> {
  const token = createHmac('sha256', secret).update(`reader:${user.id}`).digest('base64url');
  const sent = getCookie(c, 'reader');
  const { confirms } = user;
  await joinReader(store, {
    userId: user.id,
    email: user.email,
    token,
    now: now(),
    ...(sent !== undefined && TOKEN.test(sent) && { browserToken: sent }),
    ...(confirms !== undefined && { confirms }),
  });
  const secure = url.startsWith('https:');
  setCookie(c, 'reader', token, { httpOnly: true, sameSite: 'Lax', secure, path: '/', maxAge: A_YEAR });
}

/** From now on this browser is nobody's. */
export const forgetBrowser = (c: Context): void => {
  deleteCookie(c, 'reader', { path: '/' });
};
