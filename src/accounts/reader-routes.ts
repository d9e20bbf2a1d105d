import type { Context, Hono } from 'hono';
import { readerOfUnsubscribe } from '../mail/unsubscribe.ts';
import { linkToPlace, routes } from '../routes.ts';
import {
  findReaderOf,
  muteWriter,
  readReaderPage,
  removePasskey,
  saveReaderMail,
  unmute,
} from '../store/accounts/reader-account.ts';
import { eraseReader, readerData } from '../store/accounts/reader-data.ts';
import { stopReplyMail } from '../store/accounts/reply-mail.ts';
import { signOutEverywhere } from '../store/accounts/sign-out-everywhere.ts';
import { findPlace } from '../store/discussion/find-place.ts';
import type { ReaderAccount } from './accounts.ts';
import type { AccountsRoom } from './accounts-room.ts';
import { erasePage, mutePage, readerPage, saidPage, unsubscribePage } from './reader-pages.ts';
import { deadLinkPage } from './sign-in-pages.ts';

const COMMENTS = 100;
const DONE: Readonly<Record<string, string>> = {
  mail: 'Saved.',
  mute: 'This reader’s comments are folded for you from now on.',
  unmute: 'You see this reader’s comments again.',
  passkey: 'The passkey is removed.',
};

const SIGNED_OUT =
  'No device is signed in to your account, and none can write, edit or delete as you, until you sign in there again. Your passkeys still work: if one was lost, sign in and remove it.';

type ReaderOf = (request: Request) => Promise<ReaderAccount | undefined>;

/** A signed-in reader's own page: her comments, mutes, mail, passkeys, her data and its end. */
export function addReaderRoutes(app: Hono, room: AccountsRoom, readerOf: ReaderOf): void {
  const { store, frame } = room;
  const numberOf = (value: unknown): number | undefined =>
    typeof value === 'string' && /^[1-9]\d{0,14}$/.test(value) ? Number(value) : undefined;

  /** Who is signed in, with her reader's number; else she is led to the sign-in page. */
  const signedIn =
    (handle: (c: Context, me: ReaderAccount & { readerId: number }) => Promise<Response>) =>
    async (c: Context): Promise<Response> => {
      const account = await readerOf(c.req.raw);
      const readerId = account && (await findReaderOf(store, account.userId));
      if (!account || readerId === undefined) {
        const { pathname, search } = new URL(c.req.url);
        const back = c.req.method === 'GET' ? pathname + search : routes.reader;
        return c.redirect(`${routes.signIn}?to=${encodeURIComponent(back)}`, 303);
      }
      return handle(c, { ...account, readerId });
    };

  app.get(
    routes.reader,
    signedIn(async (c, me) => {
      const page = await readReaderPage(store, me.userId, COMMENTS);
      if (!page) return c.notFound();
      return frame(readerPage(me, page, DONE[c.req.query('did') ?? '']));
    }),
  );
  app.post(
    routes.readerMail,
    signedIn(async (c, { readerId }) => {
      const { replies } = await c.req.parseBody();
      await saveReaderMail(store, readerId, replies === '1');
      return c.redirect(`${routes.reader}?did=mail`, 303);
    }),
  );
  app.get(
    routes.readerMute,
    signedIn(async (c) => {
      const id = numberOf(c.req.query('comment'));
      return id === undefined ? c.notFound() : frame(mutePage(String(id)));
    }),
  );
  app.post(
    routes.readerMute,
    signedIn(async (c, { readerId }) => {
      const body = await c.req.parseBody();
      const [comment, muted] = [numberOf(body['comment']), numberOf(body['unmute'])];
      if (muted !== undefined) await unmute(store, readerId, muted);
      if (comment === undefined) return c.redirect(`${routes.reader}?did=unmute`, 303);
      await muteWriter(store, { readerId, commentId: comment, now: room.now() });
      const place = await findPlace(store, comment);
      return c.redirect(place ? linkToPlace(place, comment) : `${routes.reader}?did=mute`, 303);
    }),
  );
  app.post(
    routes.readerPasskeys,
    signedIn(async (c, { userId }) => {
      const { remove } = await c.req.parseBody();
      if (typeof remove === 'string') await removePasskey(store, userId, remove);
      return c.redirect(`${routes.reader}?did=passkey`, 303);
    }),
  );
  app.post(
    routes.readerSignOut,
    signedIn(async (c, { userId }) => {
      await signOutEverywhere(store, userId);
      room.forget(c);
      const page = await frame(saidPage('You are signed out everywhere', SIGNED_OUT));
      for (const [name, value] of page.headers) c.header(name, value);
      return c.body(await page.text());
    }),
  );
  app.get(
    routes.readerData,
    signedIn(async (c, { readerId }) => {
      const body = `${JSON.stringify(await readerData(store, readerId), undefined, 2)}\n`;
      return c.body(body, 200, {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Disposition': 'attachment; filename="my-data.json"',
      });
    }),
  );
  app.get(
    routes.readerErase,
    signedIn(async () => frame(erasePage())),
  );
  app.post(
    routes.readerErase,
    signedIn(async (c, { readerId }) => {
      const { how } = await c.req.parseBody();
      if (how !== 'comments-too' && how !== 'name-only')
        return frame(erasePage('Please choose what becomes of your comments.'), 400);
      const comments = await eraseReader(store, readerId, { how, now: room.now() });
      room.log.info({ reader: readerId, how, comments }, 'a reader erased her data');
      room.forget(c);
      const page = await frame(saidPage('Your data is erased', 'Nothing here leads to you any more.'));
      for (const [name, value] of page.headers) c.header(name, value);
      return c.body(await page.text());
    }),
  );

  // No sign-in and no check for where it was sent: the key in the address is the proof, and mail programs post without a page.
  const leaving = (c: Context): number | undefined =>
    readerOfUnsubscribe(room.secret, { r: c.req.query('r') ?? '', k: c.req.query('k') ?? '' });
  app.get(routes.unsubscribe, (c) =>
    leaving(c) === undefined
      ? frame(deadLinkPage(), 400)
      : frame(unsubscribePage({ r: c.req.query('r') ?? '', k: c.req.query('k') ?? '' })),
  );
  app.post(routes.unsubscribe, async (c) => {
    const readerId = leaving(c);
    if (readerId === undefined) return frame(deadLinkPage(), 400);
    await stopReplyMail(store, readerId);
    return frame(saidPage('No more mail', 'You are not told of answers any more.'));
  });
}
