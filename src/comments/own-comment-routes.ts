import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { linkTo, linkToPlace, routes } from '../routes.ts';
import { findPlace } from '../store/discussion/find-place.ts';
import { deleteComment, editComment, findOwn, type OwnComment } from '../store/discussion/own-comment.ts';
import { EDIT_MS } from '../story/discussion/discussion.ts';
import { asItIs, backTo, type CommentRoom, idOf, ownerOf } from './comment-room.ts';
import { decide } from './decide.ts';
import { tidyText } from './tidy-text.ts';

const editForm = z.object({ text: z.string().catch('') });

/** What a reader does to her own comment: she edits it while it is young, and deletes it when she likes. */
export function addOwnCommentRoutes(app: Hono, room: CommentRoom): void {
  app.post(routes.editComment, async (c) => {
    const own = await ownComment(c, room);
    if (!own) return notYours(c, room);
    if (!own.editable) return late(c, room, own);
    const { text } = editForm.parse(await c.req.parseBody().catch(() => ({})));
    const { comment, readerToken } = own;
    const submission = {
      storyId: comment.storyId,
      ...(comment.parentId !== null && { parentId: comment.parentId }),
      fullName: own.fullName,
      text: tidyText(text),
      readerToken,
    };
    const { decision, kept } = await decide({ ...room, now: room.now() }, submission, { except: comment.id });
    const { problems } = decision;
    if (problems.length > 0) return asItIs(c, await room.pages.edit(comment.id, { text, problems }, readerToken));
    const edit = { id: comment.id, readerToken, text: submission.text, by: 'policy', now: room.now() };
    const done = await editComment(room.store, { ...edit, ...kept, state: decision.state, reasons: decision.reasons });
    if (done.kind === 'late') return late(c, room, own);
    if (done.kind !== 'done') return notYours(c, room);
    return room.reader.known(c) === readerToken
      ? backTo(c, room, comment.id)
      : elsewhere(c, room, comment.id, 'changed');
  });

  app.post(routes.deleteComment, async (c) => {
    const own = await ownComment(c, room);
    if (!own) return notYours(c, room);
    const { readerToken } = own;
    const done = await deleteComment(room.store, { id: own.comment.id, readerToken, now: room.now() });
    if (done.kind !== 'done') return notYours(c, room);
    if (room.reader.known(c) !== readerToken) return elsewhere(c, room, own.comment.id, 'deleted');
    const place = await findPlace(room.store, own.comment.id);
    const back = place ? linkToPlace(place, own.comment.id) : linkTo('story', { slug: own.slug });
    return c.redirect(back.replace(/#.*$/, '#comments'), 303);
  });
}

/** The comment of the address, when the browser that asks is its reader's. */
async function ownComment(
  c: Context,
  room: CommentRoom,
): Promise<(OwnComment & { readonly readerToken: string }) | undefined> {
  c.header('Cache-Control', 'no-store');
  const id = idOf(c);
  const readerToken = id === undefined ? undefined : await ownerOf(c, room, id);
  if (id === undefined || readerToken === undefined) return undefined;
  const own = await findOwn(room.store, { id, readerToken, now: room.now() });
  return own && { ...own, readerToken };
}

/** Said to a reader who came from a frame: the page that she left does not show it yet. */
const elsewhere = async (
  c: Context,
  { pages }: CommentRoom,
  id: number,
  what: 'changed' | 'deleted',
): Promise<Response> =>
  asItIs(
    c,
    await pages.notice({
      status: 200,
      title: `Your comment was ${what}`,
      message: 'The page that you came from shows it so when you load it again. You can close this one.',
      back: what === 'deleted' ? linkTo('front') : linkTo('permalink', { id: String(id) }),
    }),
  );

const notYours = async (c: Context, { pages }: CommentRoom): Promise<Response> =>
  asItIs(
    c,
    await pages.notice({
      status: 404,
      title: 'This is not a comment of yours',
      message: 'It may be gone, or you may have written it in another browser.',
      back: linkTo('front'),
    }),
  );

const late = async (c: Context, { pages }: CommentRoom, { comment }: OwnComment): Promise<Response> =>
  asItIs(
    c,
    await pages.notice({
      status: 409,
      title: 'It is too late to edit this comment',
      message: `Comments can be edited for ${EDIT_MS / 60_000} minutes: others may have answered what you wrote. You can still delete it, or answer it yourself.`,
      back: linkTo('permalink', { id: String(comment.id) }),
    }),
  );
