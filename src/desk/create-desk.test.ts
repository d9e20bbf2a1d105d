import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { databases } from '../../test/support/databases.ts';
import { openTestDesk, type TestDesk } from '../../test/support/test-desk.ts';
import { saveComment } from '../store/comments.ts';
import { saveSetting } from '../store/settings.ts';
import { findStory } from '../store/stories.ts';
import type { Reason } from '../story/discussion/comment.ts';

for (const database of databases) {
  describe(`who sees and does what at the desk, on ${database.name}`, () => {
    let desk: TestDesk;
    beforeEach(async () => {
      desk = await openTestDesk(database);
    });
    afterEach(() => desk.destroy());

    it('nobody who is not staff sees anything or does anything: she is sent to sign in', async () => {
      const id = await desk.post();
      const pages = ['/desk', `/desk/comment/${id}`, '/desk/reader/1', '/desk/log', '/desk/log.jsonl', '/desk/figures'];
      const more = ['/desk/reasons', '/desk/stories', '/desk/corrections', '/desk/nowhere'];
      const answers = await Promise.all([...pages, ...more].map((page) => desk.get(page, 'who=stranger')));
      assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([303]));
      assert.ok(answers.every(({ text, headers }) => text === '' && headers.get('cache-control') === 'no-store'));
      assert.ok(answers.every(({ headers }) => headers.get('location')?.startsWith('/sign-in?to=%2Fdesk')));
      const fields = { action: 'approve', comment: await desk.seenOf(id) };
      assert.equal((await desk.send('/desk/decide', fields, { cookie: 'who=stranger' })).status, 303);
      assert.equal((await desk.lastDecision()).state, 'held');
    });

    it('a moderator may not enter the pages of editors and admins, nor an editor those of admins', async () => {
      const statuses = async (who: string) =>
        Promise.all(
          ['/desk/stories', '/desk/corrections', '/desk/reasons'].map(
            async (page) => (await desk.get(page, `who=${who}`)).status,
          ),
        );
      assert.deepEqual(await statuses('asha'), [403, 403, 403]);
      assert.deepEqual(await statuses('eve'), [200, 200, 403]);
      assert.deepEqual(await statuses('ada'), [200, 200, 200]);
      const story = { story: desk.slug, action: 'hold', reason: 'Wait.' };
      assert.equal((await desk.send('/desk/stories', story)).status, 403);
      assert.equal((await desk.send('/desk/reasons', { title: 'x', message: 'y' }, { cookie: 'who=eve' })).status, 403);
      assert.equal((await findStory(desk.store, desk.slug))?.state, 'live');
      assert.doesNotMatch((await desk.get('/desk')).text, /href="\/desk\/(?:stories|reasons)"/);
    });

    it('what another site, or a program that sends no form, makes a browser send is refused', async () => {
      const id = await desk.post();
      const fields = { action: 'approve', comment: await desk.seenOf(id) };
      assert.equal((await desk.send('/desk/decide', fields, { origin: 'https://evil.example' })).status, 403);
      assert.equal((await desk.send('/desk/decide', fields, { origin: '' })).status, 403);
      assert.equal(
        (await desk.send('/desk/decide', fields, { 'sec-fetch-site': 'cross-site', origin: '' })).status,
        403,
      );
      assert.equal((await desk.send('/desk/decide', fields, { 'content-type': 'text/plain' })).status, 415);
      const claim = await desk.send(`/desk/comment/${id}/claim`, {}, { origin: 'https://evil.example' });
      assert.equal(claim.status, 403);
      assert.equal((await desk.lastDecision()).state, 'held');
    });

    it('no answer is kept, and none breaks the policy of the site', async () => {
      const { headers } = await desk.get('/desk');
      assert.equal(headers.get('cache-control'), 'no-store');
      assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'.*form-action 'self'/);
      assert.doesNotMatch(headers.get('content-security-policy') ?? '', /unsafe/);
    });

    it('a comment stands in its context, with the places that its reasons speak of, and never as markup', async () => {
      const spans = [{ start: 0, end: 14 }];
      const id = await desk.post('held', 'a-reader-of-the-courier', [
        { code: 'disrespect', message: 'It may insult.', spans } as Reason,
      ]);
      const { text } = await desk.get(`/desk/comment/${id}`);
      assert.match(text, /<mark>You are a fool<sup/);
      assert.match(text, /&lt;b&gt;twice&lt;\/b&gt;/);
      assert.doesNotMatch(text, /<b>twice/);
      assert.match(text, /It may insult\./);
      assert.match(text, new RegExp(`href="/story/${desk.slug}"`));
      assert.match(text, /<blockquote class="passage">/);
      assert.match(text, /signed Priya Shah/);
      assert.equal((await desk.get('/desk/comment/4711')).status, 404);
      assert.equal((await desk.get('/desk/comment/none')).status, 404);
    });

    it('the three judgements stand beside a comment, each by itself with what it rests on', async () => {
      const { text } = await desk.get(`/desk/comment/${await desk.post()}`);
      const scores = [
        ...text.matchAll(/<dt>(Respectful|On topic|Thoughtful)<\/dt>[\s\S]*?<dd class="number">([01]\.\d\d)<\/dd>/g),
      ];
      assert.deepEqual(
        scores.map(([, name]) => name),
        ['Respectful', 'On topic', 'Thoughtful'],
      );
    });

    it('what the rules decided by stays on record, whatever the models of today say', async () => {
      const submission = {
        storyId: desk.storyId,
        fullName: 'Priya Shah',
        text: 'The ferry is late.',
        readerToken: 'one',
      };
      const decided = { name: 'Priya S', state: 'held', reasons: [], by: 'policy', now: desk.now() } as const;
      const scores = { respect: 0.123, topic: null, thought: 0.5 };
      const { id } = await saveComment(desk.store, { submission, ...decided, scores });
      const { text } = await desk.get(`/desk/comment/${id}`);
      assert.match(text, /<b>Held<\/b> by policy.*\(respectful 0\.12, thoughtful 0\.50\)/s);
      assert.match(
        (await desk.get('/desk/log.jsonl')).text,
        /"scores":\{"respect":0\.123,"topic":null,"thought":0\.5\}/,
      );
    });

    it('says above every page that moderation is impaired', async () => {
      assert.match((await desk.get('/desk/log')).text, /Moderation is impaired.*The model could not be loaded/);
    });

    it('says how many comments of the last hour could not be judged, in whichever process', async () => {
      assert.doesNotMatch((await desk.get('/desk')).text, /could not be judged/);
      const failed = { code: 'not-judged', message: 'The model is missing.' };
      await desk.post('held', 'a-reader-of-the-courier', [failed]);
      assert.match((await desk.get('/desk')).text, /1 comment of the last hour could not be judged and was held/);
      desk.wait(3600);
      assert.doesNotMatch((await desk.get('/desk')).text, /could not be judged/);
    });

    it('says that the publisher’s rules cannot be read, and what is wrong with them', async () => {
      assert.doesNotMatch((await desk.get('/desk')).text, /rules cannot be read/);
      await saveSetting(desk.store, 'moderation', { publish: 'everything' });
      assert.match((await desk.get('/desk')).text, /The publisher’s rules cannot be read, so people decide: publish/);
    });
  });
}
