import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { databases, type TestDatabase } from '../../../test/support/databases.ts';
import { deliveryOf, itemWith } from '../../../test/support/stories.ts';
import { DEFAULT_PROFILE } from '../../story/sources/source-profile.ts';
import { saveDelivery } from '../filing/save-delivery.ts';
import type { Store } from '../store.ts';
import { memoryOf } from './source-memory.ts';
import { claimSource, endRound, readHealth, renewClaim } from './source-rounds.ts';
import { findSource, forgetSource, pauseSource, saveSource, saveSourceKey } from './sources.ts';

const at = (time: string) => new Date(`2026-03-02T${time}Z`);
const now = at('12:00:00');
const NONE = { received: 0, duplicates: 0, refused: 0 };

for (const database of databases) {
  describe(`the rounds of a source on ${database.name}`, () => {
    let opened: TestDatabase;
    let store: Store;
    let sourceId = 0;
    const terms = { name: 'northwire', everySeconds: 60, profile: DEFAULT_PROFILE };
    beforeEach(async () => {
      opened = await database.open();
      store = opened.store;
      await saveSource(store, { ...terms, transport: { kind: 'http', url: 'https://a.example/' } }, now);
      sourceId = (await findSource(store, 'northwire'))?.id ?? 0;
    });
    afterEach(() => opened.destroy());

    const claim = (by: string, time = now) =>
      claimSource(store, { sourceId, by, now: time, until: new Date(time.getTime() + 60_000), dueOnly: true });

    it('belong to one machine at a time, until it ends them or is gone', async () => {
      const claims = await Promise.all(['a', 'b', 'c', 'd'].map((by) => claim(by)));
      assert.equal(claims.filter(Boolean).length, 1);
      const holder = ['a', 'b', 'c', 'd'][claims.indexOf(true)] ?? '';
      assert.equal(await claim('e', at('12:00:59')), false);
      assert.equal(await renewClaim(store, { sourceId, by: holder, until: at('12:02:00') }), true);
      assert.equal(await claim('e', at('12:01:00')), false);
      assert.equal(await claim('e', at('12:02:00')), true);
      assert.equal(await renewClaim(store, { sourceId, by: holder, until: at('12:09:00') }), false);
      await endRound(store, { sourceId, by: holder, now: at('12:02:01'), counts: NONE });
      assert.equal(await claim('f', at('12:02:02')), false);
      await endRound(store, { sourceId, by: 'e', now: at('12:02:03'), counts: NONE });
      assert.equal(await claim('f', at('12:02:04')), true);
    });

    it('begin when they are due', async () => {
      assert.equal(await claim('a'), true);
      await endRound(store, { sourceId, by: 'a', now, counts: NONE, end: { nextTry: at('12:01:00') } });
      assert.equal(await claim('b', at('12:00:59')), false);
      assert.equal(await claim('b', at('12:01:00')), true);
    });

    it('begin at once when the rhythm or the transport changes, not when only the contract does', async () => {
      const http = { kind: 'http', url: 'https://a.example/' } as const;
      const wait = async () => {
        await claim('a');
        await endRound(store, { sourceId, by: 'a', now, counts: NONE, end: { nextTry: at('18:00:00') } });
      };
      const isDue = async () => (await readHealth(store)).of(sourceId).nextTry === undefined;
      await wait();
      await saveSource(store, { ...terms, transport: http, profile: { ...DEFAULT_PROFILE, noindex: true } }, now);
      assert.equal(await isDue(), false);
      await saveSource(store, { ...terms, transport: http, everySeconds: 5 }, now);
      assert.equal(await isDue(), true);
      await wait();
      await saveSource(store, { ...terms, transport: { ...http, url: 'https://b.example/' }, everySeconds: 5 }, now);
      assert.equal(await isDue(), true);
    });

    it('leave the last success, the last error and what was received', async () => {
      const end = (time: string, counts: object, trouble = {}) =>
        endRound(store, {
          sourceId,
          by: 'a',
          now: at(time),
          counts: { ...NONE, ...counts },
          end: { nextTry: at('13:00:00'), ...trouble },
        });
      await claim('a', at('12:00:00'));
      await end('12:00:01', { received: 3, duplicates: 1, refused: 1 });
      await claim('a', at('13:00:00'));
      await end('13:00:01', { received: 1 }, { error: 'Nobody answers at a.example.' });
      await end('13:00:09', {}, { error: 'Nobody answers at a.example.\0' });
      assert.deepEqual((await readHealth(store)).of(sourceId), {
        lastTried: '2026-03-02T13:00:00.000Z',
        lastSuccess: '2026-03-02T12:00:01.000Z',
        lastError: 'Nobody answers at a.example.\uFFFD',
        lastErrorAt: '2026-03-02T13:00:09.000Z',
        failures: 2,
        nextTry: '2026-03-02T13:00:00.000Z',
        received: 4,
        duplicates: 1,
        refused: 1,
      });
      await end('13:01:00', {});
      const health = (await readHealth(store)).of(sourceId);
      assert.deepEqual([health.failures, health.lastSuccess], [0, '2026-03-02T13:01:00.000Z']);
      await end('13:02:00', {}, { problem: 'photo.jpg has 40 MiB, which is too large.' });
      const troubled = (await readHealth(store)).of(sourceId);
      assert.equal(troubled.lastError, 'photo.jpg has 40 MiB, which is too large.');
      assert.deepEqual([troubled.failures, troubled.lastSuccess], [0, '2026-03-02T13:02:00.000Z']);
    });

    it('find what was remembered, until the source is asked elsewhere or forgotten', async () => {
      const memory = memoryOf(store, sourceId, () => now);
      await memory.write('etag', '"1"');
      await memory.write('etag', '"2"');
      await saveSource(
        store,
        { ...terms, everySeconds: 5, transport: { kind: 'http', url: 'https://a.example/' } },
        now,
      );
      const again = memoryOf(await opened.reopen(), sourceId, () => now);
      assert.equal(await again.read('etag'), '"2"');
      store = opened.store;
      await saveSource(store, { ...terms, transport: { kind: 'http', url: 'https://b.example/' } }, now);
      assert.equal(await memoryOf(store, sourceId, () => now).read('etag'), undefined);
    });

    it('end with a source that has sent nothing', async () => {
      await claim('a');
      await forgetSource(store, 'northwire');
      assert.equal(await findSource(store, 'northwire'), undefined);
      assert.equal(await renewClaim(store, { sourceId, by: 'a', until: at('12:09:00') }), false);
    });

    it('end with a source, whose name and contract stay for what it has sent', async () => {
      await saveDelivery(store, deliveryOf([itemWith()], { source: 'northwire' }));
      await saveSourceKey(store, 'northwire', 'ab'.repeat(32));
      await pauseSource(store, 'northwire', true);
      assert.deepEqual((await findSource(store, 'northwire'))?.paused, true);
      await forgetSource(store, 'northwire');
      assert.deepEqual(await findSource(store, 'northwire'), {
        id: sourceId,
        name: 'northwire',
        everySeconds: 60,
        profile: DEFAULT_PROFILE,
        paused: false,
      });
      await assert.rejects(pauseSource(store, 'southwire', true), { message: 'No source has the name "southwire".' });
    });
  });
}
