import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { databases } from '../../test/support/databases.ts';
import { publish } from '../../test/support/stories.ts';
import { webServer } from '../../test/support/web-server.ts';
import { SECRET, type WebhookRoom, webhookRoom } from '../../test/support/webhook-room.ts';
import { endWebhook, listWebhooks, removeWebhook, webhookFigures } from '../store/others/webhooks.ts';

for (const database of databases) {
  describe(`webhooks whose server fails on ${database.name}`, () => {
    let room: WebhookRoom;
    beforeEach(async () => {
      room = await webhookRoom(await database.open());
    });
    afterEach(() => room.close());

    it('are tried again with the same id, later and later, until the server takes it', async () => {
      const slug = await publish(room.db.store);
      await room.hook({ events: ['comment.posted'] });
      room.status = (count) => (count < 3 ? 500 : 204);
      room.start();
      await room.post(slug);
      await room.until(() => room.got.length === 1);
      await sleep(60);
      assert.equal(room.got.length, 1);
      room.pass(6_000);
      await room.until(() => room.got.length === 2);
      await sleep(60);
      room.pass(6 * 60_000);
      await room.until(async () => (await webhookFigures(room.db.store)).values().next().value?.delivered === 1);
      assert.equal(new Set(room.got.map(({ id }) => id)).size, 1);
      assert.deepEqual(room.got.map(({ timestamp }) => timestamp).length, 3);
    });

    it('are given up after the last try, and the list says why', async () => {
      const slug = await publish(room.db.store);
      await room.hook({ events: ['comment.posted'] });
      room.status = () => 503;
      room.start();
      await room.post(slug);
      for (let tries = 1; tries <= 10; tries++) {
        await room.until(() => room.got.length === tries);
        await sleep(30);
        room.pass(27 * 60 * 60 * 1000);
      }
      await room.until(async () => (await webhookFigures(room.db.store)).values().next().value?.dead === 1);
      const [figures] = (await webhookFigures(room.db.store)).values();
      assert.deepEqual(figures, { waiting: 0, delivered: 0, dead: 1, problem: 'the server answered 503' });
    });

    it('end when the server says that it wants nothing any more', async () => {
      const slug = await publish(room.db.store);
      await room.hook({ events: ['comment.posted'] });
      room.status = () => 410;
      room.start();
      await room.post(slug);
      await room.until(async () => (await listWebhooks(room.db.store))[0]?.ended !== undefined);
      await room.post(slug);
      room.pass(60_000);
      await sleep(100);
      assert.equal(room.got.length, 1);
    });

    it('wait for their secret as long as it is missing, and are sent nothing unsigned', async () => {
      const slug = await publish(room.db.store);
      await room.hook({ events: ['comment.posted'] });
      room.findSecret = () => {
        throw new Error('The environment variable HOOK is not set.');
      };
      room.start();
      await room.post(slug);
      const problem = async () => (await webhookFigures(room.db.store)).values().next().value?.problem;
      for (let tries = 0; tries < 12; tries++) {
        await room.until(async () => (await problem()) === 'The environment variable HOOK is not set.');
        room.pass(6 * 60_000);
        await sleep(20);
      }
      assert.equal(room.got.length, 0);
      room.findSecret = () => SECRET;
      room.pass(6 * 60_000);
      await room.until(async () => (await webhookFigures(room.db.store)).values().next().value?.delivered === 1);
      const [row] = await room.db.store.read.selectFrom('webhook_delivery').select('tries').execute();
      assert.deepEqual([room.got.length, room.got[0]?.signed, row?.tries], [1, true, 1]);
    });

    it('keep no other waiting when their server stalls', async () => {
      const slug = await publish(room.db.store);
      const stalling = await webServer();
      stalling.answer(() => {});
      await room.hook({ url: stalling.url, events: ['comment.posted'] });
      await room.hook({ events: ['comment.posted'] });
      room.start();
      await room.post(slug);
      await room.post(slug);
      await room.until(() => room.got.length === 2);
      await stalling.close();
    });

    it('are told by another process what one that died had begun, and not before its claim has run out', async () => {
      const slug = await publish(room.db.store);
      await room.hook({ events: ['comment.posted'] });
      room.status = () => undefined;
      const dying = room.start();
      await room.post(slug);
      await room.until(() => room.got.length === 1);
      await dying.stop();
      room.status = () => 200;
      room.start();
      await sleep(60);
      assert.equal(room.got.length, 1);
      room.pass(21_000);
      await room.until(() => room.got.length === 2);
      assert.equal(room.got[0]?.id, room.got[1]?.id);
    });

    it('are told once by two processes on one database', async () => {
      const slug = await publish(room.db.store);
      await room.hook({ events: ['comment.posted'] });
      const second = await room.db.openAgain();
      room.start();
      const other = room.start(second);
      await Promise.all(Array.from({ length: 12 }, () => room.post(slug)));
      await room.until(() => room.got.length >= 12);
      await sleep(100);
      assert.equal(new Set(room.got.map(({ id }) => id)).size, room.got.length);
      await other.stop();
      await second.close();
    });

    it('are not sent into a private network unless that was said', async () => {
      const slug = await publish(room.db.store);
      await room.hook({ private: false, events: ['comment.posted'] });
      await room.hook({ private: false, events: ['comment.posted'], url: `http://localhost:${room.server.port}/` });
      room.start();
      await room.post(slug);
      await room.until(
        async () => [...(await webhookFigures(room.db.store)).values()].filter(({ problem }) => problem).length === 2,
      );
      const problems = [...(await webhookFigures(room.db.store)).values()].map(({ problem }) => problem);
      assert.deepEqual(problems, ['127.0.0.1 is in a private network', 'localhost is in a private network']);
      assert.equal(room.server.asked.length, 0);
    });

    it('are told nothing after they were removed or ended', async () => {
      const slug = await publish(room.db.store);
      const [one, other] = [await room.hook(), await room.hook()];
      await removeWebhook(room.db.store, one.id, room.now);
      await endWebhook(room.db.store, other.id, 'the server answered 410');
      room.start();
      await room.post(slug);
      await sleep(100);
      assert.equal(room.got.length, 0);
    });
  });
}
