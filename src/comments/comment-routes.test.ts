import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { databases, type TestDatabase } from '../../test/support/databases.ts';
import { judging } from '../../test/support/judging.ts';
import { sealed } from '../../test/support/stories.ts';
import { decideComment, listComments, listCommentsForDesk } from '../store/comments.ts';
import { saveDelivery } from '../store/filing/save-delivery.ts';
import { claimWork, saveFurniture } from '../store/made/work.ts';
import { act } from '../store/state.ts';
import { type Copy, textOf } from '../story/copy.ts';
import type { CommentForm } from '../story/discussion/comment.ts';
import type { Furniture } from '../story/furniture.ts';
import type { CommentPages } from './comment-pages.ts';
import { createCommentRoutes } from './comment-routes.ts';
import type { Limits } from './paces.ts';

const URL_HERE = 'https://courier.example';
const NOW = new Date('2026-03-02T09:00:00.000Z');
const WORDS = 'The new timetable leaves the hill villages without a bus after six, and nobody asked us about it.';
const MANY = { many: 1000, seconds: 60 };
const PLENTY: Partial<Limits> = { calm: [MANY], most: [MANY], story: MANY, reader: MANY };

const blocks = [{ kind: 'paragraph', text: 'The county put a new bus timetable into force on Monday.' }] as const;
const copy = (more: Partial<Copy> = {}): Copy => ({
  headline: 'County puts new bus timetable into force',
  blocks,
  text: textOf(blocks),
  language: 'en',
  keywords: [],
  pubStatus: 'usable',
  signals: [],
  ...more,
});
const bare: Furniture = {
  displayHeadline: null,
  standfirst: null,
  summary: [],
  keyPointsTitle: null,
  keyPoints: [],
  pullQuote: null,
  readingMinutes: 1,
};

const asHtml = (shown: object, status: number) =>
  new Response(JSON.stringify(shown), { status, headers: { 'content-type': 'text/html' } });

/** What the pages would show again, as JSON. */
const pages: CommentPages = {
  story: async (slug, form, { status, readerToken }) => asHtml({ slug, form, readerToken }, status),
  edit: async (id, form) => asHtml({ id, form }, 400),
  report: async (id, form) => asHtml({ id, form }, 400),
  notice: async (notice) => asHtml(notice, notice.status),
};

type Shown = { readonly slug: string; readonly form: CommentForm; readonly readerToken: string };

for (const database of databases) {
  describe(`posting a comment, on ${database.name}`, () => {
    let opened: TestDatabase;
    let slug = '';
    let other = '';

    const file = async (guid: string, more: Partial<Copy> = {}): Promise<string> => {
      const items = [{ guid, copy: copy(more), replaces: [] }];
      const delivery = { source: 'npa', name: guid, format: 'ninjs', bytes: Buffer.from(guid), receivedAt: NOW, items };
      const filed = await saveDelivery(opened.store, delivery);
      const work = await claimWork(opened.store);
      if (work)
        await saveFurniture(
          opened.store,
          work.storyVersionId,
          sealed({ furniture: bare, quotations: [], findings: [] }, work.copy),
          NOW,
        );
      return filed.stories[0]?.slug ?? '';
    };

    const open = (options: { limits?: Partial<Limits>; url?: string } = {}) => {
      const newsroom = { store: opened.store, now: () => NOW, url: options.url ?? URL_HERE, judging };
      const app = createCommentRoutes(newsroom, pages, { limits: options.limits ?? PLENTY });
      return async (fields: Record<string, string>, headers: Record<string, string> = {}, to = slug) => {
        const answer = await app.request(`/story/${to}/comment`, {
          method: 'POST',
          headers: { origin: URL_HERE, 'content-type': 'application/x-www-form-urlencoded', ...headers },
          body: new URLSearchParams({
            name: 'Anjali Menon',
            text: WORDS,
            parent: '',
            website: '',
            ...fields,
          }).toString(),
        });
        return { status: answer.status, headers: answer.headers, body: await answer.text() };
      };
    };
    const shown = (body: string): Shown => JSON.parse(body) as Shown;
    const idIn = (headers: Headers): number => Number(/#comment-(\d+)$/.exec(headers.get('location') ?? '')?.[1]);
    const cookieIn = (headers: Headers): string => (headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const onDesk = async (id: number) =>
      (await listCommentsForDesk(opened.store, { limit: 1000 })).find((comment) => comment.id === id);

    before(async () => {
      opened = await database.open();
      slug = await file('urn:npa:bus');
      other = await file('urn:npa:train', { headline: 'Train line to the coast opens in May' });
    });
    after(() => opened.destroy());

    it('keeps it as pending with the full name, and sends the reader to it', async () => {
      const { status, headers } = await open()({});
      assert.equal(status, 303);
      assert.match(headers.get('location') ?? '', new RegExp(`^/story/${slug}#comment-\\d+$`));
      assert.equal(headers.get('cache-control'), 'no-store');
      const kept = await onDesk(idIn(headers));
      assert.equal(kept?.state, 'pending');
      assert.equal(kept?.fullName, 'Anjali Menon');
      assert.equal(kept?.name, 'Anjali M');
      assert.equal(kept?.text, WORDS);
    });

    it('gives the browser a token once, which no script can read, and by which it sees its own comment', async () => {
      const post = open();
      const first = await post({ text: `${WORDS} First.` });
      assert.match(
        first.headers.get('set-cookie') ?? '',
        /^reader=[\w-]{43}; Max-Age=31536000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
      );
      const cookie = cookieIn(first.headers);
      const second = await post({ text: `${WORDS} Second.` }, { cookie });
      assert.equal(second.headers.get('set-cookie'), null);
      const storyId = (await onDesk(idIn(first.headers)))?.storyId ?? 0;
      const own = await listComments(opened.store, { storyId, readerToken: cookie.slice('reader='.length) });
      assert.deepEqual(
        own.map((comment) => comment.id),
        [idIn(first.headers), idIn(second.headers)],
      );
    });

    it('does not ask for a secure connection where there is none', async () => {
      const { headers } = await open({ url: 'http://localhost:3000' })({ text: `${WORDS} Plain.` });
      assert.doesNotMatch(headers.get('set-cookie') ?? '', /Secure/);
    });

    it('gives back what was typed with every problem, and keeps nothing', async () => {
      const before = (await listCommentsForDesk(opened.store, { limit: 1000 })).length;
      const { status, headers, body } = await open()({ name: ' <b>Anjali</b> ', text: '  Too short\r\n\r\n' });
      assert.equal(status, 400);
      assert.equal(headers.get('cache-control'), 'no-store');
      const { form } = shown(body);
      assert.equal(form.name, ' <b>Anjali</b> ');
      assert.equal(form.text, '  Too short\r\n\r\n');
      assert.deepEqual(
        form.problems.map((problem) => problem.field),
        ['name', 'text'],
      );
      assert.equal((await listCommentsForDesk(opened.store, { limit: 1000 })).length, before);
    });

    it('takes a form with nothing in it as nothing typed', async () => {
      const app = createCommentRoutes({ store: opened.store, now: () => NOW, url: URL_HERE, judging }, pages);
      const headers = { origin: URL_HERE, 'content-type': 'application/x-www-form-urlencoded' };
      const answer = await app.request(`/story/${slug}/comment`, { method: 'POST', headers, body: '' });
      assert.equal(answer.status, 400);
      assert.equal(shown(await answer.text()).form.text, '');
    });

    it('takes the longest comment of a script that the form sends as fifteen bytes a character', async () => {
      const text = Array.from({ length: 135 }, (_, at) => `किसान ${at}: बारिश देर से आई और फसल सूख गई।`).join(' ');
      assert.equal((await open()({ text })).status, 303);
    });

    it('a second press of the button is one comment, also while the first cookie is on its way', async () => {
      const post = open();
      const text = `${WORDS} Twice.`;
      const first = await post({ text }, { 'x-forwarded-for': '203.0.113.5' });
      const again = await post({ text }, { 'x-forwarded-for': '203.0.113.5' });
      assert.equal(again.status, 400);
      assert.match(shown(again.body).form.problems[0]?.message ?? '', /already/);
      assert.equal(cookieIn(again.headers), cookieIn(first.headers));
      const elsewhere = await post({ text }, { 'x-forwarded-for': '203.0.113.6' });
      assert.equal(elsewhere.status, 303);
      assert.notEqual(cookieIn(elsewhere.headers), cookieIn(first.headers));
    });

    it('a reply needs an approved comment of the same story', async () => {
      const post = open();
      const parent = idIn((await post({ text: `${WORDS} Parent.` })).headers);
      const reply = { text: `${WORDS} Reply.`, parent: String(parent) };
      const early = await post(reply);
      assert.equal(early.status, 400);
      assert.equal(shown(early.body).form.problems[0]?.field, 'form');
      await decideComment(opened.store, parent, { state: 'approved', by: 'test', reasons: [], now: NOW });
      assert.equal((await post(reply, {}, other)).status, 400);
      assert.equal((await post({ ...reply, parent: '1; drop table comment' })).status, 400);
      const short = await post({ ...reply, text: 'Yes.' });
      assert.deepEqual(shown(short.body).form.replyTo, { id: parent, name: 'Anjali M' });
      const taken = await post(reply);
      assert.equal(taken.status, 303);
      assert.equal((await onDesk(idIn(taken.headers)))?.parentId, parent);
    });

    it('one sender is asked to wait after so many comments, says how long, and loses nothing', async () => {
      const post = open({
        limits: { ...PLENTY, most: [{ many: 2, seconds: 20 }] },
      });
      const from = { 'x-forwarded-for': '2001:db8:7:7::1' };
      await post({ text: 'Too short, and so not counted.' }, from);
      assert.equal((await post({ text: `${WORDS} One.` }, from)).status, 303);
      assert.equal((await post({ text: `${WORDS} Two.` }, { 'x-forwarded-for': '2001:db8:7:7:ffff::2' })).status, 303);
      const third = await post({ text: `${WORDS} Three.` }, from);
      assert.equal(third.status, 429);
      const { form } = shown(third.body);
      assert.equal(form.text, `${WORDS} Three.`);
      assert.match(form.problems[0]?.message ?? '', /wait 10 seconds/);
      assert.equal((await post({ text: `${WORDS} Four.` }, { 'x-forwarded-for': '2001:db8:7:8::1' })).status, 303);
    });

    it('a program that fills the hidden field is told nothing, and a moderator finds its words', async () => {
      const { status, headers } = await open()({ text: `${WORDS} Watches!`, website: 'https://spam.example' });
      assert.equal(status, 303);
      const kept = await onDesk(idIn(headers));
      assert.equal(kept?.state, 'refused');
      assert.equal(kept?.reasons[0]?.code, 'trap');
    });

    it('keeps the reasons that a moderator is to see', async () => {
      const { headers } = await open()({
        name: 'Ada Quirke',
        text: 'The villages on the hill want their bus back by six. Ring me about it: +44 20 7946 0123.',
      });
      const kept = await onDesk(idIn(headers));
      assert.equal(kept?.state, 'pending');
      assert.deepEqual(
        kept?.reasons.map((reason) => reason.code),
        ['contact-details', 'first-comments'],
      );
    });

    it('answers 404 for a story that nobody knows, and 409 for one that was taken from the site', async () => {
      const post = open();
      assert.equal((await post({}, {}, 'no-such-story')).status, 404);
      const waiting = await file('urn:npa:later', {
        headline: 'Budget vote put off',
        embargoedUntil: '2026-03-03T09:00:00Z',
      });
      assert.equal((await post({}, {}, waiting)).status, 404);
      const gone = await file('urn:npa:gone', { headline: 'Mill Lane pool reopens' });
      assert.equal((await post({}, {}, gone)).status, 303);
      await act(opened.store, gone, { kind: 'kill', at: NOW.toISOString() });
      const late = await post({ text: `${WORDS} Late.` }, {}, gone);
      assert.equal(late.status, 409);
      assert.match(late.headers.get('content-type') ?? '', /^text\/plain/);
      assert.ok(late.body.includes(`${WORDS} Late.`));
    });
  });

  describe(`who may post, on ${database.name}`, () => {
    let opened: TestDatabase;
    let send: (headers: Record<string, string>, at?: string) => Promise<number>;

    before(async () => {
      opened = await database.open();
      const app = createCommentRoutes({ store: opened.store, now: () => NOW, url: URL_HERE, judging }, pages);
      send = async (headers, at = 'http://127.0.0.1:3000') => {
        const body = new URLSearchParams({ name: 'Anjali Menon', text: WORDS }).toString();
        const type = { 'content-type': 'application/x-www-form-urlencoded' };
        // There is no story here: 404 means that the door was passed.
        return (
          await app.request(`${at}/story/none/comment`, { method: 'POST', headers: { ...type, ...headers }, body })
        ).status;
      };
    });
    after(() => opened.destroy());

    it('our own page may, also behind a proxy that speaks TLS for us', async () => {
      assert.equal(await send({ origin: URL_HERE }), 404);
      assert.equal(await send({ origin: 'http://127.0.0.1:3000' }), 404);
      assert.equal(await send({ origin: 'http://desk.local' }, 'http://desk.local'), 404);
      assert.equal(await send({ origin: 'null', 'sec-fetch-site': 'same-origin' }), 404);
    });

    it('another site may not, nor a request that does not say where it comes from', async () => {
      assert.equal(await send({ origin: 'https://evil.example' }), 403);
      assert.equal(await send({ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }), 403);
      assert.equal(await send({ 'sec-fetch-site': 'same-site' }), 403);
      assert.equal(await send({ origin: 'null' }), 403);
      assert.equal(await send({ origin: '' }), 403);
      assert.equal(await send({}), 403);
    });

    it('what is not a form is not read, wherever it comes from', async () => {
      assert.equal(await send({ origin: URL_HERE, 'content-type': 'application/json' }), 415);
      assert.equal(await send({ origin: 'https://evil.example', 'content-type': 'text/plain' }), 415);
    });

    it('a form that is cut off or has no boundary is not taken, and the reader is told what to do', async () => {
      const app = createCommentRoutes({ store: opened.store, now: () => NOW, url: URL_HERE, judging }, pages);
      const types = ['multipart/form-data', 'multipart/form-data; boundary=here'];
      const answers = await Promise.all(
        types.map((type) =>
          app.request('/story/none/comment', {
            method: 'POST',
            headers: { origin: URL_HERE, 'content-type': type },
            body: '--here\r\ngarbage',
          }),
        ),
      );
      assert.deepEqual(
        answers.map((answer) => answer.status),
        [400, 400],
      );
      assert.match((await answers[0]?.text()) ?? '', /^This comment could not be read\./);
    });

    it('a quarter of a megabyte is the most that is read', async () => {
      const app = createCommentRoutes({ store: opened.store, now: () => NOW, url: URL_HERE, judging }, pages);
      const headers = { origin: URL_HERE, 'content-type': 'application/x-www-form-urlencoded' };
      const answer = await app.request('/story/none/comment', {
        method: 'POST',
        headers,
        body: `text=${'a'.repeat(300_000)}`,
      });
      assert.equal(answer.status, 413);
    });
  });
}
