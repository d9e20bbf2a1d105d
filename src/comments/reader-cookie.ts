import { createHmac, randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { CookieOptions } from 'hono/utils/cookie';
import { READER_COOKIES } from '../reader-cookies.ts';
import type { Venue } from '../routes.ts';

const A_YEAR = 365 * 24 * 60 * 60;
const TOKEN = /^[\w-]{22,64}$/;

/** By which a browser is known as one reader's. */
export type ReaderCookie = {
  /** Her token, when her browser has sent one. */
  known(c: Context): string | undefined;
  /** Her token, or a new one that the answer gives her; `parts` say what is being done, so that doing it twice gives the same. */
  give(c: Context, parts: readonly string[]): { readonly token: string; keep(): void };
};

/**
 * Cookies that no script can read, over TLS where the public address `url` has it. In a frame on another site a browser keeps
 * only a cookie that allows it, and only apart for each such site (`Partitioned`); many keep none.
 */
export function readerCookie(url: string, venue: Venue = 'page'): ReaderCookie {
  const newToken = tokenMaker();
  const name = READER_COOKIES[venue];
  const kept: CookieOptions = {
    httpOnly: true,
    path: '/',
    maxAge: A_YEAR,
    ...(venue === 'frame'
      ? { sameSite: 'None', secure: true, partitioned: true }
      : { sameSite: 'Lax', secure: url.startsWith('https:') }),
  };
  const known = (c: Context) => {
    const sent = getCookie(c, name);
    return sent && TOKEN.test(sent) ? sent : undefined;
  };
  return {
    known,
    give(c, parts) {
      const sent = known(c);
      const token = sent ?? newToken(parts);
      return {
        token,
        keep() {
          if (sent === undefined) setCookie(c, name, token, kept);
        },
      };
    },
  };
}

/**
 * Makes tokens of 256 bits for browsers that have none. They cannot be guessed, but the same form from the same address
 * gets the same one: a reader who presses the button twice, with her first cookie still on its way, is one reader.
 */
function tokenMaker(): (parts: readonly string[]) => string {
  const secret = randomBytes(32);
  return (parts) => createHmac('sha256', secret).update(JSON.stringify(parts)).digest('base64url');
}
