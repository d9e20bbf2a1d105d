import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { accountFrame } from './account-frame.ts';
import { accountMail } from './accounts/account-mail.ts';
import { type Accounts, createAccounts } from './accounts/accounts.ts';
import { commentPages, framedPages } from './comment-pages.ts';
import { createCommentRoutes } from './comments/comment-routes.ts';
import { addressOf, senderKey } from './comments/sender.ts';
import { createDesk } from './desk/create-desk.ts';
import type { DeskOptions } from './desk/desk-view.ts';
import { deskOptions } from './desk-options.ts';
import { judgeForOthers } from './judge-for-others.ts';
import { loadJudging } from './judging.ts';
import type { Judging } from './moderate/judgements.ts';
import type { Newsroom } from './newsroom.ts';
import { createPageRoutes } from './pages-elsewhere/page-routes.ts';
import { createPerspectiveRoutes } from './perspective/perspective-routes.ts';
import { routes } from './routes.ts';
import { createEmbed } from './site/embed/embed-routes.ts';
import { createSite, notFound } from './site/site.ts';
import { createWirePush } from './sources/wire-push.ts';
import { CopydeskError, type ErrorCode } from './story/errors.ts';

const statusOf: Readonly<Record<ErrorCode, 400 | 404 | 409 | 500>> = {
  'not-found': 404,
  'not-allowed': 409,
  'bad-input': 400,
  'bad-setting': 500,
  'store-broken': 500,
};

/** `staffOf` replaces the newsroom's own way to tell who is staff, `judging` the models that come with the program. */
export type AppOptions = Partial<Pick<DeskOptions, 'staffOf' | 'troubles' | 'countStaff'>> & {
  readonly judging?: () => Judging;
};

/** The whole newsroom as one Hono application. `main.ts` and every test call it. */
export function createApp(newsroom: Newsroom, { judging = loadJudging, ...options }: AppOptions = {}): Hono {
  const app = new Hono();
  // The site comes first: it puts the security headers on every answer, whoever gives it.
  app.route('/', createSite(newsroom));
  const { works, confirm } = accountMail(newsroom);
  const mail = works ? { confirm } : {};
  app.route('/', createCommentRoutes({ ...newsroom, judging }, commentPages(newsroom), mail));
  app.route('/', createEmbed(newsroom));
  app.route('/', createCommentRoutes({ ...newsroom, judging }, framedPages(newsroom), { ...mail, venue: 'frame' }));
  const accounts = accountsOf(newsroom);
  app.route('/', accounts.routes);
  app.route('/', createDesk(newsroom, { ...deskOptions(newsroom, accounts, judging), ...options }));
  app.route('/', createWirePush(newsroom));
  app.route('/', createPerspectiveRoutes(newsroom, judgeForOthers()));
  app.route('/', createPageRoutes(newsroom));
  app.get(routes.health, (c) => c.json({ ok: true }, 200, { 'Cache-Control': 'no-store' }));
  app.notFound((c) => notFound(newsroom, c));
  app.onError((error, c) => failure(newsroom, error, c));
  return app;
}

function accountsOf(newsroom: Newsroom): Accounts {
  const sender = senderKey(newsroom.store);
  return createAccounts(newsroom, {
    frame: accountFrame(newsroom),
    mail: accountMail(newsroom),
    senderOf: (c) => sender(addressOf(c)),
  });
}

/** One line for whoever asked; the cause goes to the log, without what was typed. */
function failure({ log }: Newsroom, error: Error, c: Context): Response {
  if (error instanceof HTTPException) return error.getResponse();
  const status = error instanceof CopydeskError ? statusOf[error.code] : 500;
  if (status >= 500)
    log.error(
      { error: { name: error.name, message: error.message, stack: error.stack }, path: c.req.path },
      'a request failed',
    );
  const message =
    status >= 500 ? 'Something went wrong on our side. Nothing was lost; please try again.' : error.message;
  return c.text(`${message}\n`, status, { 'Cache-Control': 'no-store' });
}
