import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { databases, type TestDatabase } from '../../test/support/databases.ts';
import { publish } from '../../test/support/stories.ts';
import { SITE, type TestNewsroom, testNewsroom } from '../../test/support/test-newsroom.ts';
import { saveComment } from '../store/comments.ts';
import { findStory } from '../store/stories.ts';
import { createAuth } from './auth.ts';
import { makeToken } from './one-time-link.ts';

const SECRET = 'a secret of this test, long enough for it';
const TOGETHER = 60;

for (const database of databases) {
  describe(`signing in while readers write, on ${database.name}`, () => {
    let opened: TestDatabase;
    let room: TestNewsroom;
    beforeEach(async () => {
      opened = await database.open();
      room = testNewsroom(opened.store, new Date().toISOString(), { secret: SECRET });
    });
    afterEach(() => opened.destroy());

    it('loses no session and no comment, and shares commits with the comments', async () => {
      const { store } = opened;
      const slug = await publish(store, {}, new Date(Date.now() - 3_600_000));
      const storyId = (await findStory(store, slug))?.id ?? 0;
      const auth = createAuth(room.newsroom, SECRET);
      const numbers = Array.from({ length: TOGETHER }, (_, number) => number);
      const before = { ...store.counts };
      const signing = numbers.map(async (number) => {
        const token = await makeToken(auth, { email: `reader${number}@readers.example`, minutes: 15 });
        return room.post('/sign-in/link', { token });
      });
      const writing = numbers.map((number) =>
        saveComment(store, {
          submission: { storyId, fullName: 'Tom Okafor', text: `Comment ${number}`, readerToken: `browser ${number}` },
          name: 'Tom O',
          state: 'pending',
          reasons: [],
          by: 'test',
          now: new Date(),
        }),
      );
      const answers = await Promise.all(signing);
      await Promise.all(writing);
      assert.deepEqual([...new Set(answers.map(({ status }) => status))], [303]);
      const cookies = answers.map(({ headers }) =>
        headers
          .getSetCookie()
          .map((one) => one.split(';')[0])
          .join('; '),
      );
      const pages = await Promise.all(cookies.map((cookie) => room.get('/reader', { cookie })));
      assert.deepEqual([...new Set(pages.map(({ status }) => status))], [200]);
      const count = store.read.selectFrom('comment').select(({ fn }) => fn.countAll<number>().as('count'));
      assert.equal((await count.executeTakeFirstOrThrow()).count, TOGETHER);
      const [writes, commits] = [store.counts.writes - before.writes, store.counts.commits - before.commits];
      assert.ok(commits <= writes, `${writes} writes in ${commits} commits`);
      assert.ok(store.kind === 'postgres' || commits < writes / 3, `${writes} writes in ${commits} commits`);
    });

    it('takes a link once, however many press its button at the same time', async () => {
      const token = await makeToken(createAuth(room.newsroom, SECRET), { email: 'noor@readers.example', minutes: 15 });
      const answers = await Promise.all(Array.from({ length: 20 }, () => room.post('/sign-in/link', { token })));
      assert.equal(answers.filter(({ status }) => status === 303).length, 1);
    });

    it('asks for passkeys only so often from one address', async () => {
      const ask = () => room.get('/sign-in/passkey/generate-authenticate-options', { 'sec-fetch-site': 'same-origin' });
      const answers = await Promise.all(Array.from({ length: 45 }, ask));
      assert.equal(answers[0]?.status, 200);
      assert.ok(answers.some(({ status }) => status === 429));
      const path = '/sign-in/passkey/list-user-passkeys';
      assert.equal((await room.get(path)).status, 404);
      assert.equal(new URL(SITE).hostname, JSON.parse(answers[0]?.text ?? '{}').rpId);
    });
  });
}
