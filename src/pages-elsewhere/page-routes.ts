import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import type { Newsroom } from '../newsroom.ts';
import { createKeyLimits } from '../perspective/key-limits.ts';
import { linkTo, routes } from '../routes.ts';
import { readEmbedOrigins } from '../store/elsewhere/embed-origins.ts';
import { findPageSlug } from '../store/elsewhere/list-pages.ts';
import { savePage } from '../store/elsewhere/save-page.ts';
import { type ApiKey, findApiKey } from '../store/others/api-keys.ts';
import { act } from '../store/state.ts';
import { LONGEST_HEADLINE, LONGEST_PAGE, pageAddress } from '../story/page-address.ts';
import { jsonOf } from '../text/parse-json.ts';

/** The largest body, in bytes: the longest text that is taken, in any script. */
const MOST_BYTES = 4 * LONGEST_PAGE;

const wanted = z.object({
  url: z.string(),
  headline: z.string().trim().min(1).max(LONGEST_HEADLINE),
  /** Plain; paragraphs are parted by empty lines. */
  text: z.string().max(LONGEST_PAGE).default(''),
});

type WithKey = { Variables: { key: ApiKey } };

/**
 * How a publishing system gives its pages a discussion: `PUT /v1/pages` with JSON, and `DELETE /v1/pages?url=…`. It shows a key
 * that was made for this (`copydesk key add NAME --pages`) as `Authorization: Bearer`; only pages of chosen origins are taken.
 */
export function createPageRoutes({ store, now, url: home }: Pick<Newsroom, 'store' | 'now' | 'url'>): Hono<WithKey> {
  const app = new Hono<WithKey>();
  const limits = createKeyLimits(store, now);

  const keyed: MiddlewareHandler<WithKey> = async (c, next) => {
    const given = /^Bearer ([\w-]{1,200})$/.exec(c.req.header('authorization') ?? '')?.[1];
    const key = given === undefined ? undefined : await findApiKey(store, given);
    if (!key) return fail(c, 401, 'Show a key as "Authorization: Bearer KEY".');
    if (!key.pages) return fail(c, 403, `The key "${key.name}" was not made to register pages.`);
    const over = await limits.take(key);
    if (over !== undefined) return fail(c, 429, `Too many requests: ${over}.`);
    c.set('key', key);
    return next();
  };
  const tooLarge = bodyLimit({ maxSize: MOST_BYTES, onError: (c) => fail(c, 413, 'The page is too long.') });

  app.put(routes.pagesElsewhere, keyed, tooLarge, async (c) => {
    const read = wanted.safeParse(jsonOf(await c.req.text()));
    if (!read.success) return fail(c, 400, `Give "url", "headline" (1 to ${LONGEST_HEADLINE} characters) and "text".`);
    const url = pageAddress(read.data.url);
    if (url === undefined)
      return fail(c, 400, '"url" is the address of a page, such as https://partner.example/a-story.');
    const { origin } = new URL(url);
    if (!(await readEmbedOrigins(store)).includes(origin))
      return fail(c, 403, `Pages of ${origin} may not show discussions. The newsroom allows them first.`);
    const { slug, outcome } = await savePage(store, { ...read.data, url }, now());
    const answer = { url, slug, outcome, frame: `${home}${linkTo('embed', { slug })}` };
    return c.json(answer, outcome === 'new' ? 201 : 200, NOT_KEPT);
  });

  app.delete(routes.pagesElsewhere, keyed, async (c) => {
    const url = pageAddress(c.req.query('url') ?? '');
    const slug = url === undefined ? undefined : await findPageSlug(store, url);
    if (slug === undefined) return fail(c, 404, 'No page with this address is registered.');
    const reason = 'The discussion of this page elsewhere was removed.';
    await act(store, slug, { kind: 'hold', reason, by: `key ${c.var.key.name}`, at: now().toISOString() });
    return c.body(null, 204);
  });
  return app;
}

const NOT_KEPT = { 'Cache-Control': 'no-store' };

const fail = (c: Context, status: 400 | 401 | 403 | 404 | 413 | 429, error: string): Response =>
  c.json({ error }, status, NOT_KEPT);
