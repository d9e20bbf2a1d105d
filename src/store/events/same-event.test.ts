import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import fc from 'fast-check';
import { databases, type TestDatabase } from '../../../test/support/databases.ts';
import { deliveryOf, furnishAll } from '../../../test/support/stories.ts';
import { type FixtureTelling, itemOf, tellings, tellingsOf } from '../../../test/support/tellings.ts';
import { DEFAULT_PROFILE, type SourceProfile } from '../../story/sources/source-profile.ts';
import { findForDesk } from '../desk.ts';
import { saveDelivery } from '../filing/save-delivery.ts';
import { act } from '../state.ts';
import type { Store } from '../store.ts';
import { findStory, listLatest } from '../stories.ts';
import { findCompanions } from './event-groups.ts';
import { joinStories, setApart } from './grouping.ts';
import { groupStory, listUngrouped } from './same-event.ts';

const NOW = new Date('2026-03-04T12:00:00.000Z');

/** Receives a telling when its agency sends it, furnishes and groups it. Returns its slug. */
async function tell(store: Store, telling: FixtureTelling, at = telling.at): Promise<string> {
  const item = itemOf(telling);
  const delivery = deliveryOf([item], { source: telling.source, receivedAt: new Date(at) });
  const { stories } = await saveDelivery(store, delivery);
  await furnishAll(store, new Date(at));
  const { slug } = stories[0]!;
  await groupAll(store);
  return slug;
}

/** Compares what waits for it, as the newsroom does. */
async function groupAll(store: Store): Promise<void> {
  for (const work of await listUngrouped(store, new Date(0))) await groupStory(store, work);
}

async function tellAll(store: Store, ...events: string[]): Promise<string[]> {
  const slugs: string[] = [];
  for (const telling of tellingsOf(...events)) slugs.push(await tell(store, telling));
  return slugs;
}

const front = (store: Store, section?: string) =>
  listLatest(store, { now: NOW, limit: 50, ...(section !== undefined && { section }) });
const lines = async (store: Store) =>
  (await front(store)).map(({ creditLine, alsoBy = [] }) =>
    [creditLine, ...alsoBy.map((line) => line.creditLine)].join('+'),
  );

async function agree(store: Store, name: string, profile: Partial<SourceProfile>): Promise<void> {
  const json = JSON.stringify({ ...DEFAULT_PROFILE, ...profile });
  await store.write((tx) => tx.db.updateTable('source').set({ profile: json }).where('name', '=', name).execute());
}

for (const database of databases) {
  describe(`One event from two agencies (${database.name})`, () => {
    let db: TestDatabase;
    beforeEach(async () => {
      db = await database.open();
    });
    afterEach(() => db.destroy());

    it('is one line, of the agency that published first, with the other a link away', async () => {
      const [ani = '', pti = ''] = await tellAll(db.store, 'metro-fire');
      const [line, ...others] = await front(db.store);
      assert.deepEqual(others, []);
      assert.equal(line?.slug, ani);
      assert.deepEqual(
        line?.alsoBy?.map(({ slug, creditLine }) => [slug, creditLine]),
        [[pti, 'PTI']],
      );
    });

    it('is one line in its section, the second agency’s where the first has another section', async () => {
      const [first, second] = tellingsOf('metro-fire') as [FixtureTelling, FixtureTelling];
      await tell(db.store, first);
      const item = itemOf(second);
      const other = { ...item, copy: { ...item.copy, section: 'Crime' } };
      const { stories } = await saveDelivery(
        db.store,
        deliveryOf([other], { source: 'PTI', receivedAt: new Date(second.at) }),
      );
      await furnishAll(db.store, new Date(second.at));
      await groupAll(db.store);
      assert.equal(stories.length, 1);
      assert.deepEqual(await lines(db.store), ['ANI+PTI']);
      assert.deepEqual(
        (await front(db.store, 'Crime')).map((line) => line.creditLine),
        ['PTI'],
      );
    });

    it('leaves the next day’s story of the same subject a line of its own', async () => {
      await tellAll(db.store, 'river-pact', 'river-pact:2');
      assert.deepEqual(await lines(db.store), ['Norfeed', 'Norfeed+CLN']);
    });

    it('lets the next agency step forward when the first kills its story, and kills nothing else', async () => {
      const [ani = '', pti = ''] = await tellAll(db.store, 'verdict');
      await agree(db.store, 'ANI', { rank: 1 });
      assert.deepEqual(await lines(db.store), ['ANI+PTI']);
      await act(db.store, ani, { kind: 'kill', at: NOW.toISOString() });
      assert.deepEqual(await lines(db.store), ['PTI']);
      assert.equal((await findStory(db.store, pti))?.state, 'live');
    });

    it('shows the agency of the smallest rank, and always one that the publisher wants shown', async () => {
      await tellAll(db.store, 'strike');
      await agree(db.store, 'PTI', { rank: 10 });
      assert.deepEqual(await lines(db.store), ['PTI+ANI']);
      await agree(db.store, 'ANI', { whenGrouped: 'show' });
      assert.deepEqual((await lines(db.store)).sort(), ['ANI+PTI', 'PTI+ANI']);
      await agree(db.store, 'ANI', { whenGrouped: 'apart' });
      assert.deepEqual((await lines(db.store)).sort(), ['ANI', 'PTI']);
    });

    it('shows the agency that may be shown while the preferred one’s embargo lasts', async () => {
      const [first, second] = tellingsOf('vaccine') as [FixtureTelling, FixtureTelling];
      const item = itemOf(first);
      const embargoed = { ...item, copy: { ...item.copy, embargoedUntil: '2026-03-02T20:00:00Z' } };
      await saveDelivery(db.store, deliveryOf([embargoed], { source: 'ANI', receivedAt: new Date(first.at) }));
      await tell(db.store, second);
      await agree(db.store, 'ANI', { rank: 1 });
      const credits = async (now: string) =>
        (await listLatest(db.store, { now: new Date(now), limit: 9 })).map(({ creditLine, alsoBy = [] }) => [
          creditLine,
          alsoBy.length,
        ]);
      assert.deepEqual(await credits('2026-03-02T19:59:59.999Z'), [['PTI', 0]]);
      assert.deepEqual(await credits('2026-03-02T20:00:00.000Z'), [['ANI', 1]]);
    });

    it('takes an editor’s word, also when the story is compared again', async () => {
      const [ani = '', pti = ''] = await tellAll(db.store, 'drought');
      const [metro = ''] = await tellAll(db.store, 'metro-fire');
      await setApart(db.store, pti, { at: NOW, by: 'Asha Rao' });
      await tell(db.store, {
        ...tellingsOf('drought')[1]!,
        paragraphs: [...tellingsOf('drought')[1]!.paragraphs, 'More soon.'],
      });
      assert.deepEqual((await lines(db.store)).sort(), ['ANI', 'ANI+PTI', 'PTI']);
      await joinStories(db.store, [ani, pti], { at: NOW });
      await joinStories(db.store, [ani, metro], { at: NOW });
      assert.deepEqual(await lines(db.store), ['ANI+PTI+ANI+PTI']);
      const steps = (await findForDesk(db.store, pti))?.events ?? [];
      assert.deepEqual(
        steps.flatMap(({ what, by }) => (/apart|joined/.test(what) ? [[what, by]] : [])),
        [
          ['apart', 'Asha Rao'],
          [`joined with ${ani}`, undefined],
        ],
      );
      await assert.rejects(joinStories(db.store, [ani, ani], { at: NOW }), { code: 'bad-input' });
      await assert.rejects(setApart(db.store, 'nowhere', { at: NOW }), { code: 'not-found' });
    });

    it('is one line when an agency sends the same words again under another id', async () => {
      const [first] = tellingsOf('vaccine') as [FixtureTelling];
      await tell(db.store, first);
      await tell(db.store, { ...first, event: 'resent', at: '2026-03-02T08:00:00.000Z' });
      assert.deepEqual(await lines(db.store), ['ANI+ANI']);
    });

    it('is told to whoever keeps pages: each of its stories changed', async () => {
      const told = new Set<string>();
      const [first, second] = tellingsOf('museum') as [FixtureTelling, FixtureTelling];
      const one = await tell(db.store, first);
      const forget = db.store.onChange((change) => {
        if (change.kind === 'story') told.add(change.slug);
      });
      const other = await tell(db.store, second);
      forget();
      assert.deepEqual([...told].sort(), [one, other].sort());
    });

    it('is found once a crash let a story wait, and after that waits no more', async () => {
      const [first, second] = tellingsOf('shots') as [FixtureTelling, FixtureTelling];
      await tell(db.store, first);
      await saveDelivery(db.store, deliveryOf([itemOf(second)], { source: 'PTI', receivedAt: new Date(second.at) }));
      await furnishAll(db.store, new Date(second.at));
      const later = new Date('2026-04-11T00:00:00.000Z');
      assert.equal((await listLatest(db.store, { now: later, limit: 9 })).length, 2);
      await groupAll(db.store);
      assert.equal((await listLatest(db.store, { now: later, limit: 9 })).length, 1);
      assert.deepEqual(await listUngrouped(db.store, new Date(0)), []);
    });

    it('comes out the same whatever the order of arrival', async () => {
      const some = tellings.filter(({ event }) => /^(?:market-close|quake|football-derby|merger|storm)/.test(event));
      const groups = async (order: readonly FixtureTelling[]) => {
        const fresh = await database.open();
        const ids = new Map<number, string>();
        for (const telling of order) {
          const slug = await tell(fresh.store, telling, '2026-03-02T23:00:00.000Z');
          ids.set((await findStory(fresh.store, slug))!.id, `${telling.event} ${telling.source}`);
        }
        const pairs = await findCompanions(fresh.store, [...ids.keys()]);
        await fresh.destroy();
        return pairs.map(({ of, id }) => `${ids.get(of)} = ${ids.get(id)}`).sort();
      };
      const expected = await groups(some);
      assert.equal(expected.length, 8);
      const shuffled = fc.shuffledSubarray([...some], { minLength: some.length, maxLength: some.length });
      await fc.assert(
        fc.asyncProperty(shuffled, async (order) => assert.deepEqual(await groups(order), expected)),
        { numRuns: 5 },
      );
    });
  });
}
