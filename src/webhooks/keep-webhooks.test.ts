import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { databases } from '../../test/support/databases.ts';
import { publish } from '../../test/support/stories.ts';
import { SITE, type WebhookRoom, WORDS, webhookRoom } from '../../test/support/webhook-room.ts';
import { decideComment } from '../store/comments.ts';
import { removeWebhook } from '../store/others/webhooks.ts';
import { act } from '../store/state.ts';

for (const database of databases) {
  describe(`webhooks on ${database.name}`, () => {
    let room: WebhookRoom;
    beforeEach(async () => {
      room = await webhookRoom(await database.open());
    });
    afterEach(() => room.close());

    it('are told of a comment and of each decision about it, signed by Standard Webhooks', async () => {
      await room.hook();
      const slug = await publish(room.db.store);
      room.start();
      const comment = await room.post(slug);
      await decideComment(room.db.store, comment.id, { state: 'approved', by: 'ruth', reasons: [], now: room.now });
      await room.until(() => room.got.length >= 3);
      const types = room.told().map(({ type }) => type);
      assert.deepEqual(types.sort(), ['comment.approved', 'comment.posted', 'story.published']);
      assert.ok(room.got.every(({ signed, timestamp }) => signed && timestamp === room.now.getTime() / 1000));
      const approved = room.told().find(({ type }) => type === 'comment.approved');
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
      const slug = await publish(room.db.store);
      await room.hook();
      room.start();
      await room.post(slug, 'held');
      await room.until(() => room.got.length >= 2);
      assert.deepEqual(
        room
          .told()
          .map(({ type }) => type)
          .sort(),
        ['comment.held', 'comment.posted'],
      );
    });

    it('are not told the words of a comment that was removed', async () => {
      const slug = await publish(room.db.store);
      const comment = await room.post(slug, 'approved');
      await room.hook();
      await decideComment(room.db.store, comment.id, { state: 'removed', by: 'ruth', reasons: [], now: room.now });
      room.start();
      await room.until(() => room.got.length >= 1);
      assert.deepEqual([room.told()[0]?.type, room.told()[0]?.data['text']], ['comment.removed', undefined]);
    });

    it('are told of a kill with its notice and without a word of the story', async () => {
      const slug = await publish(room.db.store);
      await room.hook();
      await act(room.db.store, slug, {
        kind: 'kill',
        at: room.now.toISOString(),
        reason: 'inside',
        notice: 'Withdrawn.',
      });
      room.start();
      await room.until(() => room.got.length >= 1);
      assert.equal(room.told()[0]?.type, 'story.killed');
      assert.deepEqual(room.told()[0]?.data, {
        slug,
        url: `${SITE}/story/${slug}`,
        state: 'killed',
        notice: 'Withdrawn.',
      });
    });

    it('are told only of the events that they want, and of nothing that was before them', async () => {
      const slug = await publish(room.db.store);
      await room.post(slug);
      room.pass(1000);
      await room.hook({ events: ['comment.approved'] });
      room.start();
      await room.post(slug);
      await room.post(slug, 'approved');
      await room.until(() => room.got.length >= 1);
      await sleep(100);
      assert.deepEqual(
        room.told().map(({ type }) => type),
        ['comment.approved'],
      );
    });

    it('are not told of what waited for another before they were added', async () => {
      const slug = await publish(room.db.store);
      const { id } = await room.hook();
      await room.post(slug);
      await removeWebhook(room.db.store, id, room.now);
      room.pass(1000);
      await room.hook();
      room.start();
      await sleep(100);
      assert.equal(room.got.length, 0);
    });

    it('are told nothing of a decision that was rolled back', async () => {
      const { id } = await room.post(await publish(room.db.store));
      await room.hook();
      const undone = room.db.store.write(async (tx) => {
        const event = {
          comment_id: id,
          state: 'approved',
          reasons: '[]',
          by_whom: 'ruth',
          at: room.now.toISOString(),
        } as const;
        await tx.db.insertInto('comment_event').values(event).execute();
        throw new Error('undone');
      });
      await assert.rejects(undone, /undone/);
      room.start();
      await sleep(100);
      assert.equal(room.got.length, 0);
    });
  });
}
