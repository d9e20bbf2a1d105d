import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { routes } from '../routes.ts';
import { findStaff } from '../store/accounts/staff.ts';
import type { AccountsRoom } from './accounts-room.ts';
import { becomeFirstAdmin } from './first-admin.ts';
import { makeToken } from './one-time-link.ts';
import { safePath } from './safe-path.ts';
import { deadLinkPage, firstAdminPage, linkPage, mailSentPage, signInPage } from './sign-in-pages.ts';

const address = z.email().max(200);
const text = z.string().max(2000).catch('');
const field = (body: Record<string, unknown>, name: string): string => text.parse(body[name] ?? '').trim();
const TOKEN = /^[\w-]{22,64}$/;
const SIGN_IN_MINUTES = 15;

/** Signing in by a one-time link, becoming the first admin, signing out. */
export function addSignInRoutes(app: Hono, room: AccountsRoom): void {
  const { store, frame, mail } = room;

  app.get(routes.signIn, (c) => {
    const to = safePath(c.req.query('to'));
    return frame(signInPage({ mail: mail.works, ...(to && { to }) }));
  });

  app.post(routes.signIn, async (c) => {
    const body = await c.req.parseBody();
    const email = field(body, 'email').toLowerCase();
    const to = safePath(field(body, 'to'));
    const again = { mail: mail.works, ...(to && { to }) };
    if (!mail.works) return frame(signInPage(again), 400);
    if (!address.safeParse(email).success)
      return frame(signInPage({ ...again, problem: 'This does not look like an e-mail address.' }), 400);
    const wait = await mail.signIn({ email, minutes: SIGN_IN_MINUTES, ...(to && { to }) }, room.senderOf(c));
    if (wait !== undefined)
      return frame(
        signInPage({ ...again, problem: 'Many links were asked for. Please wait a while, then try again.' }),
        429,
      );
    return frame(mailSentPage());
  });

  app.get(routes.signInLink, (c) => {
    const token = c.req.query('token') ?? '';
    return TOKEN.test(token)
      ? frame(linkPage(token, safePath(c.req.query('to')), c.req.query('of')))
      : frame(deadLinkPage(), 400);
  });

  app.post(routes.signInLink, async (c) => {
    const body = await c.req.parseBody();
    const of = field(body, 'of');
    const confirms = /^[1-9]\d{0,14}$/.test(of) ? { confirms: Number(of) } : {};
    return signInWith(c, room, { token: field(body, 'token'), to: safePath(field(body, 'to')), ...confirms });
  });

  app.get(routes.firstAdmin, (c) => {
    const token = c.req.query('token') ?? '';
    return TOKEN.test(token) ? frame(firstAdminPage(token, { name: '', email: '' })) : frame(deadLinkPage(), 400);
  });

  app.post(routes.firstAdmin, async (c) => {
    const body = await c.req.parseBody();
    const token = field(body, 'token');
    const typed = { name: field(body, 'name').slice(0, 80), email: field(body, 'email').toLowerCase() };
    if (typed.name === '' || !address.safeParse(typed.email).success)
      return frame(firstAdminPage(token, { ...typed, problem: 'Please give your name and your e-mail address.' }), 400);
    const staff = await becomeFirstAdmin(store, token, { ...typed, now: room.now() });
    if (!staff) return frame(deadLinkPage(), 400);
    return signInWith(c, room, {
      token: await makeToken(await room.auth(), { ...typed, minutes: 1 }),
      to: routes.desk,
    });
  });

  app.post(routes.signOut, async (c) => {
    const auth = await room.auth();
    const answer = await auth.api.signOut({ headers: c.req.raw.headers, asResponse: true });
    takeCookies(c, answer);
    room.forget(c);
    return c.redirect(routes.front, 303);
  });
}

async function signInWith(
  c: Context,
  room: AccountsRoom,
  wish: { readonly token: string; readonly to: string | undefined; readonly confirms?: number },
): Promise<Response> {
  const { token, to, confirms } = wish;
  if (!TOKEN.test(token)) return room.frame(deadLinkPage(), 400);
  const auth = await room.auth();
  const answer = await auth.api.magicLinkVerify({ query: { token }, headers: c.req.raw.headers, asResponse: true });
  if (answer.status !== 200) return room.frame(deadLinkPage(), 400);
  const { user } = (await answer.json()) as { user: { id: string; email: string } };
  takeCookies(c, answer);
  await room.join(c, { ...user, ...(confirms !== undefined && { confirms }) });
  const home = (await findStaff(room.store, user.email)) ? routes.desk : routes.reader;
  return c.redirect(to ?? home, 303);
}

/** Gives the browser the cookies that the sign-in library sets. */
function takeCookies(c: Context, answer: Response): void {
  for (const cookie of answer.headers.getSetCookie()) c.header('Set-Cookie', cookie, { append: true });
}
