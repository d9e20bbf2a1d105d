import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createApp } from '../src/app.ts';
import { decideComment, listCommentsForDesk } from '../src/store/comments.ts';
import { switchDiscussion } from '../src/store/discussion/switch-discussion.ts';
import { HARBOUR_STORY } from './support/copy.ts';
import { databases, type TestDatabase } from './support/databases.ts';
import { SITE, type TestNewsroom, testNewsroom } from './support/test-newsroom.ts';

const START = '2026-03-02T09:00:00.000Z';
const INSULT = 'The council are idiots and morons, and the bridge will never open again, mark my words, lol.';
const GOOD = 'Eleven weeks is long, but I have seen those bearings: better a ferry in April than a rescue in November.';
const JSON_ONLY = { accept: 'application/json' };

for (const database of databases) {
  describe(`what readers are told before they send a comment, on ${database.name}`, () => {
    let opened: TestDatabase;
    let site: TestNewsroom;
    let story = '';
    let from = 0;
    before(async () => {
      opened = await database.open();
      site = testNewsroom(opened.store, START);
      const filed = await site.receive(HARBOUR_STORY);
      assert.ok(filed.ok);
      story = `/story/${filed.stories[0]?.slug}`;
    });
    after(() => opened.destroy());

    const address = () => ({ 'x-forwarded-for': `198.51.${++from >> 8}.${from & 255}` });
    const ask = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
      site.post(
        `${story}/comment/advice`,
        { name: 'Priya Venkat', text: GOOD, ...fields },
        { ...address(), ...headers },
      );

    it('a program is told what would help, with the words that are meant, and who would read it first', async () => {
      const { status, text, headers } = await ask({ text: INSULT }, JSON_ONLY);
      assert.equal(status, 200);
      const { advice, waits } = JSON.parse(text);
      assert.match(advice[0], /“[^”]*(idiots|morons)[^”]*”/);
      assert.equal(waits, true);
      assert.equal(headers.get('cache-control'), 'no-store');
      assert.deepEqual(JSON.parse((await ask({}, JSON_ONLY)).text).advice, []);
    });

    it('without a script the page shows the comment as it would stand, the advice, and the form as it was filled in', async () => {
      const { status, text } = await ask({ text: `${INSULT} <b>Now.</b>` });
      assert.equal(status, 200);
      assert.match(text, /class="preview"[\s\S]*Priya V[\s\S]*&lt;b&gt;Now\.&lt;\/b&gt;[\s\S]*What would help/);
      assert.match(text, /<textarea[^>]*>\s*The council are idiots/);
      assert.match(text, /value="Priya Venkat"/);
      assert.match((await ask({})).text, /Nothing to suggest/);
    });

    it('what has to be mended is said instead of a preview', async () => {
      const { text } = await ask({ text: 'Too short.' });
      assert.doesNotMatch(text, /class="preview"/);
      assert.match(text, /class="problems"/);
    });

    it('an answer is looked at as an answer, and keeps whom it answers', async () => {
      const sent = await site.post(
        `${story}/comment`,
        { name: 'Tomas Okafor', text: GOOD, website: '', parent: '' },
        address(),
      );
      const id = Number(/#comment-(\d+)$/.exec(sent.headers.get('location') ?? '')?.[1]);
      await decideComment(opened.store, id, { state: 'approved', by: 'Asha Rao', reasons: [], now: new Date(START) });
      const { text } = await ask({ parent: String(id) });
      assert.match(text, new RegExp(`name="parent" value="${id}"`));
      const own = await site.post(
        `/comment/${id}/edit/advice`,
        { text: INSULT },
        { ...address(), cookie: (sent.headers.get('set-cookie') ?? '').split(';')[0] ?? '' },
      );
      assert.match(own.text, /class="preview"[\s\S]*idiots[\s\S]*What would help/);
      assert.equal((await site.post(`/comment/${id}/edit/advice`, { text: INSULT }, address())).status, 404);
    });

    it('nothing of it is kept', async () => {
      await ask({ text: `${GOOD} Only looked at.` });
      const kept = await listCommentsForDesk(opened.store, { limit: 100 });
      assert.ok(kept.every(({ text }) => !text.includes('Only looked at.')));
    });

    it('who asks without end is told how long to wait', async () => {
      const same = { 'x-forwarded-for': '203.0.113.9', ...JSON_ONLY };
      let last = 200;
      let wait: string | null = null;
      for (let i = 0; i < 80 && last === 200; i++) {
        const { status, headers } = await ask({}, same);
        last = status;
        wait = headers.get('retry-after');
      }
      assert.equal(last, 429);
      assert.ok(Number(wait) > 0);
      assert.equal((await ask({}, { 'x-forwarded-for': '203.0.113.9' })).status, 429);
      assert.equal((await ask({}, JSON_ONLY)).status, 200);
    });

    it('another site cannot ask in a reader’s name', async () => {
      assert.equal((await ask({}, { origin: 'https://elsewhere.example' })).status, 403);
    });

    it('without models there is no advice, and a moderator would read it', async () => {
      const app = createApp(site.newsroom, { judging: () => ({ kind: 'missing', why: 'they are away' }) });
      const answer = await app.request(`${story}/comment/advice`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin: SITE, ...address(), ...JSON_ONLY },
        body: new URLSearchParams({ name: 'Priya Venkat', text: INSULT }).toString(),
      });
      assert.deepEqual(await answer.json(), { advice: [], waits: true });
    });

    it('where nobody can write any more there is nothing to ask', async () => {
      const slug = story.replace('/story/', '');
      await switchDiscussion(opened.store, slug, { kind: 'close', by: 'Asha Rao', now: new Date(START) });
      assert.equal((await ask({}, JSON_ONLY)).status, 404);
    });
  });
}
