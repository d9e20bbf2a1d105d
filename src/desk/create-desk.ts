import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { onlyForms, onlyFromOurPages } from '../own-forms.ts';
import { routes } from '../routes.ts';
import { addAdminRoutes } from './admin-routes.ts';
import { addAppealRoute } from './appeal-route.ts';
import { addCommentRoutes } from './comment-routes.ts';
import { type DeskEnv, only } from './desk-answer.ts';
import type { DeskNewsroom, DeskOptions } from './desk-view.ts';
import { addOfficeRoutes } from './office-routes.ts';
import { addRecordRoutes } from './record-routes.ts';

/** Far more than any form of the desk holds. */
const MOST_BYTES = 128 * 1024;

/** The site's own policy, and what the keys' script asks of us. */
const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** What asks for more than a moderator's rights. */
const RIGHTS = [
  [routes.deskStories, 'editor'],
  [routes.deskCorrections, 'editor'],
  [routes.deskPick, 'editor'],
  [routes.deskReasons, 'admin'],
  [routes.deskStaff, 'admin'],
  [routes.deskSettings, 'admin'],
] as const;

/** What moderators, editors and admins see and do; nobody else sees any of it. */
export function createDesk(newsroom: DeskNewsroom, options: DeskOptions): Hono<DeskEnv> {
  const desk = new Hono<DeskEnv>();
  const guards = [
    onlyForms('The desk takes forms only (application/x-www-form-urlencoded).'),
    onlyFromOurPages(newsroom.url, 'This was not sent from the desk’s own page, so nothing was done.'),
    bodyLimit({ maxSize: MOST_BYTES, onError: (c) => c.text('This is far too long, so nothing was done.\n', 413) }),
  ] as const;

  desk.use('/desk', gate);
  desk.use('/desk/*', gate);
  desk.on('POST', '/desk/*', ...guards);
  for (const [route, role] of RIGHTS) desk.use(route, only(role));
  addCommentRoutes(desk, newsroom, options);
  addOfficeRoutes(desk, newsroom, options);
  addAdminRoutes(desk, newsroom, options);
  addRecordRoutes(desk, newsroom, options);
  addAppealRoute(desk, newsroom, guards);
  return desk;

  async function gate(c: Context<DeskEnv>, next: () => Promise<void>): Promise<Response | undefined> {
    const staff = await options.staffOf(c.req.raw);
    if (!staff) {
      const back = c.req.method === 'GET' ? `?to=${encodeURIComponent(new URL(c.req.url).pathname)}` : '';
      c.header('Cache-Control', 'no-store');
      return c.redirect(`${options.signIn}${back}`, 303);
    }
    c.set('staff', staff);
    await next();
    c.res.headers.set('Cache-Control', 'no-store');
    c.res.headers.set('Content-Security-Policy', POLICY);
    return undefined;
  }
}
