import type { Context, Hono } from 'hono';
import { readForm } from '../own-forms.ts';
import { linkIn, linkTo, routeIn, routes } from '../routes.ts';
import { findOwn } from '../store/discussion/own-comment.ts';
import { type Advised, advise, adviseOnNew } from './advise.ts';
import { asItIs, type CommentRoom, idOf, ownerOf } from './comment-room.ts';
import { waitingTime } from './paces.ts';
import { postedForm } from './post-comment.ts';
import { addressOf } from './sender.ts';
import { tidyText } from './tidy-text.ts';

/**
 * What would help a comment, before it is sent: for the page's script as JSON, for everybody else the page again with the comment
 * as it would stand. Nobody is kept from sending by it.
 */
export function addAdviceRoutes(app: Hono, room: CommentRoom): void {
  app.post(routeIn(room.venue, 'advice'), async (c) => {
    c.header('Cache-Control', 'no-store');
    const slug = c.req.param('slug') ?? '';
    const body = await readForm(c);
    if (!body) return c.notFound();
    const fields = postedForm.parse(body);
    const readerToken = room.reader.known(c) ?? '';
    const advised = await adviseOnNew(room, { ...fields, slug, readerToken, address: addressOf(c) });
    if (advised.kind === 'missing') return c.notFound();
    if (asksForJson(c)) return asJson(c, advised);
    if (advised.kind === 'wait') return tooFast(c, room, { ...advised, back: linkIn(room.venue, 'story', { slug }) });
    const email = typeof body['email'] === 'string' ? body['email'].slice(0, 200) : '';
    const { kind: _, ...rest } = advised;
    const form = { name: fields.name, text: fields.text, ...(email !== '' && { email }), ...rest };
    return asItIs(c, await room.pages.story(slug, form, { status: 200, readerToken }));
  });

  // In a frame nobody edits: that leads to our own page.
  if (room.venue === 'page') addEditAdvice(app, room);
}

function addEditAdvice(app: Hono, room: CommentRoom): void {
  app.post(routes.editAdvice, async (c) => {
    c.header('Cache-Control', 'no-store');
    const id = idOf(c);
    const readerToken = id === undefined ? undefined : await ownerOf(c, room, id);
    const body = await readForm(c);
    if (id === undefined || readerToken === undefined || !body) return c.notFound();
    const own = await findOwn(room.store, { id, readerToken, now: room.now() });
    if (!own?.editable) return c.notFound();
    const { text } = postedForm.parse(body);
    const { storyId, parentId } = own.comment;
    const submission = {
      ...{ storyId, fullName: own.fullName, text: tidyText(text), readerToken },
      ...(parentId !== null && { parentId }),
    };
    const advised = await advise(room, submission, { address: addressOf(c), except: id });
    if (asksForJson(c)) return asJson(c, advised);
    if (advised.kind === 'missing') return c.notFound();
    if (advised.kind === 'wait') return tooFast(c, room, { ...advised, back: linkTo('permalink', { id: String(id) }) });
    const { preview, problems } = advised;
    return asItIs(c, await room.pages.edit(id, { text, problems, preview }, readerToken));
  });
}

const asksForJson = (c: Context): boolean => c.req.header('accept') === 'application/json';

function asJson(c: Context, advised: Advised): Response {
  if (advised.kind === 'advised') return c.json({ advice: advised.preview.advice, waits: advised.preview.waits });
  if (advised.kind === 'wait') c.header('Retry-After', String(advised.seconds));
  return c.body(null, advised.kind === 'wait' ? 429 : 404);
}

const tooFast = async (
  c: Context,
  { pages }: CommentRoom,
  { seconds, back }: { readonly seconds: number; readonly back: string },
): Promise<Response> =>
  asItIs(
    c,
    await pages.notice({
      status: 429,
      title: 'That was a lot in a short time',
      message: `Please wait ${waitingTime(seconds)}, go back, and look again; or send it as it is. Your browser still has what you typed.`,
      back,
    }),
  );
