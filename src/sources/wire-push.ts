import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { clientAddress, senderOf } from '../client-address.ts';
import { type Filed, fileStory } from '../file-story.ts';
import type { Newsroom } from '../newsroom.ts';
import { linkTo, routes } from '../routes.ts';
import { forgetOld, memoryOf } from '../store/sources/source-memory.ts';
import { notePush } from '../store/sources/source-rounds.ts';
import { findSource, type Source } from '../store/sources/sources.ts';
import { findStory } from '../store/stories.ts';
import { isSourceKey } from './source-key.ts';

/** The largest body, in bytes: what the parsers read at most. */
const MOST_BYTES = 8 * 1024 * 1024;
const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,255}$/;
/** How long a key of a request is remembered, in milliseconds. */
const REMEMBERED = 7 * 24 * 60 * 60 * 1000;

/** So many requests in so many seconds: `pushes` of one source, `failures` to show a right key from one address. */
export type PushLimits = { readonly pushes: Limit; readonly failures: Limit };
type Limit = { readonly points: number; readonly duration: number };

const DEFAULT_LIMITS: PushLimits = {
  pushes: { points: 1200, duration: 60 },
  failures: { points: 20, duration: 60 },
};

type Answer = {
  readonly status: 200 | 400 | 401 | 413 | 415 | 422 | 429 | 503;
  readonly body: object;
  readonly retryAfter?: number;
};

/**
 * Where agencies push copy: `POST /wire/<source>` with a file of any format as the body. What is answered with 200 is on
 * disk. No cookie counts here, so a foreign page can do nothing with a reader's browser.
 */
export function createWirePush(
  newsroom: Newsroom,
  limits: PushLimits = DEFAULT_LIMITS,
): Hono<{ Variables: { source: Source } }> {
  const app = new Hono<{ Variables: { source: Source } }>();
  const pushes = new RateLimiterMemory(limits.pushes);
  const failures = new RateLimiterMemory(limits.failures);

  app.use(routes.wirePush, async (c, next) => {
    if (c.req.method !== 'POST') return next();
    const source = await authenticate(newsroom, c);
    if (!source) {
      // A sender with the right key is never kept out by what others try.
      const sender = senderOf(clientAddress(connectionOf(c), c.req.header('x-forwarded-for')));
      const wait = await take(failures, sender);
      return answer(c, wait === undefined ? DENIED : tooMany(wait));
    }
    const wait = await take(pushes, String(source.id));
    if (wait !== undefined) return answer(c, tooMany(wait));
    if (source.paused) return answer(c, PAUSED);
    if (!/^(?:identity)?$/i.test(c.req.header('content-encoding')?.trim() ?? '')) return answer(c, PACKED);
    c.set('source', source);
    return next();
  });

  app.post(routes.wirePush, bodyLimit({ maxSize: MOST_BYTES, onError: (c) => answer(c, TOO_LARGE) }), async (c) => {
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    const key = c.req.header('idempotency-key');
    return answer(c, await receivePush(newsroom, c.var.source, { bytes, ...(key !== undefined && { key }) }));
  });
  return app;
}

/** The source whose key this is. The same work is done, and the same said, whether there is such a source or not. */
async function authenticate({ store }: Newsroom, c: Context): Promise<Source | undefined> {
  const given = /^Bearer +([\x21-\x7e]{1,512}) *$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
  const source = await findSource(store, c.req.param('source') ?? '');
  return isSourceKey(given, source?.keySha256) ? source : undefined;
}

async function receivePush(
  newsroom: Newsroom,
  source: Source,
  { bytes, key }: { readonly bytes: Uint8Array; readonly key?: string },
): Promise<Answer> {
  const { store, now } = newsroom;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const memory = memoryOf(store, source.id, now);
  const remembered = key === undefined ? undefined : `push ${key}`;
  if (remembered !== undefined) {
    if (!IDEMPOTENCY_KEY.test(key ?? ''))
      return refused(400, 'bad-key', 'Idempotency-Key must have 1 to 255 printable ASCII characters without spaces.');
    const before = await memory.read(remembered);
    // draft-ietf-httpapi-idempotency-key-header: a key that comes again with another body is a mistake of the sender.
    if (before !== undefined && before !== sha256)
      return refused(
        422,
        'key-reused',
        'This Idempotency-Key came with other content before. Give each content its own.',
      );
  }
  const filed = await fileStory(newsroom, { source: source.name, name: 'push', bytes });
  if (remembered !== undefined) {
    await memory.write(remembered, sha256);
    await forgetOld(store, { sourceId: source.id, beginning: 'push ', before: new Date(now().getTime() - REMEMBERED) });
  }
  const counts = { received: 1, duplicates: filed.ok && filed.duplicate ? 1 : 0, refused: filed.ok ? 0 : 1 };
  await notePush(store, { sourceId: source.id, counts, now: now() });
  if (!filed.ok) return refused(422, filed.refusal.kind, filed.refusal.message);
  return { status: 200, body: await reportOf(newsroom, filed) };
}

async function reportOf({ store, url }: Newsroom, filed: Filed & { ok: true }): Promise<object> {
  const stories = filed.stories.map(async ({ slug, outcome, others }) => {
    const story = await findStory(store, slug);
    // @NOTE Not the reason: an editor's own words about a held story are not for its agency.
    return { slug, url: `${url}${linkTo('story', { slug })}`, state: story?.state, outcome, others };
  });
  return { duplicate: filed.duplicate, format: filed.format, stories: await Promise.all(stories) };
}

const refused = (status: 400 | 413 | 415 | 422, kind: string, message: string): Answer => ({
  status,
  body: { refusal: { kind, message } },
});

const DENIED: Answer = {
  status: 401,
  body: { error: 'Send "Authorization: Bearer KEY" with the key that the newsroom gave you for this address.' },
};
const PAUSED: Answer = {
  status: 503,
  body: { error: 'The newsroom has paused this source. Keep the copy and send it again later.' },
  retryAfter: 300,
};
const PACKED: Answer = refused(415, 'packed', 'Content-Encoding is not taken here. Send the file as it is.');
const TOO_LARGE: Answer = refused(413, 'too-large', 'At most 8 MiB are taken at a time. Send fewer items together.');
const tooMany = (seconds: number): Answer => ({
  status: 429,
  body: { error: `Too many requests. Keep the copy and send it again in ${seconds} seconds.` },
  retryAfter: seconds,
});

function answer(c: Context, { status, body, retryAfter }: Answer): Response {
  c.header('Cache-Control', 'no-store');
  if (status === 401) c.header('WWW-Authenticate', 'Bearer realm="copydesk"');
  if (retryAfter !== undefined) c.header('Retry-After', String(retryAfter));
  return c.json(body, status);
}

/** Seconds to wait when it was too much, else undefined and one is counted. */
async function take(limiter: RateLimiterMemory, who: string): Promise<number | undefined> {
  try {
    await limiter.consume(who);
    return undefined;
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
  }
}

/** The other end of the connection; undefined when the request came without one. */
function connectionOf(c: Context): string | undefined {
  const { incoming } = (c.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } };
  return incoming?.socket?.remoteAddress;
}
