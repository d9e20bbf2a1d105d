import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { ninjs } from '../../test/support/copy.ts';
import { databases, type TestDatabase } from '../../test/support/databases.ts';
import { type TestNewsroom, testNewsroom } from '../../test/support/test-newsroom.ts';
import { readHealth } from '../store/sources/source-rounds.ts';
import { findSource, pauseSource, saveSource, saveSourceKey } from '../store/sources/sources.ts';
import { act } from '../store/state.ts';
import { DEFAULT_PROFILE } from '../story/sources/source-profile.ts';
import { newSourceKey } from './source-key.ts';
import { createWirePush } from './wire-push.ts';

const now = new Date('2026-03-02T09:00:00Z');

for (const database of databases) {
  describe(`copy that an agency pushes, on ${database.name}`, () => {
    let opened: TestDatabase;
    let room: TestNewsroom;
    let key = '';
    beforeEach(async () => {
      opened = await database.open();
      room = testNewsroom(opened.store);
      const terms = { name: 'northwire', everySeconds: 60, profile: DEFAULT_PROFILE };
      await saveSource(opened.store, { ...terms, transport: { kind: 'push' } }, now);
      const made = newSourceKey();
      key = made.key;
      await saveSourceKey(opened.store, 'northwire', made.sha256);
    });
    afterEach(() => opened.destroy());

    type Push = {
      readonly path?: string;
      readonly headers?: Record<string, string>;
      readonly body?: string | Uint8Array<ArrayBuffer>;
    };
    const push = async ({ path = '/wire/northwire', headers = {}, body = JSON.stringify(ninjs()) }: Push = {}) => {
      const init = { method: 'POST', headers: { Authorization: `Bearer ${key}`, ...headers }, body };
      const response = await room.app.request(path, init);
      const text = await response.text();
      return { status: response.status, headers: response.headers, text, json: () => JSON.parse(text) };
    };
    const quarry = 'quarry-plan-for-hallow-hill-rejected-by-planners';

    it('is a page when the answer comes', async () => {
      const first = await push();
      assert.equal(first.status, 200);
      assert.deepEqual(first.json(), {
        duplicate: false,
        format: 'ninjs 2.1',
        stories: [{ slug: quarry, url: `https://courier.example/story/${quarry}`, state: 'live', outcome: 'new' }],
      });
      assert.equal((await room.get(`/story/${quarry}`)).status, 200);
    });

    it('changes nothing when it comes again', async () => {
      await push();
      const again = await push({ headers: { 'Idempotency-Key': 'delivery-7' } });
      assert.equal(again.status, 200);
      assert.deepEqual([again.json().duplicate, again.json().stories[0].outcome], [true, 'unchanged']);
      const source = await findSource(opened.store, 'northwire');
      const { received, duplicates } = (await readHealth(opened.store)).of(source?.id ?? 0);
      assert.deepEqual([received, duplicates], [2, 1]);
    });

    it('is gone in the request after its kill', async () => {
      await push();
      const kill = await push({ body: JSON.stringify(ninjs({ version: '2', pubStatus: 'canceled' })) });
      assert.equal(kill.json().stories[0].state, 'killed');
      assert.equal((await room.get(`/story/${quarry}`)).status, 410);
      assert.doesNotMatch((await room.get('/feed.atom')).text, /Quarry/);
    });

    it('may be many items at once, of which each is answered', async () => {
      const items = ['one', 'two', 'three'].map((name) =>
        ninjs({ uri: `urn:npa:${name}`, headlines: [{ value: `Ferry number ${name} leaves Hallow late again` }] }),
      );
      const answer = await push({ body: JSON.stringify(items) });
      assert.deepEqual(
        answer.json().stories.map((story: { slug: string }) => story.slug),
        ['one', 'two', 'three'].map((name) => `ferry-number-${name}-leaves-hallow-late-again`),
      );
    });

    it('is refused with a reason when it cannot be read, and is kept', async () => {
      const answer = await push({ body: new Uint8Array([0, 1, 2, 3, 255, 254, 0, 0]) });
      assert.equal(answer.status, 422);
      assert.equal(answer.json().refusal.kind, 'not-copy');
      const kept = await opened.store.read.selectFrom('wire_item').select('refusal').executeTakeFirst();
      assert.match(kept?.refusal ?? '', /not-copy/);
      assert.equal((await push({ body: '' })).status, 422);
      assert.equal((await push({ headers: { 'Content-Encoding': 'gzip' } })).status, 415);
    });

    it('is refused when it is too large, with and without a length', async () => {
      const body = new Uint8Array(8 * 1024 * 1024 + 1).fill(65);
      const answer = await push({ body, headers: { 'Content-Length': String(body.length) } });
      assert.equal(answer.status, 413);
      assert.match(answer.json().refusal.message, /At most 8 MiB/);
      assert.equal((await push({ body })).status, 413);
    });

    it('says the same to a wrong key, no key, a source without a key and no source at all', async () => {
      await saveSource(
        opened.store,
        { name: 'keyless', everySeconds: 60, profile: DEFAULT_PROFILE, transport: { kind: 'push' } },
        now,
      );
      const answers = await Promise.all([
        push({ headers: { Authorization: `Bearer ${key}x` } }),
        push({ headers: { Authorization: '' } }),
        push({ headers: { Authorization: `Basic ${key}` } }),
        push({ path: '/wire/keyless' }),
        push({ path: '/wire/nobody' }),
      ]);
      assert.deepEqual(
        answers.map(({ status }) => status),
        [401, 401, 401, 401, 401],
      );
      assert.equal(new Set(answers.map(({ text }) => text)).size, 1);
      assert.equal(answers[0]?.headers.get('www-authenticate'), 'Bearer realm="copydesk"');
    });

    it('is not taken with a key that was replaced', async () => {
      await saveSourceKey(opened.store, 'northwire', newSourceKey().sha256);
      assert.equal((await push()).status, 401);
    });

    it('waits while its source is paused', async () => {
      await pauseSource(opened.store, 'northwire', true);
      const answer = await push();
      assert.deepEqual([answer.status, answer.headers.get('retry-after')], [503, '300']);
      await pauseSource(opened.store, 'northwire', false);
      assert.equal((await push()).status, 200);
    });

    it('is refused when an idempotency key comes with other content', async () => {
      const headers = { 'Idempotency-Key': 'delivery-7' };
      assert.equal((await push({ headers })).status, 200);
      assert.equal((await push({ headers })).json().duplicate, true);
      const other = await push({ headers, body: JSON.stringify(ninjs({ version: '2', pubStatus: 'canceled' })) });
      assert.deepEqual([other.status, other.json().refusal.kind], [422, 'key-reused']);
      assert.equal((await push({ headers: { 'Idempotency-Key': 'a b' } })).status, 400);
    });

    it('is held where the contract asks for a review, and the answer says so', async () => {
      const profile = { ...DEFAULT_PROFILE, publish: 'review' as const };
      await saveSource(
        opened.store,
        { name: 'northwire', everySeconds: 60, transport: { kind: 'push' }, profile },
        now,
      );
      const [story] = (await push()).json().stories;
      assert.deepEqual([story.slug, story.state], [quarry, 'held']);
    });

    it('is not told why an editor holds it', async () => {
      await push();
      await act(opened.store, quarry, { kind: 'hold', at: now.toISOString(), reason: 'Ask our lawyer.' });
      const answer = await push({ body: JSON.stringify(ninjs({ version: '2' })) });
      assert.equal(answer.json().stories[0].state, 'held');
      assert.doesNotMatch(answer.text, /lawyer/);
    });

    it('must not come too often, which never keeps out who has the key', async () => {
      const limits = { pushes: { points: 2, duration: 60 }, failures: { points: 2, duration: 60 } };
      const app = createWirePush(room.newsroom, limits);
      const ask = async (given: string) =>
        (
          await app.request('/wire/northwire', {
            method: 'POST',
            headers: { Authorization: `Bearer ${given}` },
            body: ' ',
          })
        ).status;
      assert.deepEqual([await ask('wrong'), await ask('wrong'), await ask('wrong')], [401, 401, 429]);
      assert.deepEqual([await ask(key), await ask(key), await ask(key)], [422, 422, 429]);
    });
  });
}
