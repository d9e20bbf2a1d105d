import type { Hono } from 'hono';
import { onlyFromOurPages } from '../own-forms.ts';
import { routes } from '../routes.ts';
import { findStaff } from '../store/accounts/staff.ts';
import { takePace } from '../store/discussion/pace.ts';
import { isTooDeep } from '../text/parse-json.ts';
import type { ReaderAccount } from './accounts.ts';
import type { AccountsRoom } from './accounts-room.ts';
import { safePath } from './safe-path.ts';

/** What of the sign-in library the browser's script may ask for; nothing else of it has an address. */
const ASKED = [
  ['GET', 'generate-register-options'],
  ['POST', 'verify-registration'],
  ['GET', 'generate-authenticate-options'],
  ['POST', 'verify-authentication'],
] as const;

const MOST_BYTES = 64 * 1024;

/** Passkeys: adding one to the account that is signed in, and signing in with one. */
export function addPasskeyRoutes(
  app: Hono,
  room: AccountsRoom,
  readerOf: (request: Request) => Promise<ReaderAccount | undefined>,
): void {
  const ours = onlyFromOurPages(room.url, 'This was not sent from our own page, so nothing was done.');
  for (const [method, name] of ASKED) {
    app.on(method, `${routes.passkey}/${name}`, ours, async (c) => {
      // @NOTE JSON cannot be sent by a form of another site, and our answers allow no other origin.
      if (method === 'POST' && !/^application\/json\b/i.test(c.req.header('content-type') ?? ''))
        return c.text('This takes JSON only.\n', 415);
      if (Number(c.req.header('content-length') ?? MOST_BYTES + 1) > MOST_BYTES && method === 'POST')
        return c.text('This is far too long.\n', 413);
      const pace = { key: `passkey/10m:${await room.senderOf(c)}`, many: 40, seconds: 600 };
      const wait = await room.store.write((tx) => takePace(tx, [pace], room.now()));
      if (wait !== undefined) return c.text('Too often. Please wait a while.\n', 429, { 'Retry-After': String(wait) });
      if (method === 'POST' && isTooDeep(await c.req.raw.clone().text()))
        return c.text('This is nested too deep.\n', 400);
      return (await room.auth()).handler(c.req.raw);
    });
  }

  // The script comes here once it is signed in, so that this browser's reader joins the account as by a link.
  app.get(routes.passkey, async (c) => {
    const account = await readerOf(c.req.raw);
    if (!account) return c.redirect(routes.signIn, 303);
    await room.join(c, { id: account.userId, email: account.email });
    const home = (await findStaff(room.store, account.email)) ? routes.desk : routes.reader;
    return c.redirect(safePath(c.req.query('to')) ?? home, 303);
  });
}
