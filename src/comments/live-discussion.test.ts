import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Hono } from 'hono';
import { databases, type TestDatabase } from '../../test/support/databases.ts';
import { publish } from '../../test/support/stories.ts';
import { saveComment } from '../store/comments.ts';
import type { Store } from '../store/store.ts';
import { findStory } from '../store/stories.ts';
import { createLiveDiscussion } from './live-discussion.ts';

const NOW = new Date('2026-03-02T12:30:00.000Z');

/** What one open page hears, as far as it has come. */
async function listen(app: Hono, path: string, headers: Record<string, string> = {}) {
  const answer = await app.request(path, { headers });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let heard = '';
  return {
    status: answer.status,
    type: answer.headers.get('content-type'),
    /** Reads until `words` came; fails after ten seconds. */
    async hear(words: string): Promise<string> {
      const late = AbortSignal.timeout(10_000);
      while (!heard.includes(words)) {
        const next = await Promise.race([reader?.read(), sleep(10_000, undefined, { signal: late, ref: false })]);
        if (!next || next.done) break;
        heard += next.value;
      }
      return heard;
    },
    end: () => reader?.read(),
    leave: () => reader?.cancel(),
  };
}

for (const database of databases) {
  describe(`hearing of new comments, on ${database.name}`, () => {
    let opened: TestDatabase;
    let app: Hono;
    let slug = '';
    let storyId = 0;
    let ending: AbortController;
    beforeEach(async () => {
      opened = await database.open();
      slug = await publish(opened.store);
      storyId = (await findStory(opened.store, slug))!.id;
      ending = new AbortController();
      app = new Hono();
      createLiveDiscussion(app, { store: opened.store, now: () => NOW, ending: ending.signal });
    });
    afterEach(async () => {
      ending.abort();
      await opened.destroy();
    });

    const live = () => `/story/${slug}/discussion/live`;
    const comment = (store: Store, state: 'approved' | 'pending') =>
      saveComment(store, {
        submission: { storyId, fullName: 'Priya Shah', text: 'The ferry must run late as well.', readerToken: 'priya' },
        name: 'Priya S',
        state,
        reasons: [],
        by: 'policy',
        now: NOW,
      });

    it('a page is told the count at once and again when it changes, and not of what waits', async () => {
      const page = await listen(app, live());
      assert.match(page.type ?? '', /^text\/event-stream/);
      assert.match(await page.hear('data: 0'), /event: comments\n/);
      await comment(opened.store, 'pending');
      await comment(opened.store, 'approved');
      assert.match(await page.hear('data: 1'), /data: 0[\s\S]*data: 1/);
      await page.leave();
    });

    it('a comment that another process approved is heard of too', async () => {
      const page = await listen(app, live());
      await page.hear('data: 0');
      const other = await opened.openAgain();
      await comment(other, 'approved');
      // On SQLite the next request of anybody notices; PostgreSQL tells by itself.
      await sleep(20);
      opened.store.noticeOthers();
      assert.match(await page.hear('data: 1'), /data: 1/);
      await other.close();
      await page.leave();
    });

    it('one address keeps only so many pages open, and makes room when it leaves', async () => {
      const from = { 'x-forwarded-for': '203.0.113.9' };
      const pages = await Promise.all(Array.from({ length: 24 }, () => listen(app, live(), from)));
      await Promise.all(pages.map((page) => page.hear('data: 0')));
      assert.equal((await listen(app, live(), from)).status, 503);
      assert.equal((await listen(app, live(), { 'x-forwarded-for': '203.0.113.10' })).status, 200);
      await pages[0]?.leave();
      await sleep(20);
      assert.equal((await listen(app, live(), from)).status, 200);
    });

    it('all end when the newsroom shuts down, and none begins', async () => {
      const page = await listen(app, live());
      await page.hear('data: 0');
      ending.abort();
      assert.equal((await page.end())?.done, true);
      assert.equal((await listen(app, live())).status, 503);
    });

    it('there is nothing to hear under a story that readers cannot see', async () => {
      assert.equal((await listen(app, '/story/no-such-story/discussion/live')).status, 404);
    });
  });
}
