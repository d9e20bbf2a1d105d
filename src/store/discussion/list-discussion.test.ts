import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { databases, type TestDatabase } from '../../../test/support/databases.ts';
import { publish } from '../../../test/support/stories.ts';
import type { CommentState } from '../../story/discussion/comment.ts';
import type { DiscussionPage, Sort } from '../../story/discussion/discussion.ts';
import { decideComment, saveComment } from '../comments.ts';
import type { Store } from '../store.ts';
import { findStory } from '../stories.ts';
import { findPlace } from './find-place.ts';
import { listDiscussion } from './list-discussion.ts';

const TEXT = 'The ferry must run late as well, for the night shift needs it to get home.';

for (const database of databases) {
  describe(`a page of a discussion, on ${database.name}`, () => {
    let opened: TestDatabase;
    let store: Store;
    let slug: string;
    let storyId: number;
    let minute = 0;
    beforeEach(async () => {
      opened = await database.open();
      store = opened.store;
      slug = await publish(store);
      storyId = (await findStory(store, slug))!.id;
      minute = 0;
    });
    afterEach(() => opened.destroy());

    const post = async (parentId?: number, state: CommentState = 'approved', readerToken = 'priya') =>
      (
        await saveComment(store, {
          submission: { storyId, fullName: 'Priya Shah', text: TEXT, readerToken, ...(parentId && { parentId }) },
          name: 'Priya S',
          state,
          reasons: [],
          by: 'policy 1',
          now: new Date(Date.UTC(2026, 2, 2, 9, minute++)),
        })
      ).id;
    const decide = (id: number, state: 'approved' | 'held' | 'removed') =>
      decideComment(store, id, { state, by: 'Asha Rao', reasons: [], now: new Date('2026-03-02T18:00:00Z') });
    const list = (parts: { sort?: Sort; page?: number; readerToken?: string; alone?: number } = {}) =>
      listDiscussion(store, { storyId, sort: 'newest', page: 1, ...parts });
    const heads = ({ threads }: DiscussionPage) => threads.map(({ head }) => head.id);
    /** Every line as "id:depth", in reading order. */
    const shape = ({ threads }: DiscussionPage) =>
      threads.flatMap(({ head, answers }) => [head, ...answers]).map(({ id, depth }) => `${id}:${depth}`);

    it('has threads three deep, then flat, each answer saying whom it answers', async () => {
      const head = await post();
      const first = await post(head);
      const second = await post(head);
      const below = await post(first);
      const deeper = await post(below);
      const again = await post(first);
      const page = await list();
      assert.deepEqual(shape(page), [
        `${head}:0`,
        `${first}:1`,
        `${below}:2`,
        `${deeper}:2`,
        `${again}:2`,
        `${second}:1`,
      ]);
      assert.deepEqual(page.threads[0]?.answers[2]?.parent, { id: below, name: 'Priya S' });
      assert.equal(page.comments, 6);
    });

    it('is sorted by newest, oldest and most discussed', async () => {
      const [one, two, three] = [await post(), await post(), await post()];
      await post(two);
      assert.deepEqual(heads(await list()), [three, two, one]);
      assert.deepEqual(heads(await list({ sort: 'oldest' })), [one, two, three]);
      assert.deepEqual(heads(await list({ sort: 'discussed' })), [two, three, one]);
    });

    it('holds fifty threads, and every comment is on exactly one page', async () => {
      const posted: number[] = [];
      for (let count = 0; count < 120; count++) posted.push(await post());
      const pages = await Promise.all([1, 2, 3].map((page) => list({ page })));
      assert.deepEqual(
        pages.map(({ threads, pages }) => [threads.length, pages]),
        [
          [50, 3],
          [50, 3],
          [20, 3],
        ],
      );
      assert.deepEqual(pages.flatMap(heads), posted.toReversed());
      assert.equal((await list({ page: 99 })).page, 3);
      assert.deepEqual(await findPlace(store, posted[0]!), { slug, page: 3 });
      assert.deepEqual(await findPlace(store, posted[70]!), { slug, page: 1 });
      assert.equal(await findPlace(store, 4711), undefined);
    });

    it('shows ten answers of a long thread and says how many more there are; alone it shows all', async () => {
      const head = await post();
      const answers: number[] = [];
      for (let count = 0; count < 13; count++) answers.push(await post(head));
      const page = await list();
      assert.equal(page.threads[0]?.answers.length, 10);
      assert.equal(page.threads[0]?.hidden, 3);
      const alone = await list({ alone: head });
      assert.deepEqual(
        alone.threads[0]?.answers.map(({ id }) => id),
        answers,
      );
      assert.equal(alone.threads[0]?.hidden, 0);
      assert.deepEqual(await findPlace(store, answers[12]!), { slug, page: 1, thread: head });
      assert.deepEqual(await findPlace(store, answers[3]!), { slug, page: 1 });
    });

    it('shows waiting comments to their reader only, where they will stand', async () => {
      const head = await post();
      const waiting = await post(undefined, 'pending');
      const answer = await post(head, 'held');
      assert.deepEqual(shape(await list()), [`${head}:0`]);
      assert.deepEqual(shape(await list({ readerToken: 'stranger' })), [`${head}:0`]);
      assert.deepEqual(shape(await list({ readerToken: 'priya' })), [`${waiting}:0`, `${head}:0`, `${answer}:1`]);
      assert.equal((await list({ readerToken: 'priya' })).comments, 1);
    });

    it('keeps the place of a removed comment that has answers, without its words, and drops it when they go too', async () => {
      const head = await post();
      const answer = await post(head);
      const below = await post(answer);
      await decide(answer, 'removed');
      await decide(head, 'removed');
      const page = await list();
      assert.deepEqual(shape(page), [`${head}:0`, `${answer}:1`, `${below}:2`]);
      assert.deepEqual(page.threads[0]?.head, {
        kind: 'gone',
        why: 'removed',
        id: head,
        depth: 0,
        createdAt: '2026-03-02T09:00:00.000Z',
      });
      assert.deepEqual(page.threads[0]?.answers[1]?.parent, { id: answer });
      await decide(below, 'removed');
      assert.deepEqual(shape(await list()), []);
      await decide(below, 'approved');
      assert.deepEqual(shape(await list()), [`${head}:0`, `${answer}:1`, `${below}:2`]);
    });

    it('drops a removed comment that nobody answered', async () => {
      const [one, two] = [await post(), await post()];
      await decide(one, 'removed');
      assert.deepEqual(shape(await list()), [`${two}:0`]);
    });
  });
}
