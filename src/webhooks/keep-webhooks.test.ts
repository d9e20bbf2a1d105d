import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { databases, type TestDatabase } from '../../test/support/databases.ts';
import { publish } from '../../test/support/stories.ts';
import { type WebServer, webServer } from '../../test/support/web-server.ts';
import { decideComment, saveComment } from '../store/comments.ts';
import { addWebhook, endWebhook, listWebhooks, removeWebhook, webhookFigures } from '../store/others/webhooks.ts';
import { act } from '../store/state.ts';
import { findStory } from '../store/stories.ts';
import { WEBHOOK_EVENTS, type Webhook } from '../story/webhook.ts';
import { keepWebhooks } from './keep-webhooks.ts';

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const SITE = 'https://courier.example';
const WORDS = 'My ferry was late twice this week, so three weeks of it will cost me wages.';

type Got = { readonly id: string; readonly body: string; readonly signed: boolean; readonly timestamp: number };
type Told = { type: string; timestamp: string; data: Record<string, unknown> };

for (const database of databases) {
  describe(`webhooks on ${database.name}`, () => {
    let db: TestDatabase;
    let server: WebServer;
    let now: Date;
    let got: Got[];
    let status: number | ((count: number) => number | undefined);
    let loops: { stop(): Promise<void> }[];
    let findSecret: () => string;

    const clock = () => now;
    const pass = (ms: number) => {
      now = new Date(now.getTime() + ms);
    };
    const start = (store = db.store) => {
      const room = { store, now: clock, url: SITE, log: pino({ level: 'silent' }) };
      const loop = keepWebhooks(room, { secrets: async () => findSecret(), lookEvery: 5 });
      loops.push(loop);
      return loop;
    };
    const until = async (done: () => boolean | Promise<boolean>) => {
      for (let tries = 0; tries < 600; tries++) {
        if (await done()) return;
        await sleep(10);
      }
      assert.fail('this did not happen in six seconds');
    };
    const told = (): Told[] => got.map(({ body }) => JSON.parse(body) as Told);
    const hook = (parts: Partial<Webhook> = {}) =>
      addWebhook(db.store, { url: `${server.url}/hook`, events: WEBHOOK_EVENTS, private: true, now, ...parts }, () => ({
        env: 'HOOK',
      }));
    const post = async (slug: string, state: 'pending' | 'approved' | 'held' = 'pending') => {
      const story = await findStory(db.store, slug);
      const submission = { storyId: story!.id, fullName: 'Priya Sharma', text: WORDS, readerToken: 'a'.repeat(22) };
      return saveComment(db.store, { submission, name: 'Priya S', state, reasons: [], by: 'policy', now });
    };

    beforeEach(async () => {
      db = await database.open();
      now = new Date('2026-03-02T09:00:00.000Z');
      [got, status, loops] = [[], 200, []];
      findSecret = () => SECRET;
      server = await webServer();
      server.answer((request, response) => {
        const chunks: Buffer[] = [];
        request.on('data', (chunk: Buffer) => chunks.push(chunk));
        request.on('end', () => {
          const body = Buffer.concat(chunks).toString();
          const [id, at] = [String(request.headers['webhook-id']), String(request.headers['webhook-timestamp'])];
          const signature = createHmac('sha256', Buffer.alloc(32, 7)).update(`${id}.${at}.${body}`).digest('base64');
          const signed = request.headers['webhook-signature'] === `v1,${signature}`;
          got.push({ id, body, signed, timestamp: Number(at) });
          const answer = typeof status === 'number' ? status : status(got.length);
          if (answer !== undefined) response.writeHead(answer).end('noted');
        });
      });
    });
    afterEach(async () => {
      await Promise.all(loops.map((loop) => loop.stop()));
      await server.close();
      await db.destroy();
    });

    it('are told of a comment and of each decision about it, signed by Standard Webhooks', async () => {
      await hook();
      const slug = await publish(db.store);
      start();
      const comment = await post(slug);
      await decideComment(db.store, comment.id, { state: 'approved', by: 'ruth', reasons: [], now });
      await until(() => got.length >= 3);
      const types = told().map(({ type }) => type);
      assert.deepEqual(types.sort(), ['comment.approved', 'comment.posted', 'story.published']);
      assert.ok(got.every(({ signed, timestamp }) => signed && timestamp === now.getTime() / 1000));
      const approved = told().find(({ type }) => type === 'comment.approved');
      assert.deepEqual(approved?.data, {
        id: comment.id,
        url: `${SITE}/story/${slug}#comment-${comment.id}`,
        story: { slug, url: `${SITE}/story/${slug}` },
        state: 'approved',
        createdAt: '2026-03-02T09:00:00.000Z',
        name: 'Priya S',
        text: WORDS,
      });
    });

    it('are told twice of a comment that is held from its first moment on', async () => {
      const slug = await publish(db.store);
      await hook();
      start();
      await post(slug, 'held');
      await until(() => got.length >= 2);
      assert.deepEqual(
        told()
          .map(({ type }) => type)
          .sort(),
        ['comment.held', 'comment.posted'],
      );
    });

    it('are not told the words of a comment that was removed', async () => {
      const slug = await publish(db.store);
      const comment = await post(slug, 'approved');
      await hook();
      await decideComment(db.store, comment.id, { state: 'removed', by: 'ruth', reasons: [], now });
      start();
      await until(() => got.length >= 1);
      assert.deepEqual([told()[0]?.type, told()[0]?.data['text']], ['comment.removed', undefined]);
    });

    it('are told of a kill with its notice and without a word of the story', async () => {
      const slug = await publish(db.store);
      await hook();
      await act(db.store, slug, { kind: 'kill', at: now.toISOString(), reason: 'inside', notice: 'Withdrawn.' });
      start();
      await until(() => got.length >= 1);
      assert.equal(told()[0]?.type, 'story.killed');
      assert.deepEqual(told()[0]?.data, { slug, url: `${SITE}/story/${slug}`, state: 'killed', notice: 'Withdrawn.' });
    });

    it('are told only of the events that they want, and of nothing that was before them', async () => {
      const slug = await publish(db.store);
      await post(slug);
      pass(1000);
      await hook({ events: ['comment.approved'] });
      start();
      await post(slug);
      await post(slug, 'approved');
      await until(() => got.length >= 1);
      await sleep(100);
      assert.deepEqual(
        told().map(({ type }) => type),
        ['comment.approved'],
      );
    });

    it('are not told of what waited for another before they were added', async () => {
      const slug = await publish(db.store);
      const { id } = await hook();
      await post(slug);
      await removeWebhook(db.store, id, now);
      pass(1000);
      await hook();
      start();
      await sleep(100);
      assert.equal(got.length, 0);
    });

    it('are told nothing of a decision that was rolled back', async () => {
      const { id } = await post(await publish(db.store));
      await hook();
      const undone = db.store.write(async (tx) => {
        const event = {
          comment_id: id,
          state: 'approved',
          reasons: '[]',
          by_whom: 'ruth',
          at: now.toISOString(),
        } as const;
        await tx.db.insertInto('comment_event').values(event).execute();
        throw new Error('undone');
      });
      await assert.rejects(undone, /undone/);
      start();
      await sleep(100);
      assert.equal(got.length, 0);
    });

    it('are tried again with the same id, later and later, until the server takes it', async () => {
      const slug = await publish(db.store);
      await hook({ events: ['comment.posted'] });
      status = (count) => (count < 3 ? 500 : 204);
      start();
      await post(slug);
      await until(() => got.length === 1);
      await sleep(60);
      assert.equal(got.length, 1);
      pass(6_000);
      await until(() => got.length === 2);
      await sleep(60);
      pass(6 * 60_000);
      await until(async () => (await webhookFigures(db.store)).values().next().value?.delivered === 1);
      assert.equal(new Set(got.map(({ id }) => id)).size, 1);
      assert.deepEqual(got.map(({ timestamp }) => timestamp).length, 3);
    });

    it('are given up after the last try, and the list says why', async () => {
      const slug = await publish(db.store);
      await hook({ events: ['comment.posted'] });
      status = 503;
      start();
      await post(slug);
      for (let tries = 1; tries <= 10; tries++) {
        await until(() => got.length === tries);
        await sleep(30);
        pass(27 * 60 * 60 * 1000);
      }
      await until(async () => (await webhookFigures(db.store)).values().next().value?.dead === 1);
      const [figures] = (await webhookFigures(db.store)).values();
      assert.deepEqual(figures, { waiting: 0, delivered: 0, dead: 1, problem: 'the server answered 503' });
    });

    it('end when the server says that it wants nothing any more', async () => {
      const slug = await publish(db.store);
      await hook({ events: ['comment.posted'] });
      status = 410;
      start();
      await post(slug);
      await until(async () => (await listWebhooks(db.store))[0]?.ended !== undefined);
      await post(slug);
      pass(60_000);
      await sleep(100);
      assert.equal(got.length, 1);
    });

    it('wait for their secret as long as it is missing, and are sent nothing unsigned', async () => {
      const slug = await publish(db.store);
      await hook({ events: ['comment.posted'] });
      findSecret = () => {
        throw new Error('The environment variable HOOK is not set.');
      };
      start();
      await post(slug);
      const problem = async () => (await webhookFigures(db.store)).values().next().value?.problem;
      for (let tries = 0; tries < 12; tries++) {
        await until(async () => (await problem()) === 'The environment variable HOOK is not set.');
        pass(6 * 60_000);
        await sleep(20);
      }
      assert.equal(got.length, 0);
      findSecret = () => SECRET;
      pass(6 * 60_000);
      await until(async () => (await webhookFigures(db.store)).values().next().value?.delivered === 1);
      const [row] = await db.store.read.selectFrom('webhook_delivery').select('tries').execute();
      assert.deepEqual([got.length, got[0]?.signed, row?.tries], [1, true, 1]);
    });

    it('keep no other waiting when their server stalls', async () => {
      const slug = await publish(db.store);
      const stalling = await webServer();
      stalling.answer(() => {});
      await hook({ url: stalling.url, events: ['comment.posted'] });
      await hook({ events: ['comment.posted'] });
      start();
      await post(slug);
      await post(slug);
      await until(() => got.length === 2);
      await stalling.close();
    });

    it('are told by another process what one that died had begun, and not before its claim has run out', async () => {
      const slug = await publish(db.store);
      await hook({ events: ['comment.posted'] });
      status = () => undefined;
      const dying = start();
      await post(slug);
      await until(() => got.length === 1);
      await dying.stop();
      status = 200;
      start();
      await sleep(60);
      assert.equal(got.length, 1);
      pass(21_000);
      await until(() => got.length === 2);
      assert.equal(got[0]?.id, got[1]?.id);
    });

    it('are told once by two processes on one database', async () => {
      const slug = await publish(db.store);
      await hook({ events: ['comment.posted'] });
      const second = await db.openAgain();
      start();
      const other = start(second);
      await Promise.all(Array.from({ length: 12 }, () => post(slug)));
      await until(() => got.length >= 12);
      await sleep(100);
      assert.equal(new Set(got.map(({ id }) => id)).size, got.length);
      await other.stop();
      await second.close();
    });

    it('are not sent into a private network unless that was said', async () => {
      const slug = await publish(db.store);
      await hook({ private: false, events: ['comment.posted'] });
      await hook({ private: false, events: ['comment.posted'], url: `http://localhost:${server.port}/` });
      start();
      await post(slug);
      await until(
        async () => [...(await webhookFigures(db.store)).values()].filter(({ problem }) => problem).length === 2,
      );
      const problems = [...(await webhookFigures(db.store)).values()].map(({ problem }) => problem);
      assert.deepEqual(problems, ['127.0.0.1 is in a private network', 'localhost is in a private network']);
      assert.equal(server.asked.length, 0);
    });

    it('are told nothing after they were removed or ended', async () => {
      const slug = await publish(db.store);
      const [one, other] = [await hook(), await hook()];
      await removeWebhook(db.store, one.id, now);
      await endWebhook(db.store, other.id, 'the server answered 410');
      start();
      await post(slug);
      await sleep(100);
      assert.equal(got.length, 0);
    });
  });
}
