import { createHmac, randomBytes } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie } from 'hono/cookie';
import { clientAddress } from '../client-address.ts';
import { onlyForms, onlyFromOurPages } from '../own-forms.ts';
import { linkTo, routes } from '../routes.ts';
import type { Store } from '../store/store.ts';
import type { CommentForm } from '../story/comment.ts';
import { postComment, postedForm } from './post-comment.ts';
import { createPostLimits, type Limit } from './post-limits.ts';

export type CommentNewsroom = { readonly store: Store; readonly now: () => Date; readonly url: string };

/** Shows the story's page again, with the form as it was filled in and what is wrong with it. */
export type RenderForm = (slug: string, form: CommentForm, status: 400 | 429, readerToken: string) => Promise<Response>;

/** A comment of `MAXIMUM_COMMENT` characters in any script, percent-encoded, with room to spare (Devanagari takes 15 bytes each). */
const MOST_BYTES = 256 * 1024;
const A_YEAR = 365 * 24 * 60 * 60;
const TOKEN = /^[\w-]{22,64}$/;

/** Where readers' comments come in. `limits` replaces the limits per sender. */
export function createCommentRoutes(
  newsroom: CommentNewsroom,
  render: RenderForm,
  options: { limits?: readonly Limit[] } = {},
): Hono {
  const app = new Hono();
  const posting = { ...newsroom, limits: createPostLimits(options.limits) };
  const newToken = tokenMaker();
  const tooLarge = bodyLimit({ maxSize: MOST_BYTES, onError: (c) => plain(c, 413, TOO_LARGE) });

  app.post(routes.comment, onlyForms(NO_FORM), onlyFromOurPages(newsroom.url, ELSEWHERE), tooLarge, async (c) => {
    c.header('Cache-Control', 'no-store');
    const slug = c.req.param('slug');
    const body = await c.req.parseBody().catch(() => undefined);
    if (!body) return plain(c, 400, UNREADABLE);
    const fields = postedForm.parse(body);
    const address = clientAddress(connectionOf(c), c.req.header('x-forwarded-for'));
    const known = getCookie(c, 'reader');
    const readerToken = known && TOKEN.test(known) ? known : newToken([address, slug, fields.name, fields.text]);

    const outcome = await postComment(posting, { ...fields, slug, readerToken }, address);
    if (outcome.kind === 'missing') return c.notFound();
    if (readerToken !== known) {
      const secure = newsroom.url.startsWith('https:');
      setCookie(c, 'reader', readerToken, { httpOnly: true, sameSite: 'Lax', secure, path: '/', maxAge: A_YEAR });
    }
    if (outcome.kind === 'refused') {
      const { problems, replyTo, status } = outcome;
      // The page is gone with the story, the reader's words are not.
      if (status === 409) return plain(c, status, `${problems[0]?.message}\n\nWhat you wrote:\n\n${fields.text}`);
      const form = { name: fields.name, text: fields.text, problems, ...(replyTo && { replyTo }) };
      const page = await render(slug, form, status, readerToken);
      const headers = new Headers(page.headers);
      headers.set('Cache-Control', 'no-store');
      return c.newResponse(page.body, { status, headers });
    }
    return c.redirect(`${linkTo('story', { slug })}#comment-${outcome.comment.id}`, 303);
  });
  return app;
}

const ELSEWHERE =
  'This comment was not sent from our own page, so it was not taken. Please write it on the story’s page.';
const NO_FORM = 'Comments are taken as a form (application/x-www-form-urlencoded).';

const UNREADABLE = 'This comment could not be read. Please send it from the story’s page again.';

const TOO_LARGE =
  'This comment is far too long, so it was not taken. Your browser still has it: go back and shorten it.';

function plain(c: Context, status: 400 | 409 | 413, message: string): Response {
  return c.text(`${message}\n`, status, { 'Cache-Control': 'no-store' });
}

/** The other end of the connection; undefined when the request came without one. */
function connectionOf(c: Context): string | undefined {
  const { incoming } = (c.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } };
  return incoming?.socket?.remoteAddress;
}

/**
 * Makes tokens of 256 bits for browsers that have none. They cannot be guessed, but the same form from the same address
 * gets the same one: a reader who presses the button twice, with her first cookie still on its way, is one reader.
 */
function tokenMaker(): (parts: readonly string[]) => string {
  const secret = randomBytes(32);
  return (parts) => createHmac('sha256', secret).update(JSON.stringify(parts)).digest('base64url');
}
