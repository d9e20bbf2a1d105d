import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Challenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { decideComment, listCommentsForDesk } from '../src/store/comments.ts';
import { listCorrectionNotes } from '../src/store/discussion/correction-notes.ts';
import { listReported } from '../src/store/discussion/reports.ts';
import { switchDiscussion } from '../src/store/discussion/switch-discussion.ts';
import { saveEdition } from '../src/store/settings.ts';
import { HARBOUR_STORY } from './support/copy.ts';
import { databases, type TestDatabase } from './support/databases.ts';
import { type TestNewsroom, testNewsroom } from './support/test-newsroom.ts';

const WORDS =
  'Eleven weeks is long, but I have seen those bearings: better a ferry in April than a rescue in November.';
const START = '2026-03-02T09:00:00.000Z';

for (const database of databases) {
  describe(`what readers do in a discussion, on ${database.name}`, () => {
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
    const post = (text: string, fields: Record<string, string> = {}, headers: Record<string, string> = address()) =>
      site.post(`${story}/comment`, { name: 'Priya Venkat', text, website: '', parent: '', ...fields }, headers);
    const cookieOf = (headers: Headers) => (headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const numberOf = (headers: Headers) => Number(/#comment-(\d+)$/.exec(headers.get('location') ?? '')?.[1]);
    const approve = (id: number) =>
      decideComment(opened.store, id, { state: 'approved', by: 'Asha Rao', reasons: [], now: new Date(START) });
    /** A comment that everybody sees, with the cookie of its reader. */
    const approved = async (text: string, fields: Record<string, string> = {}) => {
      const { headers } = await post(text, fields);
      const id = numberOf(headers);
      await approve(id);
      return { id, cookie: cookieOf(headers) };
    };
    const stateOf = async (id: number) =>
      (await listCommentsForDesk(opened.store, { limit: 500 })).find((one) => one.id === id);
    const act = (path: string, fields: Record<string, string> = {}, cookie = '') =>
      site.post(path, fields, { ...address(), ...(cookie && { cookie }) });

    it('a permalink leads to the comment on its page', async () => {
      const { id } = await approved(`${WORDS} One.`);
      const answer = await site.get(`/comment/${id}`);
      assert.equal(answer.status, 302);
      assert.equal(answer.headers.get('location'), `${story}#comment-${id}`);
      assert.equal((await site.get('/comment/4711')).status, 404);
      assert.equal((await site.get('/comment/0x1')).status, 404);
    });

    it('a reader edits her own comment, which is judged again, and nobody else can', async () => {
      const { id, cookie } = await approved(`${WORDS} Two.`);
      const page = await site.get(`/comment/${id}/edit`, { cookie });
      assert.match(page.text, /<textarea[^>]*>\nEleven weeks is long[^<]* Two\.<\/textarea>/);
      assert.equal((await site.get(`/comment/${id}/edit`)).status, 404);
      assert.equal((await act(`/comment/${id}/edit`, { text: `${WORDS} Mine.` })).status, 404);
      const short = await act(`/comment/${id}/edit`, { text: 'Too short.' }, cookie);
      assert.equal(short.status, 400);
      assert.match(short.text, /Not saved[\s\S]*>\nToo short\.<\/textarea>/);
      const saved = await act(`/comment/${id}/edit`, { text: `${WORDS} Two, and better.` }, cookie);
      assert.equal(saved.status, 303);
      assert.match((await site.get(story, { cookie })).text, /class="edited">edited<[\s\S]*Two, and better\./);
      assert.notEqual((await stateOf(id))?.text, `${WORDS} Two.`);
      site.setClock('2026-03-02T09:05:01.000Z');
      assert.equal((await act(`/comment/${id}/edit`, { text: `${WORDS} Too late.` }, cookie)).status, 409);
      site.setClock(START);
    });

    it('a reader deletes her own comment after one question', async () => {
      const { id, cookie } = await approved(`${WORDS} Three.`);
      assert.match((await site.get(`/comment/${id}/delete`, { cookie })).text, /Delete your comment\?/);
      assert.equal((await act(`/comment/${id}/delete`)).status, 404);
      assert.equal((await act(`/comment/${id}/delete`, {}, cookie)).status, 303);
      assert.doesNotMatch((await site.get(story)).text, / Three\./);
    });

    it('respect is given and taken back by a form, or by a script that is told the count', async () => {
      const { id, cookie: own } = await approved(`${WORDS} Four.`);
      const given = await act(`/comment/${id}/respect`);
      assert.equal(given.status, 303);
      const cookie = cookieOf(given.headers);
      assert.match(
        (await site.get(story, { cookie })).text,
        new RegExp(`comment/${id}/respect" aria-pressed="true"[^]*?class="respects">1<`),
      );
      assert.match((await site.get(story)).text, new RegExp(`comment/${id}/respect" aria-pressed="false"`));
      const json = { ...address(), cookie, accept: 'application/json' };
      const back = await site.post(`/comment/${id}/respect`, {}, json);
      assert.deepEqual(JSON.parse(back.text), { respected: false, respects: 0 });
      assert.equal((await act(`/comment/${id}/respect`, {}, own)).status, 409);
      assert.equal((await site.post(`/comment/${id}/respect`, {}, { origin: 'https://evil.example' })).status, 403);
    });

    it('a report needs a reason, counts once, and three hold the comment for a person', async () => {
      const { id } = await approved(`${WORDS} Five.`);
      assert.match((await site.get(`/comment/${id}/report`)).text, /What is wrong with it\?/);
      assert.equal((await act(`/comment/${id}/report`, { reason: 'nothing' })).status, 400);
      assert.equal((await act(`/comment/${id}/report`, { reason: 'other', words: ' ' })).status, 400);
      const first = await act(`/comment/${id}/report`, { reason: 'insult', words: 'Rude.' });
      assert.equal(first.status, 200);
      const cookie = cookieOf(first.headers);
      assert.match((await act(`/comment/${id}/report`, { reason: 'spam' }, cookie)).text, /already/);
      await act(`/comment/${id}/report`, { reason: 'spam' });
      assert.deepEqual(
        (await listReported(opened.store, { limit: 10 })).map((one) => [one.id, one.reports.length]),
        [[id, 2]],
      );
      await act(`/comment/${id}/report`, { reason: 'spam' });
      assert.equal((await stateOf(id))?.state, 'held');
      assert.doesNotMatch((await site.get(story)).text, / Five\./);
    });

    it('one address cannot report the same comment as three readers', async () => {
      const { id } = await approved(`${WORDS} Six.`);
      const same = { 'x-forwarded-for': '192.0.2.99' };
      await site.post(`/comment/${id}/report`, { reason: 'spam' }, same);
      assert.equal(
        (await site.post(`/comment/${id}/report`, { reason: 'spam' }, same)).status,
        200,
        'the same browser',
      );
      const other = { ...same, cookie: `reader=${'x'.repeat(43)}` };
      assert.equal((await site.post(`/comment/${id}/report`, { reason: 'spam' }, other)).status, 429);
      assert.equal((await stateOf(id))?.state, 'approved');
    });

    it('a correction asks which sentence, and reaches the editor with it', async () => {
      const { id } = await approved(`${WORDS} Seven.`);
      const without = await act(`/comment/${id}/report`, { reason: 'correction' });
      assert.equal(without.status, 400);
      assert.match(without.text, /choose the sentence/);
      const [, value = ''] = /<option value="(1:[^"]+)">/.exec(without.text) ?? [];
      assert.equal((await act(`/comment/${id}/report`, { reason: 'correction', sentence: '1:0-3' })).status, 400);
      assert.equal((await act(`/comment/${id}/report`, { reason: 'correction', sentence: value })).status, 200);
      const [note] = await listCorrectionNotes(opened.store, { limit: 10 });
      assert.equal(note?.commentId, id);
      assert.ok((note?.sentence.length ?? 0) > 20);
      assert.equal((await stateOf(id))?.state, 'approved');
    });

    it('an address that is busy is held without work, taken with it, and told to wait when it goes on', async () => {
      const busy = { 'x-forwarded-for': '203.0.113.50' };
      const challenge = () => site.get(`${story}/discussion/challenge`, busy);
      assert.equal((await challenge()).status, 204);
      for (const count of [1, 2]) await post(`${WORDS} Busy ${count}.`, {}, busy);
      const asked = await challenge();
      assert.equal(asked.status, 200);
      const codes = async (answer: { headers: Headers }) =>
        (await stateOf(numberOf(answer.headers)))?.reasons.map(({ code }) => code) ?? [];
      const held = await post(`${WORDS} Busy 3.`, {}, busy);
      assert.ok((await codes(held)).includes('busy-source'));
      assert.equal((await stateOf(numberOf(held.headers)))?.state, 'held');
      const given = JSON.parse(asked.text) as Challenge;
      const solution = await solveChallenge({ challenge: given, deriveKey });
      const proof = Buffer.from(JSON.stringify({ challenge: given, solution })).toString('base64');
      assert.ok(!(await codes(await post(`${WORDS} Busy 4.`, { proof }, busy))).includes('busy-source'));
      assert.ok((await codes(await post(`${WORDS} Busy 5.`, { proof }, busy))).includes('busy-source'), 'once');
      const forged = Buffer.from(JSON.stringify({ challenge: { ...given, signature: 'ab'.repeat(32) }, solution }));
      assert.ok(
        (await codes(await post(`${WORDS} Busy 6.`, { proof: forged.toString('base64') }, busy))).includes(
          'busy-source',
        ),
      );
      for (const count of [7, 8, 9, 10]) await post(`${WORDS} Busy ${count}.`, { proof: 'nonsense' }, busy);
      assert.equal((await post(`${WORDS} Busy 11.`, {}, busy)).status, 429);
    });

    it('a closed discussion says so, takes nothing, and gives the words back', async () => {
      const slug = story.replace('/story/', '');
      await switchDiscussion(opened.store, slug, { kind: 'close', by: 'Asha Rao', now: new Date(START) });
      const page = await site.get(story);
      assert.match(page.text, /This discussion is closed/);
      assert.doesNotMatch(page.text, /<textarea/);
      const late = await post(`${WORDS} Late.`);
      assert.equal(late.status, 409);
      assert.ok(late.text.includes(`${WORDS} Late.`));
      await switchDiscussion(opened.store, slug, { kind: 'open', by: 'Asha Rao', now: new Date(START) });
      assert.equal((await post(`${WORDS} In time.`)).status, 303);
    });

    it('a discussion of another story ends by itself after the publisher’s days', async () => {
      await saveEdition(opened.store, { commentDays: 7 });
      const filed = await site.receive(HARBOUR_STORY.replaceAll('ridge', 'arrier'), 'other.txt');
      assert.ok(filed.ok);
      const other = `/story/${filed.stories[0]?.slug}`;
      assert.match((await site.get(other)).text, /<textarea/);
      site.setClock('2026-03-12T09:00:00.000Z');
      assert.match((await site.get(other)).text, /This discussion is closed/);
      site.setClock(START);
    });

    it('what is made to break it does not: a megabyte, ten thousand links, piled marks, no fields', async () => {
      assert.equal((await post('a'.repeat(1_000_000))).status, 413);
      const links = await post(Array.from({ length: 10_000 }, (_, at) => `http://x.example/${at}`).join(' '));
      assert.ok([400, 413].includes(links.status));
      const started = performance.now();
      assert.equal((await post(`${WORDS} Z${'\u0336\u0489'.repeat(2000)}algo`)).status < 500, true);
      assert.equal((await post(`\u202e${WORDS} reversed`)).status < 500, true);
      assert.ok(performance.now() - started < 2000);
      for (const path of [
        '/comment/1/report',
        '/comment/1/edit',
        '/comment/1/delete',
        '/comment/99999999999999/respect',
      ]) {
        assert.ok((await act(path)).status < 500, path);
      }
    });
  });
}
