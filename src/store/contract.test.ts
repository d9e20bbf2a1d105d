import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { databases, type TestDatabase } from '../../test/support/databases.ts';
import { copyWith, deliveryOf, furnishAll, itemWith, publish } from '../../test/support/stories.ts';
import { DEFAULT_PROFILE, type SourceProfile } from '../story/sources/source-profile.ts';
import { fileVersion } from './filing/file-version.ts';
import { saveDelivery } from './filing/save-delivery.ts';
import { listQuotationsOf } from './people.ts';
import { findSource, resettleSources, saveSource } from './sources/sources.ts';
import { act, endLicences, nextTurn } from './state.ts';
import type { Store } from './store.ts';
import { findPublished, findStory, listLatest, listSections } from './stories.ts';

const now = new Date('2026-03-02T12:00:00Z');
const day = (number: number, time = '12:00:00') => new Date(`2026-03-${String(number).padStart(2, '0')}T${time}Z`);

for (const database of databases) {
  describe(`the contract with a source on ${database.name}`, () => {
    let opened: TestDatabase;
    let store: Store;
    beforeEach(async () => {
      opened = await database.open();
      store = opened.store;
    });
    afterEach(() => opened.destroy());

    const agree = (profile: Partial<SourceProfile>, at = now) =>
      saveSource(
        store,
        { name: 'NPA', transport: { kind: 'push' }, everySeconds: 60, profile: { ...DEFAULT_PROFILE, ...profile } },
        at,
      );
    const stateOf = async (slug: string) => {
      const story = await findStory(store, slug);
      return [story?.state, story?.reason];
    };
    const release = (slug: string, at = now) => act(store, slug, { kind: 'release', at: at.toISOString() });

    it('holds every new story for review until a person releases it; its later versions then go out', async () => {
      await agree({ publish: 'review' });
      const slug = await publish(store, {}, now);
      assert.deepEqual(await stateOf(slug), ['held', 'Copy from NPA is published when a person has released it.']);
      assert.equal(await findPublished(store, slug, now), undefined);
      assert.equal((await release(slug)).state, 'live');
      await publish(store, { copy: copyWith({ headline: 'Bridge closes for a month' }) }, day(3));
      assert.equal((await findPublished(store, slug, day(3)))?.copy.headline, 'Bridge closes for a month');
    });

    it('leaves to readers what they have seen when review is agreed later, and lets go what waits when it ends', async () => {
      const seen = await publish(store, {}, now);
      await agree({ publish: 'review' });
      const waiting = await publish(store, { guid: 'npa:ferry', copy: copyWith({ headline: 'Ferry late' }) }, now);
      assert.deepEqual([(await stateOf(seen))[0], (await stateOf(waiting))[0]], ['live', 'held']);
      await agree({});
      assert.equal((await stateOf(waiting))[0], 'live');
    });

    it('holds copy in other languages and for other sections, and says which', async () => {
      await agree({ languages: ['en'], sections: ['local', 'World'] });
      const slugs = [
        await publish(store, {}),
        await publish(store, { guid: 'npa:2', copy: copyWith({ language: 'fi-FI', headline: 'Silta suljetaan' }) }),
        await publish(store, { guid: 'npa:3', copy: copyWith({ section: 'Sport', headline: 'Eldon win the cup' }) }),
      ];
      assert.deepEqual(await Promise.all(slugs.map(stateOf)), [
        ['live', undefined],
        ['held', 'The contract with NPA is for copy in en, and this is in fi-FI.'],
        ['held', 'The contract with NPA is for local or World, and this is for Sport.'],
      ]);
      assert.equal((await release(slugs[2] ?? '')).state, 'live');
    });

    it('takes effect at once on stories that are here, and back', async () => {
      const slug = await publish(store, {}, now);
      await agree({ sections: ['World'] });
      assert.equal((await stateOf(slug))[0], 'held');
      assert.deepEqual(await listLatest(store, { now, limit: 5 }), []);
      await agree({ sections: ['World', 'Local'] });
      assert.equal((await stateOf(slug))[0], 'live');
    });

    it('reaches all of many stories, also those that a crash left', async () => {
      const items = Array.from({ length: 230 }, (_, number) => itemWith({ guid: `npa:${number}` }));
      await saveDelivery(store, deliveryOf(items));
      await furnishAll(store, now);
      await store.write((tx) =>
        tx.db
          .updateTable('source')
          .set({ settled_to: 0, profile: JSON.stringify({ sections: ['World'] }) })
          .execute(),
      );
      assert.equal(await resettleSources(store, now), 230);
      assert.deepEqual(await listLatest(store, { now, limit: 5 }), []);
      assert.equal(await resettleSources(store, now), 0);
    });

    it('counts for copy that is being filed at the moment of its change', async () => {
      const { wireItemId } = await saveDelivery(store, deliveryOf([itemWith()]));
      const sourceId = (await findSource(store, 'NPA'))?.id ?? 0;
      const filed = Promise.withResolvers<void>();
      const changing = Promise.withResolvers<void>();
      const copy = copyWith({ headline: 'Eldon win the cup', section: 'Sport' });
      const filing = store.write(async (tx) => {
        await fileVersion(tx, itemWith({ guid: 'npa:cup', copy }), { sourceId, wireItemId, receivedAt: now });
        filed.resolve();
        await changing.promise;
      });
      await filed.promise;
      const change = agree({ sections: ['Local'] });
      await sleep(200);
      changing.resolve();
      await Promise.all([filing, change]);
      assert.equal((await stateOf('eldon-win-the-cup'))[0], 'held');
    });

    it('takes a story from readers by the clock when its licence ends, and keeps it gone', async () => {
      await agree({ expiresAfterDays: 2 });
      const slug = await publish(store, {}, now);
      assert.deepEqual(await nextTurn(store), day(4));
      const last = day(4, '11:59:59');
      assert.equal((await findPublished(store, slug, last))?.slug, slug);
      // Before anybody has settled it, the clock alone decides.
      assert.equal(await findPublished(store, slug, day(4)), undefined);
      assert.deepEqual(await listLatest(store, { now: day(4), limit: 5 }), []);
      assert.deepEqual(await listSections(store, day(4)), []);
      assert.deepEqual(await listQuotationsOf(store, 'ruth-amadi', day(4)), []);
      assert.equal((await findStory(store, slug, day(4)))?.state, 'expired');

      assert.equal(await endLicences(store, last), 0);
      assert.equal(await endLicences(store, day(4)), 1);
      assert.deepEqual(await stateOf(slug), ['expired', 'The agency’s licence for this story has ended.']);
      assert.equal(await nextTurn(store), undefined);
      await publish(store, { copy: copyWith({ headline: 'Bridge closes for a month' }) }, day(5));
      assert.equal((await stateOf(slug))[0], 'expired');
      await assert.rejects(release(slug, day(5)), /Cannot release .* it is expired, not held/);
    });

    it('ends a licence that ran out while nobody looked, and gives the story back when the contract is longer', async () => {
      const slug = await publish(store, {}, now);
      await agree({ expiresAfterDays: 2 }, day(10));
      assert.equal((await stateOf(slug))[0], 'expired');
      await agree({ expiresAfterDays: 30 }, day(10));
      assert.equal((await stateOf(slug))[0], 'live');
      assert.equal((await findPublished(store, slug, day(10)))?.publishedAt, now.toISOString());
    });

    it('counts the licence of an embargoed story from the minute at which it lifts', async () => {
      await agree({ expiresAfterDays: 2 });
      const copy = copyWith({ embargoedUntil: '2026-03-03T06:00:00Z' });
      const slug = await publish(store, { copy }, now);
      assert.equal((await findPublished(store, slug, day(5, '05:59:59')))?.state, 'live');
      assert.equal(await findPublished(store, slug, day(5, '06:00:00')), undefined);
      assert.equal(await endLicences(store, day(6)), 1);
      const story = await findStory(store, slug);
      assert.deepEqual([story?.state, story?.publishedAt], ['expired', '2026-03-03T06:00:00.000Z']);
    });

    it('ends a story with the licence that its item names, where the contract’s ends later, and not before it came', async () => {
      await agree({ expiresAfterDays: 5 });
      const until = (licenceEnds: string) => copyWith({ licenceEnds, agencyVersion: licenceEnds.slice(8, 10) });
      const slug = await publish(store, { copy: until('2026-03-04T12:00:00Z') }, now);
      assert.deepEqual(await nextTurn(store), day(4));
      assert.equal((await findPublished(store, slug, day(4, '11:59:59')))?.slug, slug);
      assert.equal(await findPublished(store, slug, day(4)), undefined);
      assert.equal(await endLicences(store, day(4)), 1);
      assert.equal((await stateOf(slug))[0], 'expired');
      await publish(store, { copy: until('2026-03-30T12:00:00Z') }, day(4));
      assert.equal((await stateOf(slug))[0], 'live');
      assert.deepEqual(await nextTurn(store), day(7));
      const late = await publish(store, { guid: 'late', copy: until('2026-03-01T12:00:00Z') }, now);
      assert.deepEqual([(await stateOf(late))[0], (await findStory(store, late))?.publishedAt], ['expired', undefined]);
    });

    it('holds a story whose licence ends at a time that cannot be read, until a person releases it', async () => {
      const slug = await publish(store, { copy: copyWith({ licenceEnds: 'unreadable' }) }, now);
      assert.deepEqual(await stateOf(slug), [
        'held',
        'The agency’s licence for this story ends at a time that cannot be read.',
      ]);
      await act(store, slug, { kind: 'release', at: now.toISOString() });
      assert.equal((await stateOf(slug))[0], 'live');
    });

    it('still kills what has expired', async () => {
      await agree({ expiresAfterDays: 1 });
      const slug = await publish(store, {}, now);
      await endLicences(store, day(9));
      await publish(store, { copy: copyWith({ pubStatus: 'canceled' }) }, day(9));
      assert.equal((await stateOf(slug))[0], 'killed');
    });

    it('gives copy without a credit the line that was agreed, on its page and in lists', async () => {
      await agree({ creditLine: 'Northern News Wire' });
      const { creditLine: _, ...plain } = copyWith();
      const bare = await publish(store, { copy: plain }, now);
      const own = await publish(store, { guid: 'npa:2', copy: copyWith({ headline: 'Ferry late' }) }, now);
      const credits = async () => [
        (await findPublished(store, bare, now))?.copy.creditLine,
        (await findPublished(store, own, now))?.copy.creditLine,
        ...(await listLatest(store, { now, limit: 5 })).map((line) => line.creditLine),
      ];
      assert.deepEqual(await credits(), ['Northern News Wire', 'NPA', 'NPA', 'Northern News Wire']);
      await agree({ creditLine: 'Northern News Wire', creditLineAlways: true });
      assert.deepEqual(new Set(await credits()), new Set(['Northern News Wire']));
    });

    it('is kept whole, with what concerns pictures and shared events', async () => {
      const profile: Partial<SourceProfile> = { pictureRights: 'web-and-archive', rank: 2, whenGrouped: 'apart' };
      await agree(profile);
      const kept = await findSource(await opened.reopen(), 'NPA');
      assert.deepEqual(kept?.profile, { ...DEFAULT_PROFILE, ...profile });
      assert.deepEqual([kept?.transport, kept?.everySeconds, kept?.paused], [{ kind: 'push' }, 60, false]);
    });
  });
}
