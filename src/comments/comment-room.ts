import type { Context } from 'hono';
import { readOwnLinks } from '../own-link.ts';
import { linkToPlace, type Venue } from '../routes.ts';
import { findPlace } from '../store/discussion/find-place.ts';
import type { CommentPages } from './comment-pages.ts';
import type { Posting } from './post-comment.ts';
import type { ReaderCookie } from './reader-cookie.ts';

/** What every handler of the discussion works with. */
export type CommentRoom = Posting & {
  /** Where this discussion is read: every link and answer stays there. */
  readonly venue: Venue;
  readonly pages: CommentPages;
  readonly reader: ReaderCookie;
  /** Absent where no mail can be sent: then no address is asked for. */
  readonly confirm?: AskToConfirm;
};

/** Asks the owner of an address by mail whether a comment is hers. `of` is the reader's number, `to` where the comment is. */
export type AskToConfirm = (
  wish: { readonly email: string; readonly of: number; readonly comment: number; readonly to: string },
  sender: Promise<string>,
) => Promise<void>;

/** A page of the site as the answer, kept by nobody: it shows what one reader typed. */
export function asItIs(c: Context, page: Response): Response {
  const headers = new Headers(page.headers);
  headers.set('Cache-Control', 'no-store');
  return c.newResponse(page.body, { status: page.status as 200, headers });
}

/** The number of the comment in the address; undefined for what is none. */
export function idOf(c: Context): number | undefined {
  const written = c.req.param('id') ?? '';
  return /^[1-9]\d{0,14}$/.test(written) ? Number(written) : undefined;
}

/** Whose comment the address means: by the key of a link out of a frame, else by the cookie. */
export async function ownerOf(
  c: Context,
  { store, now, reader }: CommentRoom,
  id: number,
): Promise<string | undefined> {
  const key = c.req.query('key');
  const opened = key === undefined ? undefined : (await readOwnLinks(store)).open(key, { id, now: now() });
  return opened ?? reader.known(c);
}

/** Leads back to a comment, wherever it stands. */
export async function backTo(c: Context, { store, venue }: CommentRoom, id: number): Promise<Response> {
  const place = await findPlace(store, id);
  return place ? c.redirect(linkToPlace(place, id, venue), 303) : c.notFound();
}
