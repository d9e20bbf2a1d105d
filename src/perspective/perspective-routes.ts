import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Newsroom } from '../newsroom.ts';
import { routes } from '../routes.ts';
import { type ApiKey, findApiKey } from '../store/others/api-keys.ts';
import { saveSuggestedScore } from '../store/others/suggested-scores.ts';
import { jsonOf } from '../text/parse-json.ts';
import { analyze } from './analyze.ts';
import { discoveryDocument } from './discovery.ts';
import { type GoogleError, INTERNAL, NO_KEY, quotaExceeded, TOO_LARGE, WRONG_KEY } from './google-error.ts';
import type { Judge } from './judge-port.ts';
import { createKeyLimits } from './key-limits.ts';
import { readAnalyze, readSuggest } from './read-request.ts';

/** The largest body, in bytes: a comment of 20 KB with the article that it stands under. */
const MOST_BYTES = 1024 * 1024;

type WithKey = { Variables: { key: ApiKey } };

/**
 * The Comment Analyzer API of Perspective (v1alpha1), answered by our own judgements. A program that speaks to Google's server
 * needs nothing changed but the address and the key. No cookie counts here.
 */
export function createPerspectiveRoutes(
  newsroom: Pick<Newsroom, 'store' | 'now' | 'url' | 'log'>,
  judge: Judge,
): Hono<WithKey> {
  const { store, now } = newsroom;
  const app = new Hono<WithKey>();
  const limits = createKeyLimits(store, now);
  const small = bodyLimit({ maxSize: MOST_BYTES, onError: (c) => fail(c, TOO_LARGE) });

  const keyed: MiddlewareHandler<WithKey> = async (c, next) => {
    const given = c.req.header('x-goog-api-key') ?? c.req.query('key') ?? '';
    if (given === '') return fail(c, NO_KEY);
    const key = given.length > 200 ? undefined : await findApiKey(store, given);
    if (!key) return fail(c, WRONG_KEY);
    allowOrigin(c, key);
    if (c.req.method === 'OPTIONS') return c.body(null, 204);
    const over = await limits.take(key);
    if (over !== undefined) {
      c.header('Retry-After', over.endsWith('day') ? String(secondsToMidnight(now())) : '1');
      return fail(c, quotaExceeded(`${over} for key "${key.name}"`));
    }
    c.set('key', key);
    return next();
  };

  for (const path of [routes.analyzeComment, routes.suggestScore]) {
    app.use(path, keyed);
    app.post(path, small);
  }

  app.post(routes.analyzeComment, async (c) => {
    const read = readAnalyze(await bodyOf(c));
    if (!read.ok) return fail(c, read.error);
    const answer = await analyze(read.request, judge);
    return 'error' in answer ? fail(c, answer) : c.json(answer, 200, NOT_KEPT);
  });

  app.post(routes.suggestScore, async (c) => {
    const read = readSuggest(await bodyOf(c));
    if (!read.ok) return fail(c, read.error);
    await saveSuggestedScore(store, { ...read.request, keyId: c.var.key.id }, now());
    const { clientToken } = read.request;
    return c.json(clientToken === undefined ? {} : { clientToken }, 200, NOT_KEPT);
  });

  app.get(routes.perspectiveDiscovery, (c) => {
    const paths = { analyze: routes.analyzeComment, suggest: routes.suggestScore };
    return c.json(discoveryDocument(newsroom.url, paths), 200, { 'Cache-Control': 'public, max-age=3600' });
  });

  app.onError((error, c) => {
    newsroom.log.error({ error: { name: error.name, message: error.message }, path: c.req.path }, 'a request failed');
    return fail(c, INTERNAL);
  });
  return app;
}

const NOT_KEPT = { 'Cache-Control': 'no-store' };

/** A page elsewhere may ask with this key only if its origin was named when the key was made. */
function allowOrigin(c: Context, { origins }: ApiKey): void {
  const origin = c.req.header('origin');
  if (origin === undefined || !origins.includes(origin)) return;
  c.header('Access-Control-Allow-Origin', origin);
  c.header('Vary', 'Origin');
  c.header('Access-Control-Allow-Methods', 'POST');
  c.header('Access-Control-Allow-Headers', 'Content-Type, X-Goog-Api-Key');
  c.header('Access-Control-Max-Age', '600');
}

/** No object where the body is no JSON, so that reading it fails as it does for any other body that is none. */
const bodyOf = async (c: Context): Promise<unknown> => jsonOf(await c.req.text()) ?? 'unreadable';

function fail(c: Context, { error }: GoogleError): Response {
  return c.json({ error }, error.code, NOT_KEPT);
}

function secondsToMidnight(now: Date): number {
  const midnight = new Date(now).setUTCHours(24, 0, 0, 0);
  return Math.max(1, Math.ceil((midnight - now.getTime()) / 1000));
}
