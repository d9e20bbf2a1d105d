import { randomBytes } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Newsroom } from '../newsroom.ts';
import { onlyForms, onlyFromOurPages } from '../own-forms.ts';
import { routes } from '../routes.ts';
import { findStaff } from '../store/accounts/staff.ts';
import type { Staff } from '../story/staff.ts';
import type { Frame } from './account-pages.ts';
import type { AccountMail, AccountsRoom } from './accounts-room.ts';
import { addPasskeyRoutes } from './passkey-routes.ts';
import { addReaderRoutes } from './reader-routes.ts';
import { forgetBrowser, joinBrowser } from './reader-token.ts';
import { addSignInRoutes } from './sign-in-routes.ts';

const MOST_BYTES = 64 * 1024;
/** Staff sign in anew after so long, in milliseconds, however often they come. */
const STAFF_STAYS = 7 * 24 * 60 * 60 * 1000;
/** What the cookies of better-auth are called; a browser without one has no session to look up. */
const SESSION_COOKIE = /(?:^|;\s*)(?:__Secure-)?copydesk\.session_token=/;

/** A reader with an account. */
export type ReaderAccount = { readonly userId: string; readonly email: string; readonly name: string };

export type Accounts = {
  readonly routes: Hono;
  /** Who of the newsroom sends this request; undefined for readers, strangers and who was removed. */
  staffOf(request: Request): Promise<Staff | undefined>;
  /** Whose account this request comes from. */
  readerOf(request: Request): Promise<ReaderAccount | undefined>;
};

/** What joins the accounts to the rest of the house. */
export type AccountsOptions = {
  readonly frame: Frame;
  readonly mail: AccountMail;
  readonly senderOf: (c: Context) => Promise<string>;
};

/** Staff and readers: signing in and out, and who sends a request. */
export function createAccounts(newsroom: Newsroom, options: AccountsOptions): Accounts {
  const { store, now, url, log } = newsroom;
  const secret = newsroom.secret ?? fleeting();
  const auth = once(async () => (await import('./auth.ts')).createAuth(newsroom, secret));
  const room: AccountsRoom = {
    ...options,
    store,
    now,
    url,
    log,
    auth,
    secret,
    join: (c, user) => joinBrowser(c, room, user),
    forget: forgetBrowser,
  };
  const app = new Hono();
  const ours = [
    onlyForms('This takes forms only (application/x-www-form-urlencoded).'),
    onlyFromOurPages(url, 'This was not sent from our own page, so nothing was done.'),
    bodyLimit({ maxSize: MOST_BYTES, onError: (c) => c.text('This is far too long, so nothing was done.\n', 413) }),
  ] as const;
  for (const route of [routes.signIn, `${routes.signIn}/*`, routes.reader, `${routes.reader}/*`, routes.unsubscribe])
    app.use(route, neverKept);
  for (const route of [routes.signIn, routes.signInLink, routes.firstAdmin, routes.signOut, `${routes.reader}/*`])
    app.post(route, ...ours);
  addSignInRoutes(app, room);
  addReaderRoutes(app, room, readerOf);
  addPasskeyRoutes(app, room, readerOf);

  async function sessionOf(request: Request) {
    if (!SESSION_COOKIE.test(request.headers.get('cookie') ?? '')) return undefined;
    return (await (await auth()).api.getSession({ headers: request.headers })) ?? undefined;
  }

  async function readerOf(request: Request): Promise<ReaderAccount | undefined> {
    const found = await sessionOf(request);
    if (!found?.user.emailVerified) return undefined;
    return { userId: found.user.id, email: found.user.email, name: found.user.name };
  }

  return {
    routes: app,
    async staffOf(request) {
      const found = await sessionOf(request);
      if (!found?.user.emailVerified) return undefined;
      if (Date.now() - found.session.createdAt.getTime() > STAFF_STAYS) return undefined;
      return findStaff(store, found.user.email);
    },
    readerOf,
  };
}

/** A newsroom without a secret of its own, as in tests: sessions end with the process. */
const fleeting = (): string => randomBytes(32).toString('base64url');

/** Makes it when it is first asked for, so that a start does not wait for it; a failure is not kept. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}

async function neverKept(c: Context, next: () => Promise<void>): Promise<void> {
  await next();
  c.res.headers.set('Cache-Control', 'no-store');
  c.res.headers.set('Referrer-Policy', 'same-origin');
}
