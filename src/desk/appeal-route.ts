import type { Hono, MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import { READER_COOKIES } from '../reader-cookies.ts';
import { linkIn, routeIn, type Venue } from '../routes.ts';
import { findPlace } from '../store/discussion/find-place.ts';
import { appeal } from '../store/moderation/appeals.ts';
import { CopydeskError } from '../story/errors.ts';
import type { DeskEnv } from './desk-answer.ts';
import type { DeskNewsroom } from './desk-view.ts';
import { idFrom } from './id-from.ts';

/** Where a reader asks for another look at her own comment, on our page or in a frame: the one form here that is not for staff. */
export function addAppealRoute(
  desk: Hono<DeskEnv>,
  { store, now }: DeskNewsroom,
  guards: readonly MiddlewareHandler[],
): void {
  for (const venue of ['page', 'frame'] satisfies Venue[]) {
    const route = routeIn(venue, 'appeal');
    for (const guard of guards) desk.on('POST', route, guard);
    desk.post(route, async (c) => {
      c.header('Cache-Control', 'no-store');
      const commentId = idFrom(c.req.param('id') ?? '');
      const place = await findPlace(store, commentId);
      const readerToken = getCookie(c, READER_COOKIES[venue]);
      if (!place || !readerToken) throw new CopydeskError('not-found', 'You have written no such comment.');
      const { words } = await c.req.parseBody();
      await appeal(store, { commentId, readerToken, words: typeof words === 'string' ? words : '', now: now() });
      return c.redirect(`${linkIn(venue, 'story', { slug: place.slug })}#told-${commentId}`, 303);
    });
  }
}
