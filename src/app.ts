import { Hono } from 'hono';
import { createCommentRoutes } from './comments/comment-routes.ts';
import type { Newsroom } from './newsroom.ts';
import { createSite } from './site/site.ts';
import { CopydeskError, type ErrorCode } from './story/errors.ts';

const statusOf: Readonly<Record<ErrorCode, 400 | 404 | 409 | 500>> = {
  'not-found': 404,
  'not-allowed': 409,
  'bad-input': 400,
  'bad-setting': 500,
  'store-broken': 500,
};

/** The whole newsroom as one Hono application. `main.ts` and every test call it. */
export function createApp(newsroom: Newsroom): Hono {
  const app = new Hono();
  return app;
}
