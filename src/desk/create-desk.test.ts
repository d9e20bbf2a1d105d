import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Hono } from 'hono';
import { HARBOUR_STORY } from '../../test/support/copy.ts';
import { databases, type TestDatabase } from '../../test/support/databases.ts';
import { SITE, testNewsroom } from '../../test/support/test-newsroom.ts';
import { createApp } from '../app.ts';
import { saveComment } from '../store/comments.ts';
import { keepCorrection } from '../store/discussion/correction-notes.ts';
import { listDecisions } from '../store/moderation/decision-log.ts';
import { saveSetting } from '../store/settings.ts';
import { findStory } from '../store/stories.ts';
import type { CommentState, Reason } from '../story/comment.ts';
import { copySentences } from '../story/copy-sentences.ts';
import type { Staff } from '../story/staff.ts';

const people: Readonly<Record<string, Staff>> = {
  asha: { id: 'a', name: 'Asha Rao', email: 'asha@courier.example', role: 'moderator' },
  bo: { id: 'b', name: 'Bo Lind', email: 'bo@courier.example', role: 'moderator' },
  eve: { id: 'e', name: 'Eve Stone', email: 'eve@courier.example', role: 'editor' },
  ada: { id: 'd', name: 'Ada Quist', email: 'ada@courier.example', role: 'admin' },
};
const TEXT = 'You are a fool <b>twice</b>, but the ferry must run late as well, for the night shift needs it.';

for (const database of databases) {
  describe(`the moderators' desk over HTTP, on ${database.name}`, () => {
    let opened: TestDatabase;
    let app: Hono;
    let slug: string;
    let storyId: number;
    let second = 0;
    const now = () => new Date(Date.UTC(2026, 2, 2, 9, 0, second++));
    beforeEach(async () => {
      opened = await database.open();
      const { newsroom, receive } = testNewsroom(opened.store);
      const filed = await receive(HARBOUR_STORY);
      assert.ok(filed.ok);
      slug = filed.stories[0]!.slug;
      storyId = (await findStory(opened.store, slug))!.id;
      app = createApp(
        { ...newsroom, now },
        {
          staffOf: async (request) => people[/who=(\w+)/.exec(request.headers.get('cookie') ?? '')?.[1] ?? ''],
          countStaff: async () => 4,
          troubles: () => ['The model could not be loaded: comments are held.'],
        },
      );
    });
    afterEach(() => opened.destroy());

    const post = async (
      state: CommentState = 'held',
      readerToken = 'a-reader-of-the-courier',
      reasons: Reason[] = [],
    ) =>
      (
        await saveComment(opened.store, {
          submission: { storyId, fullName: 'Priya Shah', text: TEXT, readerToken },
          name: 'Priya S',
          state,
          reasons,
          by: 'policy',
          now: now(),
        })
      ).id;
    const get = async (path: string, cookie = 'who=asha') => {
      const answer = await app.request(path, { headers: { cookie } });
      return { status: answer.status, headers: answer.headers, text: await answer.text() };
    };
    const send = async (
      path: string,
      fields: Record<string, string> | readonly (readonly [string, string])[],
      { cookie = 'who=asha', ...headers }: Record<string, string> = {},
    ) => {
      const body = new URLSearchParams(
        Array.isArray(fields) ? fields.map(([name, value]) => [name, value]) : (fields as Record<string, string>),
      );
      const form = { 'content-type': 'application/x-www-form-urlencoded', origin: SITE, cookie };
      const answer = await app.request(path, {
        method: 'POST',
        headers: { ...form, ...headers },
        body: body.toString(),
      });
      return { status: answer.status, to: answer.headers.get('location') ?? '', text: await answer.text() };
    };
    const lastDecision = async () => (await listDecisions(opened.store, { limit: 1 }))[0]!;
    const seenOf = async (id: number) => {
      const found = await listDecisions(opened.store, { limit: 50 });
      const last = found.find((one) => one.kind === 'comment' && one.commentId === id);
      return `${id}:${last?.id}`;
    };

    it('nobody who is not staff sees anything or does anything: she is sent to sign in', async () => {
      const id = await post();
      const pages = ['/desk', `/desk/comment/${id}`, '/desk/reader/1', '/desk/log', '/desk/log.jsonl', '/desk/figures'];
      const more = ['/desk/reasons', '/desk/stories', '/desk/corrections', '/desk/nowhere'];
      const answers = await Promise.all([...pages, ...more].map((page) => get(page, 'who=stranger')));
      assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([303]));
      assert.ok(answers.every(({ text, headers }) => text === '' && headers.get('cache-control') === 'no-store'));
      assert.ok(answers.every(({ headers }) => headers.get('location')?.startsWith('/sign-in?to=%2Fdesk')));
      const fields = { action: 'approve', comment: await seenOf(id) };
      assert.equal((await send('/desk/decide', fields, { cookie: 'who=stranger' })).status, 303);
      assert.equal((await lastDecision()).state, 'held');
    });

    it('a moderator may not enter the pages of editors and admins, nor an editor those of admins', async () => {
      const statuses = async (who: string) =>
        Promise.all(
          ['/desk/stories', '/desk/corrections', '/desk/reasons'].map(
            async (page) => (await get(page, `who=${who}`)).status,
          ),
        );
      assert.deepEqual(await statuses('asha'), [403, 403, 403]);
      assert.deepEqual(await statuses('eve'), [200, 200, 403]);
      assert.deepEqual(await statuses('ada'), [200, 200, 200]);
      const story = { story: slug, action: 'hold', reason: 'Wait.' };
      assert.equal((await send('/desk/stories', story)).status, 403);
      assert.equal((await send('/desk/reasons', { title: 'x', message: 'y' }, { cookie: 'who=eve' })).status, 403);
      assert.equal((await findStory(opened.store, slug))?.state, 'live');
      assert.doesNotMatch((await get('/desk')).text, /href="\/desk\/(?:stories|reasons)"/);
    });

    it('what another site, or a program that sends no form, makes a browser send is refused', async () => {
      const id = await post();
      const fields = { action: 'approve', comment: await seenOf(id) };
      assert.equal((await send('/desk/decide', fields, { origin: 'https://evil.example' })).status, 403);
      assert.equal((await send('/desk/decide', fields, { origin: '' })).status, 403);
      assert.equal((await send('/desk/decide', fields, { 'sec-fetch-site': 'cross-site', origin: '' })).status, 403);
      assert.equal((await send('/desk/decide', fields, { 'content-type': 'text/plain' })).status, 415);
      const claim = await send(`/desk/comment/${id}/claim`, {}, { origin: 'https://evil.example' });
      assert.equal(claim.status, 403);
      assert.equal((await lastDecision()).state, 'held');
    });

    it('no answer is kept, and none breaks the policy of the site', async () => {
      const { headers } = await get('/desk');
      assert.equal(headers.get('cache-control'), 'no-store');
      assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'.*form-action 'self'/);
      assert.doesNotMatch(headers.get('content-security-policy') ?? '', /unsafe/);
    });

    it('a comment stands in its context, with the places that its reasons speak of, and never as markup', async () => {
      const spans = [{ start: 0, end: 14 }];
      const id = await post('held', 'a-reader-of-the-courier', [
        { code: 'disrespect', message: 'It may insult.', spans } as Reason,
      ]);
      const { text } = await get(`/desk/comment/${id}`);
      assert.match(text, /<mark>You are a fool<sup/);
      assert.match(text, /&lt;b&gt;twice&lt;\/b&gt;/);
      assert.doesNotMatch(text, /<b>twice/);
      assert.match(text, /It may insult\./);
      assert.match(text, new RegExp(`href="/story/${slug}"`));
      assert.match(text, /<blockquote class="passage">/);
      assert.match(text, /signed Priya Shah/);
      assert.equal((await get('/desk/comment/4711')).status, 404);
      assert.equal((await get('/desk/comment/none')).status, 404);
    });

    it('the three judgements stand beside a comment, each by itself with what it rests on', async () => {
      const { text } = await get(`/desk/comment/${await post()}`);
      const scores = [
        ...text.matchAll(/<dt>(Respectful|On topic|Thoughtful)<\/dt>[\s\S]*?<dd class="number">([01]\.\d\d)<\/dd>/g),
      ];
      assert.deepEqual(
        scores.map(([, name]) => name),
        ['Respectful', 'On topic', 'Thoughtful'],
      );
    });

    it('says above every page that moderation is impaired', async () => {
      assert.match((await get('/desk/log')).text, /Moderation is impaired.*The model could not be loaded/);
    });

    it('says how many comments of the last hour could not be judged, in whichever process', async () => {
      assert.doesNotMatch((await get('/desk')).text, /could not be judged/);
      const failed = { code: 'not-judged', message: 'The model is missing.' };
      await post('held', 'a-reader-of-the-courier', [failed]);
      assert.match((await get('/desk')).text, /1 comment of the last hour could not be judged and was held/);
      second += 3600;
      assert.doesNotMatch((await get('/desk')).text, /could not be judged/);
    });

    it('says that the publisher’s rules cannot be read, and what is wrong with them', async () => {
      assert.doesNotMatch((await get('/desk')).text, /rules cannot be read/);
      await saveSetting(opened.store, 'moderation', { publish: 'everything' });
      assert.match((await get('/desk')).text, /The publisher’s rules cannot be read, so people decide: publish/);
    });

    it('one decision leads to the next comment; several lead back to the queue, and one button undoes them', async () => {
      const [one, two, three] = [await post(), await post(), await post('pending')];
      const first = await send('/desk/decide', { action: 'approve', comment: await seenOf(one), onward: 'next' });
      assert.match(first.to, new RegExp(`^/desk/comment/${two}\\?did=`));
      assert.match((await get(first.to)).text, /1 approved\./);
      const fields = [
        ['action', 'remove'],
        ['tell', 'insult'],
        ['comment', await seenOf(two)],
        ['comment', await seenOf(three)],
      ] as const;
      const both = await send('/desk/decide', fields);
      const page = (await get(both.to)).text;
      assert.match(page, /2 refused\./);
      assert.match(page, /Nothing here\./);
      const batch = /name="batch" value="([^"]+)"/.exec(page)?.[1] ?? '';
      const undone = await send('/desk/undo', { batch }, { cookie: 'who=bo' });
      assert.match((await get(undone.to, 'who=bo')).text, /Nothing was done\./);
      const mine = await send('/desk/undo', { batch });
      const back = (await get(mine.to)).text;
      assert.match(back, /Undone: 1 held, 1 pending again\.|Undone: 1 pending, 1 held again\./);
      assert.match(back, new RegExp(`/desk/comment/${two}`));
    });

    it('holding the only comment that waits leads back to the queue, and not to itself for ever', async () => {
      const id = await post();
      const { to } = await send('/desk/decide', { action: 'hold', comment: await seenOf(id), onward: 'next' });
      assert.match(to, /^\/desk\?did=/);
    });

    it('the button of one comment in the list decides that one alone, whatever is selected', async () => {
      const [one, two] = [await post(), await post()];
      await send('/desk/decide', [
        ['comment', await seenOf(one)],
        ['only', `approve:${await seenOf(two)}`],
      ]);
      const last = await lastDecision();
      assert.deepEqual([last.kind === 'comment' && last.commentId, last.state], [two, 'approved']);
      assert.equal((await listDecisions(opened.store, { who: 'people', limit: 9 })).length, 1);
    });

    it('a form without a selection does nothing and says so', async () => {
      const { to } = await send('/desk/decide', { action: 'approve' });
      assert.match((await get(to)).text, /Nothing was done: no comment was selected/);
    });

    it('whoever opens a comment that somebody else has open is warned', async () => {
      const id = await post();
      assert.match((await get(`/desk/comment/${id}`)).text, /data-open-elsewhere hidden/);
      const other = (await get(`/desk/comment/${id}`, 'who=bo')).text;
      assert.doesNotMatch(other, /data-open-elsewhere hidden/);
      assert.match(other, /Asha Rao<\/b> has this comment open/);
      assert.match((await get('/desk', 'who=bo')).text, /Asha Rao has it open/);
      const claim = await send(`/desk/comment/${id}/claim`, {}, { cookie: 'who=bo' });
      assert.deepEqual(JSON.parse(claim.text), { open: 'Asha Rao' });
    });

    it('of two moderators who decide the same comment the second is shown what the first one did', async () => {
      const id = await post();
      const comment = await seenOf(id);
      await send('/desk/decide', { action: 'approve', comment, onward: 'next' });
      const late = await send('/desk/decide', { action: 'remove', comment, onward: 'next' }, { cookie: 'who=bo' });
      assert.match(late.to, new RegExp(`^/desk/comment/${id}\\?`));
      const { text } = await get(late.to, 'who=bo');
      assert.match(text, /1 comment left as it was/);
      assert.match(text, /Approved<\/b> by Asha Rao/);
      assert.equal((await lastDecision()).state, 'approved');
    });

    it('a reader is told why, appeals with one click, and another moderator answers', async () => {
      const token = 'a-reader-of-the-courier';
      const id = await post('approved', token);
      await send('/desk/decide', {
        action: 'remove',
        tell: 'insult',
        words: 'The word “fool”.',
        comment: await seenOf(id),
      });
      const hers = await get(`/story/${slug}`, `reader=${token}`);
      assert.match(hers.text, /A moderator removed your comment\./);
      assert.match(hers.text, /It attacks a person instead of what was said\./);
      assert.match(hers.text, /The word “fool”\./);
      assert.doesNotMatch(
        (await get(`/story/${slug}`, 'reader=another-reader-of-the-courier')).text,
        /removed your comment/,
      );
      const stranger = await send(
        `/comment/${id}/appeal`,
        { words: '' },
        { cookie: 'reader=another-reader-of-the-courier' },
      );
      assert.equal(stranger.status, 404);
      const elsewhere = await send(
        `/comment/${id}/appeal`,
        {},
        { cookie: `reader=${token}`, origin: 'https://evil.example' },
      );
      assert.equal(elsewhere.status, 403);
      const asked = await send(`/comment/${id}/appeal`, { words: 'I meant the plan.' }, { cookie: `reader=${token}` });
      assert.equal(asked.to, `/story/${slug}#told-${id}`);
      assert.match((await get(`/story/${slug}`, `reader=${token}`)).text, /Another moderator will decide/);
      assert.match((await get('/desk?queue=appeals')).text, /1 appeal against your own decisions waits/);
      assert.match((await get(`/desk/comment/${id}`, 'who=bo')).text, /I meant the plan\./);
      const comment = await seenOf(id);
      await send('/desk/decide', { action: 'approve', comment, onward: 'next' });
      assert.equal((await lastDecision()).state, 'removed');
      await send('/desk/decide', { action: 'approve', comment, onward: 'next' }, { cookie: 'who=bo' });
      assert.equal((await lastDecision()).state, 'approved');
      assert.match((await get(`/story/${slug}`)).text, /but the ferry must run late as well/);
    });

    it('a reader is muted or banned from her comment’s page, which leads back to it', async () => {
      const id = await post();
      const readerId = /href="\/desk\/reader\/(\d+)"/.exec((await get('/desk')).text)?.[1];
      const ban = { kind: 'ban', days: '7', reason: 'Threats.', back: `/desk/comment/${id}` };
      assert.equal((await send(`/desk/reader/${readerId}`, ban)).to, `/desk/comment/${id}?did=saved`);
      assert.match(
        (await get(`/desk/reader/${readerId}`)).text,
        /Banned: new comments are refused until[\s\S]*Threats\./,
      );
      const outside = await send(`/desk/reader/${readerId}`, { ...ban, back: '//evil.example' });
      assert.equal(outside.to, `/desk/reader/${readerId}?did=saved`);
      assert.equal((await send('/desk/reader/4711', ban)).status, 404);
      assert.equal((await send(`/desk/reader/${readerId}`, { kind: 'praise' })).status, 400);
    });

    it('a muted reader’s next comment is held, a banned one’s comes back with why, and a restored one’s waits as any', async () => {
      const id = await post('approved');
      const readerId = /href="\/desk\/reader\/(\d+)"/.exec((await get(`/desk/comment/${id}`)).text)?.[1];
      let count = 0;
      const write = async () => {
        const text = `The ferry ran in the last closure too, and it was full by seven, for the ${++count}. time that week.`;
        const answer = await send(
          `/story/${slug}/comment`,
          { name: 'Priya Shah', text, website: '', parent: '' },
          { cookie: 'reader=a-reader-of-the-courier' },
        );
        return { answer, last: await lastDecision() };
      };
      await send(`/desk/reader/${readerId}`, { kind: 'mute', days: '7', reason: 'Too loud.' });
      assert.equal((await write()).last.state, 'held');
      await send(`/desk/reader/${readerId}`, { kind: 'ban', days: '7', reason: 'Threats.' });
      const banned = await write();
      assert.equal(banned.answer.status, 400);
      assert.match(banned.answer.text, /take no comments from you until 2026-03-09\. Threats\./);
      assert.match(banned.answer.text, /for the 2\. time/);
      await send(`/desk/reader/${readerId}`, { kind: 'restore', reason: '' });
      const { last } = await write();
      assert.deepEqual(
        last.reasons.filter(({ code }) => code === 'muted' || code === 'banned'),
        [],
      );
      assert.notEqual(last.state, 'refused');
    });

    it('the log goes out as JSON lines, one for each decision, under the same filters', async () => {
      const id = await post();
      await send('/desk/decide', { action: 'approve', comment: await seenOf(id) });
      const { text, headers } = await get('/desk/log.jsonl');
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
      const people = (await get('/desk/log.jsonl?by=people')).text.trim().split('\n');
      assert.equal(people.length, 1);
      assert.match(
        (await get('/desk/log?by=name%3AAsha+Rao&from=2026-03-02&to=2026-03-02')).text,
        /<td>Asha Rao<\/td>/,
      );
      assert.match((await get('/desk/log?to=2026-03-01')).text, /No decision fits/);
    });

    it('the figures have a plot and the same figures as a table', async () => {
      const id = await post('held', 'a-reader-of-the-courier', [{ code: 'links', message: 'It has 3 links.' }]);
      await send('/desk/decide', { action: 'approve', comment: await seenOf(id) });
      const { text } = await get('/desk/figures');
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
      await send('/desk/reasons', fields, { cookie: 'who=ada' });
      const { text } = await get(`/desk/comment/${await post()}`);
      assert.match(text, /value="shouting"/);
      assert.doesNotMatch(text, /value="insult"/);
    });

    it('an editor holds a story and releases it, and the desk shows what is held', async () => {
      const as = { cookie: 'who=eve' };
      await send('/desk/stories', { story: slug, action: 'hold', reason: 'The mayor called.' }, as);
      assert.equal((await get(`/story/${slug}`)).status, 404);
      assert.match((await get('/desk/stories', 'who=eve')).text, /The mayor called\./);
      await send('/desk/stories', { story: slug, action: 'release' }, as);
      assert.equal((await get(`/story/${slug}`)).status, 200);
      assert.equal((await send('/desk/stories', { story: slug, action: 'burn' }, as)).status, 400);
    });

    it('an editor closes a discussion, opens it again, and picks a comment; a moderator does neither', async () => {
      const id = await post('approved');
      const as = { cookie: 'who=eve' };
      await send('/desk/stories', { story: slug, action: 'close' }, as);
      assert.match((await get(`/story/${slug}`)).text, /This discussion is closed/);
      assert.match((await get('/desk/stories', 'who=eve')).text, /value="open"/);
      await send('/desk/stories', { story: slug, action: 'open' }, as);
      assert.doesNotMatch((await get(`/story/${slug}`)).text, /This discussion is closed/);
      assert.equal((await send(`/desk/comment/${id}/pick`, { picked: 'yes' })).status, 403);
      assert.doesNotMatch((await get(`/desk/comment/${id}`)).text, /editor’s pick/);
      await send(`/desk/comment/${id}/pick`, { picked: 'yes' }, as);
      assert.match((await get(`/story/${slug}`)).text, /Editor’s pick/);
      assert.match((await get(`/desk/comment/${id}`, 'who=eve')).text, /No longer an editor’s pick/);
    });

    it('an admin invites, promotes and removes staff, and nobody else does', async () => {
      const as = { cookie: 'who=ada' };
      const cleo = { do: 'invite', name: 'Cleo Park', email: 'cleo@courier.example', role: 'moderator' };
      assert.equal((await send('/desk/staff', cleo, { cookie: 'who=eve' })).status, 403);
      await send('/desk/staff', cleo, as);
      await send('/desk/staff', { do: 'role', email: cleo.email, role: 'editor' }, as);
      assert.match((await get('/desk/staff', 'who=ada')).text, /cleo@courier\.example, editor/);
      assert.equal((await send('/desk/staff', cleo, as)).status, 409);
      await send('/desk/staff', { do: 'remove', email: cleo.email }, as);
      assert.doesNotMatch((await get('/desk/staff', 'who=ada')).text, /Cleo Park/);
      assert.equal((await send('/desk/staff', { do: 'praise' }, as)).status, 400);
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
      await send('/desk/settings', fields, { cookie: 'who=ada' });
      assert.match((await get(`/story/${slug}`)).text, /Be kind\.[\s\S]*mailto:desk@courier\.example/);
      assert.match((await get('/desk/settings', 'who=ada')).text, /name="commentDays"[^>]*value="14"/);
      await send('/desk/settings', { ...fields, contact: '', commentDays: '' }, { cookie: 'who=ada' });
      assert.doesNotMatch((await get(`/story/${slug}`)).text, /desk@courier/);
      assert.equal(
        (await send('/desk/settings', { ...fields, timeZone: 'Mars/Olympus' }, { cookie: 'who=ada' })).status,
        400,
      );
    });

    it('an editor sees which sentence a reader says is wrong, and settles it with what was done', async () => {
      const id = await post('approved');
      const version = await opened.store.read.selectFrom('story_version').selectAll().executeTakeFirstOrThrow();
      const [span] = copySentences(JSON.parse(version.copy).text);
      const note = {
        storyId,
        sentence: { version: version.number, ...span! },
        words: 'It was Tuesday.',
        commentId: id,
        readerId: 1,
        now: now(),
      };
      assert.ok(await opened.store.write((tx) => keepCorrection(tx, note)));
      const page = (await get('/desk/corrections', 'who=eve')).text;
      assert.match(page, /It was Tuesday\./);
      assert.match(page, /Corrections <span class="count">1<\/span>/);
      await send('/desk/corrections', { note: '1', outcome: 'Corrected with the agency.' }, { cookie: 'who=eve' });
      assert.match((await get('/desk/corrections', 'who=eve')).text, /Corrected with the agency\. \(Eve Stone,/);
      const again = await send('/desk/corrections', { note: '1', outcome: 'Twice.' }, { cookie: 'who=eve' });
      assert.equal(again.status, 404);
    });
  });
}
