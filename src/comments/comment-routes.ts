import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { Judging } from '../moderate/judgements.ts';
import { onlyForms, onlyFromOurPages, onlyShort, readForm } from '../own-forms.ts';
import { linkTo, linkToPlace, routeIn, type Venue } from '../routes.ts';
import { findPlace } from '../store/discussion/find-place.ts';
import type { Store } from '../store/store.ts';
import { findStory } from '../store/stories.ts';
import { addAdviceRoutes } from './advice-routes.ts';
import { isWorkWanted } from './busy.ts';
import { createChallenges } from './challenge.ts';
import type { CommentPages } from './comment-pages.ts';
import { type AskToConfirm, asItIs, type CommentRoom } from './comment-room.ts';
import { createLiveDiscussion } from './live-discussion.ts';
import { addOwnCommentRoutes } from './own-comment-routes.ts';
import { DEFAULT_LIMITS, type Limits } from './paces.ts';
import { postComment, postedForm } from './post-comment.ts';
import { addReactionRoutes } from './reaction-routes.ts';
import { readerCookie } from './reader-cookie.ts';
import { addressOf, senderKey } from './sender.ts';

export type CommentNewsroom = {
  readonly store: Store;
  readonly now: () => Date;
  readonly url: string;
  /** Aborted when the newsroom shuts down: what stays open ends then. */
  readonly ending?: AbortSignal;
  /** The models that judge comments, or why there are none: then every comment is held. */
  readonly judging: () => Judging;
};

/** A comment of `MAXIMUM_COMMENT` characters in any script, percent-encoded, with room to spare (Devanagari takes 15 bytes each). */
const MOST_BYTES = 256 * 1024;

/**
 * Everything that readers send about comments, and what they are told while a page is open. `limits` replaces the limits per
 * sender; `venue` is where the discussion is read: in a frame all is the same but the addresses, the cookie, and that a reader's
 * own comments are edited and deleted on our own page.
 */
export function createCommentRoutes(
  newsroom: CommentNewsroom,
  pages: CommentPages,
  options: { limits?: Partial<Limits>; confirm?: AskToConfirm; venue?: Venue } = {},
): Hono {
  const app = new Hono();
  const { store, now, url, judging } = newsroom;
  const { venue = 'page' } = options;
  const room: CommentRoom = {
    venue,
    store,
    now,
    judging,
    pages,
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    senderKey: senderKey(store),
    challenges: createChallenges(store),
    reader: readerCookie(url, venue),
    ...(options.confirm && { confirm: options.confirm }),
  };
  const tooLarge = onlyShort(MOST_BYTES, (c) => plain(c, 413, TOO_LARGE));
  const form = [onlyForms(NO_FORM), onlyFromOurPages(url, ELSEWHERE), tooLarge] as const;

  app.post(routeIn(venue, 'comment'), ...form, (c) => takeComment(room, c));
  app.post(routeIn(venue, 'advice'), ...form);
  app.post(venue === 'frame' ? '/embed/comment/*' : '/comment/*', ...form);
  addAdviceRoutes(app, room);
  addReactionRoutes(app, room);
  if (venue === 'page') addOwnCommentRoutes(app, room);

  app.get(routeIn(venue, 'challenge'), async (c) => {
    c.header('Cache-Control', 'no-store');
    const slug = c.req.param('slug') ?? '';
    const story = await findStory(store, slug);
    if (!story) return c.notFound();
    const about = { storyId: story.id, address: addressOf(c), readerToken: room.reader.known(c) };
    if (!(await isWorkWanted(room, about))) return c.body(null, 204);
    return c.json(await room.challenges.create(slug, now()));
  });
  if (venue === 'page') createLiveDiscussion(app, newsroom);
  return app;
}

async function takeComment(room: CommentRoom, c: Context): Promise<Response> {
  c.header('Cache-Control', 'no-store');
  const slug = c.req.param('slug') ?? '';
  const body = await readForm(c);
  if (!body) return plain(c, 400, UNREADABLE);
  const fields = postedForm.parse(body);
  const address = addressOf(c);
  const reader = room.reader.give(c, [address, slug, fields.name, fields.text]);

  const email = emailOf(room, body['email']);
  if (email === 'wrong') {
    reader.keep();
    const typed = String(body['email']).slice(0, 200);
    const filled = { name: fields.name, email: typed, text: fields.text, problems: [WRONG_EMAIL] };
    return asItIs(c, await room.pages.story(slug, filled, { status: 400, readerToken: reader.token }));
  }
  const outcome = await postComment(room, {
    ...fields,
    slug,
    readerToken: reader.token,
    address,
    ...(email && { email }),
  });
  if (outcome.kind === 'missing') return c.notFound();
  reader.keep();
  if (outcome.kind === 'refused') {
    const { problems, replyTo, status } = outcome;
    // There is no form any more, but the reader's words are not gone with it.
    if (status === 409) return plain(c, status, `${problems[0]?.message}\n\nWhat you wrote:\n\n${fields.text}`);
    const given = { name: fields.name, text: fields.text, ...(email && { email }) };
    const filled = { ...given, problems, ...(replyTo && { replyTo }) };
    return asItIs(c, await room.pages.story(slug, filled, { status, readerToken: reader.token }));
  }
  const { comment, confirms } = outcome;
  const { id } = comment;
  if (email && confirms !== undefined) {
    const to = linkTo('permalink', { id: String(id) });
    await room.confirm?.({ email, of: confirms, comment: id, to }, room.senderKey(address));
  }
  if (room.pages.posted) return asItIs(c, await room.pages.posted(slug, { id, readerToken: reader.token }));
  const place = comment.parentId === undefined ? undefined : await findPlace(room.store, id);
  const back = place ? linkToPlace(place, id) : `${linkTo('story', { slug })}#comment-${id}`;
  return c.redirect(back, 303);
}

const WRONG_EMAIL = {
  field: 'email',
  message: 'This does not look like an e-mail address. You can also leave it empty.',
} as const;

/** The address that was typed; undefined for none, or where none is asked for. */
function emailOf({ confirm }: CommentRoom, typed: unknown): string | 'wrong' | undefined {
  if (!confirm || typeof typed !== 'string' || typed.trim() === '') return undefined;
  const email = z.email().max(200).safeParse(typed.trim());
  return email.success ? email.data.toLowerCase() : 'wrong';
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
