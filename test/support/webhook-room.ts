import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { saveComment } from '../../src/store/comments.ts';
import { addWebhook } from '../../src/store/others/webhooks.ts';
import { findStory } from '../../src/store/stories.ts';
import { WEBHOOK_EVENTS, type Webhook } from '../../src/story/webhook.ts';
import { keepWebhooks } from '../../src/webhooks/keep-webhooks.ts';
import type { TestDatabase } from './databases.ts';
import { webServer } from './web-server.ts';

const KEY = Buffer.alloc(32, 7);
export const SECRET = `whsec_${KEY.toString('base64')}`;
export const WORDS = 'My ferry was late twice this week, so three weeks of it will cost me wages.';
export const SITE = 'https://courier.example';

/** What the server of a webhook was sent; `signed` by the secret, over id, time and body. */
export type Got = {
  readonly id: string;
  readonly body: string;
  readonly signed: boolean;
  readonly timestamp: number;
};

export type WebhookRoom = Awaited<ReturnType<typeof webhookRoom>>;

/** A newsroom's database with the server of a webhook beside it, and a clock that the test moves. */
export async function webhookRoom(db: TestDatabase) {
  const server = await webServer();
  const loops: { stop(): Promise<void> }[] = [];
  const room = {
    db,
    server,
    now: new Date('2026-03-02T09:00:00.000Z'),
    got: [] as Got[],
    /** How the server answers, by the number of what it got; undefined: not at all. */
    status: (_count: number): number | undefined => 200,
    findSecret: (): string => SECRET,
    pass(ms: number) {
      room.now = new Date(room.now.getTime() + ms);
    },
    start(store = db.store) {
      const newsroom = { store, now: () => room.now, url: SITE, log: pino({ level: 'silent' }) };
      const loop = keepWebhooks(newsroom, { secrets: async () => room.findSecret(), lookEvery: 5 });
      loops.push(loop);
      return loop;
    },
    async until(done: () => boolean | Promise<boolean>) {
      for (let tries = 0; tries < 600; tries++) {
        if (await done()) return;
        await sleep(10);
      }
      assert.fail('this did not happen in six seconds');
    },
    told: () =>
      room.got.map(
        ({ body }) => JSON.parse(body) as { type: string; timestamp: string; data: Record<string, unknown> },
      ),
    hook(parts: Partial<Webhook> = {}) {
      const wanted = { url: `${server.url}/hook`, events: WEBHOOK_EVENTS, private: true, now: room.now, ...parts };
      return addWebhook(db.store, wanted, () => ({ env: 'HOOK' }));
    },
    async post(slug: string, state: 'pending' | 'approved' | 'held' = 'pending') {
      const story = await findStory(db.store, slug);
      const submission = { storyId: story!.id, fullName: 'Priya Sharma', text: WORDS, readerToken: 'a'.repeat(22) };
      return saveComment(db.store, { submission, name: 'Priya S', state, reasons: [], by: 'policy', now: room.now });
    },
    async close() {
      await Promise.all(loops.map((loop) => loop.stop()));
      await server.close();
      await db.destroy();
    },
  };
  server.answer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      const [id, at] = [String(request.headers['webhook-id']), String(request.headers['webhook-timestamp'])];
      const signature = createHmac('sha256', KEY).update(`${id}.${at}.${body}`).digest('base64');
      const signed = request.headers['webhook-signature'] === `v1,${signature}`;
      room.got.push({ id, body, signed, timestamp: Number(at) });
      const answer = room.status(room.got.length);
      if (answer !== undefined) response.writeHead(answer).end('noted');
    });
  });
  return room;
}
