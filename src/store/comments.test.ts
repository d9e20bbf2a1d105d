import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { databases, type TestDatabase } from '../../test/support/databases.ts';
import { publish } from '../../test/support/stories.ts';
import type { CommentState } from '../story/discussion/comment.ts';
import { decideComment, findLatestByReader, listComments, listCommentsForDesk, saveComment } from './comments.ts';
import type { Change, Store } from './store.ts';
import { findStory } from './stories.ts';

const REASON = { code: 'links', message: 'Too many links.' };
const TEXT = 'The ferry must run late as well, for the night shift needs it to get home.';

for (const database of databases) {
  describe(`comments on ${database.name}`, () => {
    let opened: TestDatabase;
    let store: Store;
    let storyId: number;
    let minute = 0;
    beforeEach(async () => {
      opened = await database.open();
      store = opened.store;
      storyId = (await findStory(store, await publish(store)))!.id;
    });
    afterEach(() => opened.destroy());

    const post = (state: CommentState, parts: { parentId?: number; readerToken?: string; text?: string } = {}) =>
      saveComment(store, {
        submission: { storyId, fullName: 'Priya Shah', text: TEXT, readerToken: 'priya', ...parts },
        name: 'Priya S',
        state,
        reasons: [REASON],
        by: 'policy 1',
        now: new Date(Date.UTC(2026, 2, 2, 9, minute++)),
      });
    const decide = (id: number, state: 'approved' | 'held' | 'removed') =>
      decideComment(store, id, { state, by: 'Asha Rao', reasons: [], now: new Date('2026-03-02T18:00:00Z') });

    it('are shown as they were written, without the full name', async () => {
      minute = 0;
      const saved = await post('approved');
      const comment = {
        id: saved.id,
        storyId,
        name: 'Priya S',
        text: TEXT,
        state: 'approved',
        createdAt: '2026-03-02T09:00:00.000Z',
      };
      assert.deepEqual(saved, comment);
      assert.deepEqual(await listComments(store, { storyId }), [comment]);
    });

    it('come oldest first, each with the one that it answers', async () => {
      const first = await post('approved');
      const answer = await post('approved', { parentId: first.id });
      const listed = await listComments(store, { storyId });
      assert.deepEqual(
        listed.map((comment) => [comment.id, comment.parentId]),
        [
          [first.id, undefined],
          [answer.id, first.id],
        ],
      );
    });

    it('that wait or were stopped are shown to their reader only', async () => {
      await post('approved', { readerToken: 'other' });
      for (const state of ['pending', 'held', 'refused', 'removed'] as const) await post(state);
      const statesFor = async (readerToken?: string) =>
        (await listComments(store, { storyId, ...(readerToken && { readerToken }) })).map((comment) => comment.state);
      assert.deepEqual(await statesFor(), ['approved']);
      assert.deepEqual(await statesFor('other'), ['approved']);
      assert.deepEqual(await statesFor('stranger'), ['approved']);
      assert.deepEqual(await statesFor('priya'), ['approved', 'pending', 'held']);
    });

    it('leave no token in the database from which a reader could be impersonated', async () => {
      await post('pending');
      const readers = await store.read.selectFrom('reader').select('token_sha256').execute();
      assert.equal(readers.length, 1);
      assert.match(readers[0]!.token_sha256, /^[0-9a-f]{64}$/);
    });

    it('are decided by a person, and every decision is kept with its reasons', async () => {
      const { id } = await post('pending');
      assert.equal((await decide(id, 'approved')).state, 'approved');
      assert.equal((await decide(id, 'removed')).state, 'removed');
      assert.deepEqual(await listComments(store, { storyId, readerToken: 'priya' }), []);
      const events = await store.read
        .selectFrom('comment_event')
        .select(['state', 'by_whom', 'reasons'])
        .orderBy('id')
        .execute();
      assert.deepEqual(
        events.map((event) => [event.state, event.by_whom, JSON.parse(event.reasons)]),
        [
          ['pending', 'policy 1', [REASON]],
          ['approved', 'Asha Rao', []],
          ['removed', 'Asha Rao', []],
        ],
      );
      await assert.rejects(decide(4711, 'approved'), { code: 'not-found' });
    });

    it('keep the answers to one that was removed', async () => {
      const first = await post('approved');
      const answer = await post('approved', { parentId: first.id });
      await decide(first.id, 'removed');
      const listed = await listComments(store, { storyId });
      assert.deepEqual(
        listed.map((comment) => [comment.id, comment.parentId]),
        [[answer.id, first.id]],
      );
    });

    it('tell the listeners when what readers see changes, and only then', async () => {
      const heard: Change[] = [];
      store.onChange((change) => heard.push(change));
      const { id } = await post('pending');
      await decide(id, 'held');
      assert.deepEqual(heard, []);
      const change = { kind: 'discussion', slug: 'harbour-bridge-to-close-for-three-weeks' };
      await decide(id, 'approved');
      assert.deepEqual(heard, [change]);
      await decide(id, 'removed');
      await post('approved');
      assert.deepEqual(heard, [change, change, change]);
    });

    it('come to the desk with the full name, the story and the last reasons; what waits longest comes first', async () => {
      const [one, two] = [await post('pending'), await post('pending')];
      const waiting = await listCommentsForDesk(store, { state: 'pending', limit: 10 });
      assert.deepEqual(
        waiting.map((comment) => comment.id),
        [one.id, two.id],
      );
      await decide(one.id, 'approved');
      const [last, first] = await listCommentsForDesk(store, { limit: 10 });
      assert.equal(last?.id, two.id);
      assert.deepEqual(first, {
        ...one,
        state: 'approved',
        fullName: 'Priya Shah',
        story: {
          slug: 'harbour-bridge-to-close-for-three-weeks',
          state: 'live',
          headline: 'Harbour bridge to close for three weeks',
        },
        reasons: [],
        decidedBy: 'Asha Rao',
      });
      assert.deepEqual(last?.reasons, [REASON]);
    });

    it('of one reader are found in any state, latest first', async () => {
      await post('approved', { readerToken: 'other' });
      const posted = [await post('refused'), await post('pending'), await post('approved')];
      const found = await findLatestByReader(store, 'priya', 2);
      assert.deepEqual(
        found.map((comment) => comment.id),
        [posted[2]?.id, posted[1]?.id],
      );
      assert.deepEqual(await findLatestByReader(store, 'stranger', 2), []);
    });

    it('go only to a story that is here, and answer only what stands in its discussion', async () => {
      const other = (await findStory(store, await publish(store, { guid: 'other' })))!.id;
      const first = await post('approved');
      const elsewhere = { storyId: other, parentId: first.id, fullName: 'Bo', text: TEXT, readerToken: 'bo' };
      const rest = { name: 'Bo', state: 'pending' as const, reasons: [], by: 'policy 1', now: new Date() };
      await assert.rejects(saveComment(store, { submission: elsewhere, ...rest }), { code: 'bad-input' });
      const nowhere = { storyId: 4711, fullName: 'Bo', text: TEXT, readerToken: 'bo' };
      await assert.rejects(saveComment(store, { submission: nowhere, ...rest }), { code: 'not-found' });
    });

    it('are kept whatever characters they have', async () => {
      const saved = await post('approved', { text: 'नमस्ते 👩‍👩‍👧 \0 \ud83d end' });
      assert.equal(saved.text, 'नमस्ते 👩‍👩‍👧 \uFFFD \uFFFD end');
      assert.equal((await listComments(store, { storyId }))[0]?.text, saved.text);
    });

    it('that were acknowledged are there after the store is opened again', async () => {
      const posted = await Promise.all(
        Array.from({ length: 40 }, (_, number) => post('approved', { readerToken: `${number}` })),
      );
      const store = await opened.reopen();
      const listed = await listComments(store, { storyId });
      assert.deepEqual(new Set(listed.map((comment) => comment.id)), new Set(posted.map((comment) => comment.id)));
    });
  });
}
