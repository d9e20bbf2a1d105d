import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Hono } from 'hono';
import { pino } from 'pino';
import { databases, type TestDatabase } from '../../test/support/databases.ts';
import { addApiKey, removeApiKey } from '../store/others/api-keys.ts';
import type { Judge } from './judge-port.ts';
import { createPerspectiveRoutes } from './perspective-routes.ts';

const START = new Date('2026-03-02T09:00:00.000Z');
const RUDE = 'You are an idiot, and everybody on this page knows it.';

/** Judges by one word, so that a test knows the score. */
const byOneWord: Judge = async ({ text, article, withSpans }) => {
  const begin = text.indexOf('idiot');
  return {
    kind: 'judged',
    judged: {
      respectful: begin < 0 ? 0.97 : 0.08,
      onTopic: article === undefined ? null : article.includes('bridge') && text.includes('bridge') ? 0.9 : 0.2,
      thoughtful: 0.4,
      spans: withSpans && begin >= 0 ? [{ begin, end: begin + 5, value: 0.95 }] : [],
    },
  };
};

type Body = Record<string, unknown>;
type Detail = { errorType?: string; reason?: string; languageNotSupportedByAttributeError?: unknown };

for (const database of databases) {
  describe(`a key for the Perspective-compatible endpoint on ${database.name}`, () => {
    let db: TestDatabase;
    let app: Hono;
    let key: string;
    let now: Date;
    const open = (judge: Judge = byOneWord) => {
      const host = createPerspectiveRoutes(
        { store: db.store, now: () => now, url: 'https://courier.example', log: pino({ level: 'silent' }) },
        judge,
      );
      app = host as unknown as Hono;
    };
    beforeEach(async () => {
      db = await database.open();
      now = START;
      key = await addApiKey(db.store, { name: 'coral', perSecond: 100, origins: ['https://blog.example'], now });
      open();
    });
    afterEach(() => db.destroy());

    const send = async (body: Body | string, { path = 'analyze', as = `?key=${key}`, headers = {} } = {}) => {
      const answer = await app.request(`/v1alpha1/comments:${path}${as}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
      const text = await answer.text();
      return { status: answer.status, headers: answer.headers, body: JSON.parse(text) };
    };
    const ask = (parts: Body = {}) =>
      send({ comment: { text: RUDE }, requestedAttributes: { TOXICITY: {} }, ...parts });
    const errorOf = (answer: Awaited<ReturnType<typeof send>>) => {
      const { code, status, message, details } = answer.body.error;
      const [detail] = (details ?? []) as Detail[];
      return { http: answer.status, code, status, message, kind: detail?.errorType ?? detail?.reason };
    };

    it('opens to a key in the address or in the header, to no other and not without', async () => {
      const body = { comment: { text: RUDE }, requestedAttributes: { TOXICITY: {} } };
      const byHeader = await send(body, { as: '', headers: { 'x-goog-api-key': key } });
      const without = await send(body, { as: '' });
      const wrong = await send(body, { as: '?key=cda_made-up' });
      assert.equal(byHeader.status, 200);
      assert.deepEqual([errorOf(without).http, errorOf(without).status], [403, 'PERMISSION_DENIED']);
      assert.deepEqual([errorOf(wrong).http, errorOf(wrong).kind], [400, 'API_KEY_INVALID']);
    });

    it('opens to a removed key no more', async () => {
      await removeApiKey(db.store, 'coral', now);
      assert.equal(errorOf(await ask()).kind, 'API_KEY_INVALID');
    });

    it('keeps a key as its hash alone', async () => {
      const rows = await db.store.read.selectFrom('api_key').selectAll().execute();
      assert.ok(!JSON.stringify(rows).includes(key));
    });

    it('holds a key to its requests in a second', async () => {
      key = await addApiKey(db.store, { name: 'slow', perSecond: 2, origins: [], now });
      const statuses = [(await ask()).status, (await ask()).status];
      const third = await ask();
      now = new Date(START.getTime() + 1000);
      assert.deepEqual([...statuses, third.status, (await ask()).status], [200, 200, 429, 200]);
      assert.equal(errorOf(third).status, 'RESOURCE_EXHAUSTED');
      assert.equal(third.headers.get('retry-after'), '1');
    });

    it('holds a key to its requests in a day, also after a restart and beside a second process', async () => {
      key = await addApiKey(db.store, { name: 'daily', perSecond: 1000, perDay: 60, origins: [], now });
      const first = await Promise.all(Array.from({ length: 50 }, () => ask()));
      assert.ok(first.every(({ status }) => status === 200));
      open();
      const after = await Promise.all(Array.from({ length: 20 }, () => ask()));
      assert.equal(after.filter(({ status }) => status === 200).length, 10);
      now = new Date('2026-03-03T00:00:01.000Z');
      assert.equal((await ask()).status, 200);
    });

    it('lets pages elsewhere ask only from an origin that the key names', async () => {
      const preflight = (origin: string) =>
        app.request(`/v1alpha1/comments:analyze?key=${key}`, { method: 'OPTIONS', headers: { origin } });
      const [named, other] = await Promise.all([preflight('https://blog.example'), preflight('https://evil.example')]);
      assert.equal(named.headers.get('access-control-allow-origin'), 'https://blog.example');
      assert.equal(other.headers.get('access-control-allow-origin'), null);
    });
  });
}
