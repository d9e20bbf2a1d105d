import { type Context, Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { readOwnLinks } from '../own-link.ts';
import { linkTo, linkToPlace, routes, type Venue } from '../routes.ts';
import { findApproved } from '../store/discussion/find-approved.ts';
import { findPlace } from '../store/discussion/find-place.ts';
import { findOwn } from '../store/discussion/own-comment.ts';
import { findPublished } from '../store/stories.ts';
import type { Preview, Problem } from '../story/discussion/comment.ts';
import { readFrame } from './frame.ts';
import type { Newsroom } from './newsroom.ts';
import type { Html } from './parts/html.ts';
import { renderDeletePage, renderEditPage, renderNotice } from './parts/own-comment-forms.ts';
import { renderReportPage } from './parts/report-form.ts';

/** The pages about one comment: where it stands, and the forms to edit, delete or report it. */
export function createCommentPages(newsroom: Newsroom): Hono {
  const app = new Hono();
  const { store } = newsroom;

  app.get(routes.permalink, async (c) => {
    const id = idOf(c);
    const place = id === undefined ? undefined : await findPlace(store, id);
    if (id === undefined || !place) return c.notFound();
    // Found anew each time: a comment moves to another page as others arrive.
    return c.redirect(linkToPlace(place, id), 302);
  });

  const shown = (c: Context, make: (id: number, readerToken: string) => Promise<Html | undefined>) => async () => {
    const id = idOf(c);
    if (id === undefined) return c.notFound();
    const key = c.req.query('key');
    const opened = key === undefined ? undefined : (await readOwnLinks(store)).open(key, { id, now: newsroom.now() });
    const page = await make(id, opened ?? getCookie(c, 'reader') ?? '');
    return page ? asPage(page, 200) : c.notFound();
  };
  app.get(routes.editComment, (c) => shown(c, (id, token) => editPage(newsroom, { id, token }))());
  app.get(routes.deleteComment, (c) => shown(c, (id, token) => deletePage(newsroom, { id, token }))());
  app.get(routes.report, (c) => shown(c, (id) => reportPage(newsroom, { id, reason: '', words: '', problem: '' }))());
  return app;
}

/** A page as an answer that nobody keeps. */
export const asPage = (body: Html, status: number): Response =>
  new Response(String(body), {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
  });

/** The page to edit one's own comment, filled with `form` or with what it says; undefined where that cannot be done. */
export async function editPage(
  newsroom: Newsroom,
  about: { readonly id: number; readonly token: string },
  form?: { readonly text: string; readonly problems: readonly Problem[]; readonly preview?: Preview },
): Promise<Html | undefined> {
  const { store, now } = newsroom;
  const own = await findOwn(store, { id: about.id, readerToken: about.token, now: now() });
  if (!own) return undefined;
  const frame = await readFrame(newsroom);
  const { comment } = own;
  if (!own.editable) {
    const message = 'Comments can be edited for five minutes. You can still delete it, or answer it yourself.';
    const back = linkTo('permalink', { id: String(comment.id) });
    return renderNotice(frame, { title: 'It is too late to edit this comment', message, back });
  }
  return renderEditPage(frame, {
    id: comment.id,
    key: (await readOwnLinks(store)).seal({ id: about.id, readerToken: about.token, now: now() }),
    text: form?.text ?? comment.text,
    problems: form?.problems ?? [],
    ...(form?.preview && { preview: form.preview }),
  });
}

async function deletePage(
  newsroom: Newsroom,
  { id, token }: { readonly id: number; readonly token: string },
): Promise<Html | undefined> {
  const now = newsroom.now();
  const own = await findOwn(newsroom.store, { id, readerToken: token, now });
  if (!own) return undefined;
  const key = (await readOwnLinks(newsroom.store)).seal({ id, readerToken: token, now });
  return renderDeletePage(await readFrame(newsroom), { id, key, text: own.comment.text });
}

/** The page to report a comment, as it was filled in; undefined when readers do not see the comment or its story. */
export async function reportPage(
  newsroom: Newsroom,
  form: { readonly id: number; readonly reason: string; readonly words: string; readonly problem: string },
  venue: Venue = 'page',
): Promise<Html | undefined> {
  const { store, now } = newsroom;
  const comment = await findApproved(store, { id: form.id });
  const place = comment && (await findPlace(store, form.id));
  const story = place && (await findPublished(store, place.slug, now()));
  return comment && story && renderReportPage(await readFrame(newsroom), { ...form, comment, story }, venue);
}

/** What was done, or why not. */
export async function noticePage(
  newsroom: Newsroom,
  notice: { readonly title: string; readonly message: string; readonly back: string },
  venue: Venue = 'page',
): Promise<Html> {
  return renderNotice(await readFrame(newsroom), notice, venue);
}

function idOf(c: Context): number | undefined {
  const written = c.req.param('id') ?? '';
  return /^[1-9]\d{0,14}$/.test(written) ? Number(written) : undefined;
}
