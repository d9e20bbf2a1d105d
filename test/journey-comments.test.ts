import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { decideComment, listCommentsForDesk } from '../src/store/comments.ts';
import { HARBOUR_STORY } from './support/copy.ts';
import { databases } from './support/databases.ts';
import { SITE, type TestNewsroom, testNewsroom } from './support/test-newsroom.ts';

const WORDS =
  'Eleven weeks is long, but I have seen those bearings: better a ferry in April than a rescue in November.';

for (const database of databases) {
  describe(`the discussion under a story, on ${database.name}`, () => {
    let opened: Awaited<ReturnType<typeof database.open>>;
    let site: TestNewsroom;
    let story = '';
    let cookie = '';
    let from = 0;
    /** Each call comes from another address, so that the limit per address is met only where it is meant. */
    const post = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
      site.post(
        `${story}/comment`,
        { website: '', parent: '', ...fields },
        { 'x-forwarded-for': `198.51.100.${++from}`, ...headers },
      );

    before(async () => {
      opened = await database.open();
      site = testNewsroom(opened.store);
      const filed = await site.receive(HARBOUR_STORY);
      assert.ok(filed.ok);
      story = `/story/${filed.stories[0]?.slug}`;
    });
    after(() => opened.destroy());

    it('a comment is taken, waits, and only its author sees it', async () => {
      const answer = await post({ name: 'Priya Venkat', text: WORDS });
      assert.equal(answer.status, 303);
      assert.match(answer.headers.get('location') ?? '', new RegExp(`${story}.*#comment-\\d+$`));
      cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
      assert.match(answer.headers.get('set-cookie') ?? '', /HttpOnly.*SameSite=Lax|SameSite=Lax.*HttpOnly/i);
      const hers = await site.get(story, { cookie });
      assert.match(hers.text, /Eleven weeks is long/);
      assert.match(hers.text, /[Ww]aiting for a moderator/);
      assert.doesNotMatch((await site.get(story)).text, /Eleven weeks is long/);
    });

    it('an address with NUL is one with nothing behind it', async () => {
      const pages = ['/story/%00', '/person/a%00b', '/share/mastodon?story=%00&instance=x.y'];
      const answers = await Promise.all(pages.map((page) => site.get(page)));
      const posted = await site.post('/story/%00/comment', { website: '', parent: '', name: 'Priya V', text: WORDS });
      assert.deepEqual(
        [...answers, posted].map((answer) => answer.status),
        [404, 404, 404, 404],
      );
    });

    it('approved, it stands there under a short name', async () => {
      const [waiting] = await listCommentsForDesk(opened.store, { state: 'pending', limit: 10 });
      assert.equal(waiting?.fullName, 'Priya Venkat');
      await decideComment(opened.store, waiting?.id ?? 0, {
        state: 'approved',
        by: 'test',
        reasons: [],
        now: new Date(),
      });
      const { text } = await site.get(story);
      assert.match(text, /Priya V\b/);
      assert.doesNotMatch(text, /Priya Venkat/);
      assert.match(text, /Eleven weeks is long/);
    });

    it('a reply says to whom', async () => {
      const [approved] = await listCommentsForDesk(opened.store, { state: 'approved', limit: 1 });
      const form = await site.get(`${story}?reply=${approved?.id}`);
      assert.match(form.text, /Priya V/);
      assert.equal(form.status, 200);
      const words = 'The ferry ran in the last closure too, and it was full by seven every single morning.';
      await post({ name: 'Rohit Patel', text: words, parent: String(approved?.id) });
      const [reply] = await listCommentsForDesk(opened.store, { state: 'pending', limit: 1 });
      await decideComment(opened.store, reply?.id ?? 0, {
        state: 'approved',
        by: 'test',
        reasons: [],
        now: new Date(),
      });
      assert.match((await site.get(story)).text, /in reply to[\s\S]{0,80}Priya V/i);
    });

    it('a short comment comes back with what was typed', async () => {
      const { status, text } = await post({ name: 'Sarah Bennett', text: 'Too short, <b>I</b> know.' });
      assert.equal(status, 400);
      assert.match(text, /Too short, &lt;b&gt;I&lt;\/b&gt; know\./);
      assert.match(text, /value="Sarah Bennett"/);
      assert.match(text, /50/);
    });

    it('padding does not make a comment long', async () => {
      assert.equal((await post({ name: 'Sarah Bennett', text: `Agreed${'.'.repeat(80)}` })).status, 400);
    });

    it('a post from another site is refused', async () => {
      const answer = await post({ name: 'Eve Other', text: WORDS }, { origin: 'https://evil.example' });
      assert.equal(answer.status, 403);
      assert.equal((await post({ name: 'Eve Other', text: WORDS }, { origin: '' })).status, 403);
    });

    it('one address may not flood, and loses nothing of what it typed', async () => {
      let last = await post({ name: 'Ann Many', text: `${WORDS} Number 0.` }, { 'x-forwarded-for': '192.0.2.7' });
      for (let count = 1; count < 12; count++) {
        last = await post({ name: 'Ann Many', text: `${WORDS} Number ${count}.` }, { 'x-forwarded-for': '192.0.2.7' });
      }
      assert.equal(last.status, 429);
      assert.match(last.text, /Number 11\./);
    });

    it('a program that fills the trap reaches nobody', async () => {
      await post({ name: 'Buy Now', text: `${WORDS} Cheap watches.`, website: 'https://spam.example' });
      const waiting = await listCommentsForDesk(opened.store, { state: 'pending', limit: 100 });
      assert.ok(waiting.every((comment) => !comment.text.includes('Cheap watches')));
    });

    it('words and names are never markup', async () => {
      await post({
        name: 'Bobby Tables',
        text: '<script>alert(1)</script> is what I would type here if I wanted to be a nuisance to you.',
      });
      const kept = await listCommentsForDesk(opened.store, { limit: 100 });
      const mine = kept.find((comment) => comment.text.includes('nuisance'));
      await decideComment(opened.store, mine?.id ?? 0, { state: 'approved', by: 'test', reasons: [], now: new Date() });
      const { text } = await site.get(story);
      assert.match(text, /&lt;script&gt;alert\(1\)/);
      assert.doesNotMatch(text, /<script>alert/);
    });

    it('nobody can comment on a story that is not there', async () => {
      const answer = await site.post(
        '/story/no-such-story/comment',
        { name: 'Ann Lee', text: WORDS },
        { 'x-forwarded-for': '198.51.100.250' },
      );
      assert.equal(answer.status, 404);
    });

    it('every page carries the security headers', async () => {
      const policy = (await site.get(story)).headers.get('content-security-policy') ?? '';
      assert.match(policy, /default-src 'none'/);
      assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval/);
      assert.equal((await site.get('/nowhere')).status, 404);
      assert.ok((await site.get('/nowhere')).headers.get('content-security-policy'));
      assert.ok(SITE.startsWith('https:') && (await site.get('/')).headers.get('strict-transport-security'));
    });
  });
}
