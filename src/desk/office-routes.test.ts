import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { databases } from '../../test/support/databases.ts';
import { openTestDesk, type TestDesk } from '../../test/support/test-desk.ts';
import { keepCorrection } from '../store/discussion/correction-notes.ts';
import { copySentences } from '../story/reading/copy-sentences.ts';

for (const database of databases) {
  describe(`the office of the desk, on ${database.name}`, () => {
    let desk: TestDesk;
    beforeEach(async () => {
      desk = await openTestDesk(database);
    });
    afterEach(() => desk.destroy());

    it('a reader is muted or banned from her comment’s page, which leads back to it', async () => {
      const id = await desk.post();
      const readerId = /href="\/desk\/reader\/(\d+)"/.exec((await desk.get('/desk')).text)?.[1];
      const ban = { kind: 'ban', days: '7', reason: 'Threats.', back: `/desk/comment/${id}` };
      assert.equal((await desk.send(`/desk/reader/${readerId}`, ban)).to, `/desk/comment/${id}?did=saved`);
      assert.match(
        (await desk.get(`/desk/reader/${readerId}`)).text,
        /Banned: new comments are refused until[\s\S]*Threats\./,
      );
      const outside = await desk.send(`/desk/reader/${readerId}`, { ...ban, back: '//evil.example' });
      assert.equal(outside.to, `/desk/reader/${readerId}?did=saved`);
      assert.equal((await desk.send('/desk/reader/4711', ban)).status, 404);
      assert.equal((await desk.send(`/desk/reader/${readerId}`, { kind: 'praise' })).status, 400);
    });

    it('a muted reader’s next comment is held, a banned one’s comes back with why, and a restored one’s waits as any', async () => {
      const id = await desk.post('approved');
      const readerId = /href="\/desk\/reader\/(\d+)"/.exec((await desk.get(`/desk/comment/${id}`)).text)?.[1];
      let count = 0;
      const write = async () => {
        const text = `The ferry ran in the last closure too, and it was full by seven, for the ${++count}. time that week.`;
        const answer = await desk.send(
          `/story/${desk.slug}/comment`,
          { name: 'Priya Shah', text, website: '', parent: '' },
          { cookie: 'reader=a-reader-of-the-courier' },
        );
        return { answer, last: await desk.lastDecision() };
      };
      await desk.send(`/desk/reader/${readerId}`, { kind: 'mute', days: '7', reason: 'Too loud.' });
      assert.equal((await write()).last.state, 'held');
      await desk.send(`/desk/reader/${readerId}`, { kind: 'ban', days: '7', reason: 'Threats.' });
      const banned = await write();
      assert.equal(banned.answer.status, 400);
      assert.match(banned.answer.text, /take no comments from you until 2026-03-09\. Threats\./);
      assert.match(banned.answer.text, /for the 2\. time/);
      await desk.send(`/desk/reader/${readerId}`, { kind: 'restore', reason: '' });
      const { last } = await write();
      assert.deepEqual(
        last.reasons.filter(({ code }) => code === 'muted' || code === 'banned'),
        [],
      );
      assert.notEqual(last.state, 'refused');
    });

    it('the log goes out as JSON lines, one for each decision, under the same filters', async () => {
      const id = await desk.post();
      await desk.send('/desk/decide', { action: 'approve', comment: await desk.seenOf(id) });
      const { text, headers } = await desk.get('/desk/log.jsonl');
      assert.match(headers.get('content-type') ?? '', /ndjson/);
      const lines = text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      assert.deepEqual(
        lines.map(({ state, by }) => [state, by]),
        [
          ['approved', 'Asha Rao'],
          ['held', 'policy'],
        ],
      );
      const people = (await desk.get('/desk/log.jsonl?by=people')).text.trim().split('\n');
      assert.equal(people.length, 1);
      assert.match(
        (await desk.get('/desk/log?by=name%3AAsha+Rao&from=2026-03-02&to=2026-03-02')).text,
        /<td>Asha Rao<\/td>/,
      );
      assert.match((await desk.get('/desk/log?to=2026-03-01')).text, /No decision fits/);
    });

    it('the figures have a plot and the same figures as a table', async () => {
      const id = await desk.post('held', 'a-reader-of-the-courier', [{ code: 'links', message: 'It has 3 links.' }]);
      await desk.send('/desk/decide', { action: 'approve', comment: await desk.seenOf(id) });
      const { text } = await desk.get('/desk/figures');
      assert.match(text, /<svg class="plot"[^>]*role="img"[^>]*aria-label="Decisions on each of the last 30 days/);
      assert.match(text, /<th scope="row">2026-03-02<\/th><td class="number">1<\/td><td class="number">1<\/td>/);
      assert.match(text, /<th scope="row">Links<\/th>/);
      assert.match(text, /<th scope="row">Asha Rao<\/th>/);
    });

    it('an admin changes what readers are told, and moderators choose from it at once', async () => {
      const fields = [
        ['code', ''],
        ['title', 'Shouting'],
        ['message', 'Please use small letters.'],
      ] as const;
      await desk.send('/desk/reasons', fields, { cookie: 'who=ada' });
      const { text } = await desk.get(`/desk/comment/${await desk.post()}`);
      assert.match(text, /value="shouting"/);
      assert.doesNotMatch(text, /value="insult"/);
    });

    it('an editor holds a story and releases it, and the desk shows what is held', async () => {
      const as = { cookie: 'who=eve' };
      await desk.send('/desk/stories', { story: desk.slug, action: 'hold', reason: 'The mayor called.' }, as);
      assert.equal((await desk.get(`/story/${desk.slug}`)).status, 404);
      assert.match((await desk.get('/desk/stories', 'who=eve')).text, /The mayor called\./);
      await desk.send('/desk/stories', { story: desk.slug, action: 'release' }, as);
      assert.equal((await desk.get(`/story/${desk.slug}`)).status, 200);
      assert.equal((await desk.send('/desk/stories', { story: desk.slug, action: 'burn' }, as)).status, 400);
    });

    it('an editor closes a discussion, opens it again, and picks a comment; a moderator does neither', async () => {
      const id = await desk.post('approved');
      const as = { cookie: 'who=eve' };
      await desk.send('/desk/stories', { story: desk.slug, action: 'close' }, as);
      assert.match((await desk.get(`/story/${desk.slug}`)).text, /This discussion is closed/);
      assert.match((await desk.get('/desk/stories', 'who=eve')).text, /value="open"/);
      await desk.send('/desk/stories', { story: desk.slug, action: 'open' }, as);
      assert.doesNotMatch((await desk.get(`/story/${desk.slug}`)).text, /This discussion is closed/);
      assert.equal((await desk.send(`/desk/comment/${id}/pick`, { picked: 'yes' })).status, 403);
      assert.doesNotMatch((await desk.get(`/desk/comment/${id}`)).text, /editor’s pick/);
      await desk.send(`/desk/comment/${id}/pick`, { picked: 'yes' }, as);
      assert.match((await desk.get(`/story/${desk.slug}`)).text, /Editor’s pick/);
      assert.match((await desk.get(`/desk/comment/${id}`, 'who=eve')).text, /No longer an editor’s pick/);
      // The log counts it as hers, and not as the rules'.
      const { person, reasons } = await desk.lastDecision();
      assert.deepEqual([person, reasons[0]?.code], [true, 'picked']);
    });

    it('an admin invites, promotes and removes staff, and nobody else does', async () => {
      const as = { cookie: 'who=ada' };
      const cleo = { do: 'invite', name: 'Cleo Park', email: 'cleo@courier.example', role: 'moderator' };
      assert.equal((await desk.send('/desk/staff', cleo, { cookie: 'who=eve' })).status, 403);
      await desk.send('/desk/staff', cleo, as);
      await desk.send('/desk/staff', { do: 'role', email: cleo.email, role: 'editor' }, as);
      assert.match((await desk.get('/desk/staff', 'who=ada')).text, /cleo@courier\.example, editor/);
      assert.equal((await desk.send('/desk/staff', cleo, as)).status, 409);
      await desk.send('/desk/staff', { do: 'remove', email: cleo.email }, as);
      assert.doesNotMatch((await desk.get('/desk/staff', 'who=ada')).text, /Cleo Park/);
      assert.equal((await desk.send('/desk/staff', { do: 'praise' }, as)).status, 400);
    });

    it('an admin changes what the publisher decides about her site, and what she empties is gone', async () => {
      const fields = {
        name: 'The Courier',
        tagline: '',
        policy: 'Be kind.',
        contact: 'desk@courier.example',
        timeZone: 'Asia/Kolkata',
        language: 'en-GB',
        commentDays: '14',
      };
      await desk.send('/desk/settings', fields, { cookie: 'who=ada' });
      assert.match((await desk.get(`/story/${desk.slug}`)).text, /Be kind\.[\s\S]*mailto:desk@courier\.example/);
      assert.match((await desk.get('/desk/settings', 'who=ada')).text, /name="commentDays"[^>]*value="14"/);
      await desk.send('/desk/settings', { ...fields, contact: '', commentDays: '' }, { cookie: 'who=ada' });
      assert.doesNotMatch((await desk.get(`/story/${desk.slug}`)).text, /desk@courier/);
      assert.equal(
        (await desk.send('/desk/settings', { ...fields, timeZone: 'Mars/Olympus' }, { cookie: 'who=ada' })).status,
        400,
      );
    });

    it('an editor sees which sentence a reader says is wrong, and settles it with what was done', async () => {
      const id = await desk.post('approved');
      const version = await desk.store.read.selectFrom('story_version').selectAll().executeTakeFirstOrThrow();
      const [span] = copySentences(JSON.parse(version.copy).text);
      const note = {
        storyId: desk.storyId,
        sentence: { version: version.number, ...span! },
        words: 'It was Tuesday.',
        commentId: id,
        readerId: 1,
        now: desk.now(),
      };
      assert.ok(await desk.store.write((tx) => keepCorrection(tx, note)));
      const page = (await desk.get('/desk/corrections', 'who=eve')).text;
      assert.match(page, /It was Tuesday\./);
      assert.match(page, /Corrections <span class="count">1<\/span>/);
      await desk.send('/desk/corrections', { note: '1', outcome: 'Corrected with the agency.' }, { cookie: 'who=eve' });
      assert.match((await desk.get('/desk/corrections', 'who=eve')).text, /Corrected with the agency\. \(Eve Stone,/);
      const again = await desk.send('/desk/corrections', { note: '1', outcome: 'Twice.' }, { cookie: 'who=eve' });
      assert.equal(again.status, 404);
    });
  });
}
