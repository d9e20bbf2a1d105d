import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { databases, type TestDatabase } from '../../../test/support/databases.ts';
import { copyWith, deliveryOf, furnishAll, itemWith } from '../../../test/support/stories.ts';
import { claimWork } from '../made/work.ts';
import type { Store } from '../store.ts';
import { findPublished, findStory, listStories } from '../stories.ts';
import { type ReceivedItem, saveDelivery } from './save-delivery.ts';

const now = new Date('2026-03-02T12:00:00Z');

/** Receives these items, each a file of its own, at minutes after 08:00; returns what became of the last. */
async function receive(store: Store, items: readonly ReceivedItem[]) {
  let outcome: Awaited<ReturnType<typeof saveDelivery>> | undefined;
  for (const [minute, item] of items.entries()) {
    outcome = await saveDelivery(store, deliveryOf([item], { receivedAt: new Date(Date.UTC(2026, 2, 2, 8, minute)) }));
  }
  return outcome!.stories[0]!;
}

const version = (agencyVersion: string, parts: Parameters<typeof copyWith>[0] = {}) =>
  itemWith({ copy: copyWith({ agencyVersion, headline: `Bridge closes, version ${agencyVersion}`, ...parts }) });

for (const database of databases) {
  describe(`a delivery on ${database.name}`, () => {
    let opened: TestDatabase;
    let store: Store;
    beforeEach(async () => {
      opened = await database.open();
      store = opened.store;
    });
    afterEach(() => opened.destroy());

    it('becomes a story that waits for its furniture', async () => {
      const outcome = await saveDelivery(store, deliveryOf([itemWith()]));
      assert.equal(outcome.duplicate, false);
      assert.deepEqual(outcome.stories, [
        { slug: 'harbour-bridge-to-close-for-three-weeks', storyId: outcome.stories[0]?.storyId, outcome: 'new' },
      ]);
      assert.deepEqual(await findStory(store, 'harbour-bridge-to-close-for-three-weeks'), {
        id: outcome.stories[0]?.storyId,
        slug: 'harbour-bridge-to-close-for-three-weeks',
        guid: 'npa:bridge',
        source: 'NPA',
        state: 'received',
        receivedAt: '2026-03-02T08:00:00.000Z',
        version: 1,
      });
    });

    it('is kept byte for byte, with its refusal when nothing could be read', async () => {
      const bytes = Uint8Array.from([0, 255, 128, 10, 0]);
      const refusal = { kind: 'not-copy', message: 'This is not copy.' };
      const outcome = await saveDelivery(store, deliveryOf([], { bytes, refusal, name: 'x\0.bin' }));
      const row = await store.read.selectFrom('wire_item').selectAll().executeTakeFirstOrThrow();
      assert.deepEqual(Uint8Array.from(row.bytes), bytes);
      assert.deepEqual(JSON.parse(row.refusal ?? ''), refusal);
      assert.equal(row.name, 'x\uFFFD.bin');
      assert.equal(row.id, outcome.wireItemId);
    });

    it('that comes a second time changes nothing and names the same story', async () => {
      const first = await saveDelivery(store, deliveryOf([itemWith()]));
      await furnishAll(store);
      const before = await findStory(store, first.stories[0]!.slug);
      const again = await saveDelivery(store, deliveryOf([itemWith()], { receivedAt: now, name: 'again.json' }));
      assert.deepEqual(again, {
        wireItemId: first.wireItemId,
        duplicate: true,
        stories: [{ ...first.stories[0], outcome: 'unchanged' }],
      });
      assert.deepEqual(await findStory(store, first.stories[0]!.slug), before);
      assert.equal(await claimWork(store), undefined);
    });

    it('of the same bytes from another source is another story', async () => {
      await saveDelivery(store, deliveryOf([itemWith()]));
      const outcome = await saveDelivery(store, deliveryOf([itemWith()], { source: 'Kestrel' }));
      assert.equal(outcome.stories[0]?.outcome, 'new');
      assert.equal(outcome.stories[0]?.slug, 'harbour-bridge-to-close-for-three-weeks-2');
    });

    it('with a version that is here already, in other bytes, leaves the story as it is', async () => {
      const slug = (await receive(store, [version('1')])).slug;
      const again = await saveDelivery(store, deliveryOf([version('1')], { bytes: Buffer.from('other bytes') }));
      assert.equal(again.stories[0]?.outcome, 'unchanged');
      assert.equal((await findStory(store, slug))?.version, 1);
    });

    it('of many items files each of them', async () => {
      const items = ['one', 'two', 'three'].map((name) => itemWith({ guid: name, copy: copyWith({ headline: name }) }));
      const outcome = await saveDelivery(store, deliveryOf(items));
      assert.deepEqual(
        outcome.stories.map((story) => [story.slug, story.outcome]),
        [
          ['one', 'new'],
          ['two', 'new'],
          ['three', 'new'],
        ],
      );
    });

    it('of an older version is kept and never shown', async () => {
      const late = await receive(store, [version('10'), version('9')]);
      await furnishAll(store);
      assert.equal(late.outcome, 'older');
      const published = await findPublished(store, late.slug, now);
      assert.equal(published?.copy.agencyVersion, '10');
      assert.equal(published?.version, 1);
      const kept = await store.read.selectFrom('story_version').select('agency_version').orderBy('number').execute();
      assert.deepEqual(
        kept.map((row) => row.agency_version),
        ['10', '9'],
      );
    });

    it('of a writethru keeps the address, and readers keep the old words until the new are checked', async () => {
      const { slug } = await receive(store, [version('1')]);
      await furnishAll(store);
      const outcome = await receive(store, [version('2', { headline: 'Bridge closed for a month' })]);
      assert.equal(outcome.outcome, 'update');
      assert.equal(outcome.slug, slug);
      const waiting = await findPublished(store, slug, now);
      assert.equal(waiting?.copy.agencyVersion, '1');
      assert.equal(waiting?.furniture.displayHeadline?.text, 'Bridge closes, version 1');
      assert.equal(waiting?.updatedAt, undefined);

      await furnishAll(store, new Date('2026-03-02T13:00:00Z'));
      const updated = await findPublished(store, slug, now);
      assert.equal(updated?.copy.agencyVersion, '2');
      assert.equal(updated?.furniture.displayHeadline?.text, 'Bridge closed for a month');
      assert.equal(updated?.publishedAt, '2026-03-02T12:00:00.000Z');
      assert.equal(updated?.updatedAt, '2026-03-02T13:00:00.000Z');
      assert.equal(updated?.state, 'live');
    });

    it('under a new guid that replaces an old one continues the story', async () => {
      const { slug } = await receive(store, [itemWith({ guid: 'old' })]);
      await furnishAll(store);
      const next = itemWith({ guid: 'new', replaces: ['old'], copy: copyWith({ headline: 'Bridge to stay shut' }) });
      const outcome = await saveDelivery(store, deliveryOf([next]));
      assert.deepEqual([outcome.stories[0]?.slug, outcome.stories[0]?.outcome], [slug, 'update']);
      await furnishAll(store);
      assert.equal((await findPublished(store, slug, now))?.copy.headline, 'Bridge to stay shut');
      assert.equal((await listStories(store, { limit: 10 })).length, 1);
    });

    it('of the replaced guid, when it comes too late, goes to the same story and is not shown', async () => {
      const next = itemWith({ guid: 'new', replaces: ['old'], copy: copyWith({ agencyVersion: '1' }) });
      const old = itemWith({ guid: 'old', copy: copyWith({ agencyVersion: '5', headline: 'Bridge may close' }) });
      const { slug, outcome } = await receive(store, [next, old]);
      await furnishAll(store);
      assert.equal(outcome, 'older');
      assert.equal((await findPublished(store, slug, now))?.copy.agencyVersion, '1');
    });

    it('of a canceled item kills the story at once, whatever came before or comes after', async () => {
      const { slug } = await receive(store, [version('1')]);
      await furnishAll(store);
      const note = 'NPA has withdrawn this story.';
      const kill = version('2', { pubStatus: 'canceled', correctionNote: note, headline: 'KILL' });
      await saveDelivery(store, deliveryOf([kill], { receivedAt: now }));
      assert.equal(await findPublished(store, slug, now), undefined);
      const killed = await findStory(store, slug);
      assert.deepEqual([killed?.state, killed?.notice, killed?.killedAt], ['killed', note, now.toISOString()]);

      await saveDelivery(store, deliveryOf([version('3')]));
      await furnishAll(store);
      assert.equal((await findStory(store, slug))?.state, 'killed');
      assert.equal(await findPublished(store, slug, now), undefined);
    });

    it('of a kill that comes before its story keeps the story from ever appearing', async () => {
      const outcome = await receive(store, [version('2', { pubStatus: 'canceled' }), version('1'), version('3')]);
      assert.equal((await findStory(store, outcome.slug))?.state, 'killed');
      assert.equal(await findPublished(store, outcome.slug, now), undefined);
      assert.equal(await claimWork(store), undefined);
    });

    it('that withholds the story, or whose status cannot be read, takes it from readers at once', async () => {
      const { slug } = await receive(store, [version('1')]);
      await furnishAll(store);
      await saveDelivery(store, deliveryOf([version('2', { pubStatus: 'unreadable' })]));
      assert.equal((await findStory(store, slug))?.state, 'held');
      assert.equal(await findPublished(store, slug, now), undefined);
      await saveDelivery(store, deliveryOf([version('3', { pubStatus: 'withheld' })]));
      assert.match((await findStory(store, slug))?.reason ?? '', /withholds/);
      await saveDelivery(store, deliveryOf([version('4')]));
      assert.equal((await findPublished(store, slug, now))?.copy.agencyVersion, '1');
    });

    it('with kill words in its text is held and kills nothing', async () => {
      const { slug } = await receive(store, [itemWith({ killWords: 'MANDATORY KILL' })]);
      await furnishAll(store);
      const story = await findStory(store, slug);
      assert.equal(story?.state, 'held');
      assert.match(story?.reason ?? '', /MANDATORY KILL/);
    });

    it('of a correction tells readers so, and a later plain update does not hide it', async () => {
      const { slug } = await receive(store, [version('1')]);
      await furnishAll(store);
      const correctionNote = 'Corrects the number of weeks in paragraph 1.';
      await receive(store, [version('2', { signals: ['correction'], correctionNote })]);
      await furnishAll(store, new Date('2026-03-02T13:00:00Z'));
      await receive(store, [version('3')]);
      await furnishAll(store, new Date('2026-03-02T14:00:00Z'));
      const story = await findPublished(store, slug, now);
      assert.equal(story?.state, 'corrected');
      assert.equal(story?.notice, correctionNote);
      assert.equal(story?.correctedAt, '2026-03-02T13:00:00.000Z');
      assert.equal(story?.updatedAt, '2026-03-02T14:00:00.000Z');
    });

    it('of a correction that was overtaken before it was furnished still tells readers', async () => {
      const { slug } = await receive(store, [version('1')]);
      await furnishAll(store);
      const correctionNote = 'Corrects the name of the harbour master.';
      await receive(store, [version('2', { signals: ['correction'], correctionNote }), version('3')]);
      await furnishAll(store);
      const story = await findPublished(store, slug, now);
      assert.deepEqual([story?.state, story?.notice], ['corrected', correctionNote]);
    });

    it('of a correction says nothing to readers before they can read the corrected words', async () => {
      const { slug } = await receive(store, [version('1')]);
      await furnishAll(store);
      await receive(store, [version('2', { signals: ['correction'], correctionNote: 'Corrects a name.' })]);
      const story = await findPublished(store, slug, now);
      assert.deepEqual([story?.state, story?.notice, story?.correctedAt], ['live', undefined, undefined]);
    });

    it('tells the listeners once it is durable', async () => {
      const heard: unknown[] = [];
      store.onChange((change) => heard.push(change));
      const { slug } = await receive(store, [version('1')]);
      assert.deepEqual(heard, [{ kind: 'story', slug }]);
    });

    it('of the same new story from many sides at once makes one story', async () => {
      const files = Array.from({ length: 12 }, (_, number) =>
        deliveryOf([version(String(number))], { name: `${number}.json` }),
      );
      const outcomes = await Promise.all(files.map((file) => saveDelivery(store, file)));
      assert.equal(new Set(outcomes.map((outcome) => outcome.stories[0]?.slug)).size, 1);
      assert.equal((await findStory(store, outcomes[0]!.stories[0]!.slug))?.version, await numberOf(store, '11'));
    });

    it('of many new stories with one headline at once gives each an address of its own', async () => {
      const files = Array.from({ length: 60 }, (_, number) => deliveryOf([itemWith({ guid: `npa:${number}` })]));
      const outcomes = await Promise.all(files.map((file) => saveDelivery(store, file)));
      assert.equal(new Set(outcomes.map((outcome) => outcome.stories[0]?.slug)).size, 60);
    });

    it('with a text that a database would refuse is kept', async () => {
      const item = itemWith({ guid: 'a\0b', copy: copyWith({ headline: 'Half \ud83d pair\0', section: '\0' }) });
      const outcome = await saveDelivery(store, deliveryOf([item], { bytes: Buffer.from('x'), source: 'N\0PA' }));
      await furnishAll(store);
      const story = await findPublished(store, outcome.stories[0]!.slug, now);
      assert.equal(story?.copy.headline, 'Half \ud83d pair\0');
    });

    it('leaves an event for each state that the story came to', async () => {
      await receive(store, [version('1')]);
      await furnishAll(store);
      await receive(store, [version('2', { pubStatus: 'canceled' })]);
      const events = await store.read.selectFrom('story_event').select(['kind', 'state']).orderBy('id').execute();
      assert.deepEqual(
        events.map((event) => event.state),
        ['received', 'live', 'killed'],
      );
    });
  });
}

async function numberOf(store: Store, agencyVersion: string): Promise<number | undefined> {
  const query = store.read.selectFrom('story_version').select('number').where('agency_version', '=', agencyVersion);
  return (await query.executeTakeFirst())?.number;
}
