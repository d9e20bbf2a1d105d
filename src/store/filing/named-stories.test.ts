import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { databases, type TestDatabase } from '../../../test/support/databases.ts';
import { copyWith, deliveryOf, furnishAll, itemWith, publish } from '../../../test/support/stories.ts';
import { copyOf } from '../../wire/copy-of.ts';
import { parse } from '../../wire/parse.ts';
import { findForDesk } from '../desk.ts';
import { act } from '../state.ts';
import type { Change, Store } from '../store.ts';
import { findPublished, findStory, listStories } from '../stories.ts';
import { type ReceivedItem, saveDelivery } from './save-delivery.ts';

const later = new Date('2026-03-02T13:00:00Z');
const send = (store: Store, item: Partial<ReceivedItem>) =>
  saveDelivery(store, deliveryOf([itemWith(item)], { receivedAt: later }));

/** Agency copy with this headline, and words that tell it from others. */
const story = (guid: string, headline: string, parts: Parameters<typeof copyWith>[0] = {}) => ({
  guid,
  copy: copyWith({ headline, ...parts }),
});
const kill = (notice: string, parts: Partial<ReceivedItem> = {}): Partial<ReceivedItem> => ({
  guid: 'notice',
  copy: copyWith({ headline: 'KILL KILL KILL', paragraphs: [notice] }),
  killWords: 'KILL KILL KILL',
  notice,
  ...parts,
});

function fixture(name: string): ReceivedItem {
  const parsed = parse(readFileSync(new URL(`../../../fixtures/wire/${name}`, import.meta.url)), name);
  assert.ok(parsed.ok);
  return copyOf(parsed.items[0] ?? {});
}

for (const database of databases) {
  describe(`what names other stories, on ${database.name}`, () => {
    let opened: TestDatabase;
    let store: Store;
    beforeEach(async () => {
      opened = await database.open();
      store = opened.store;
    });
    afterEach(() => opened.destroy());
    const state = async (slug: string) => (await findStory(store, slug))?.state;

    it('a mailed kill holds the story whose slug it names, says why, and lets a person decide', async () => {
      const slug = await publish(store, fixture('mailed-story.txt'));
      const other = await publish(store, story('other', 'Harbour fire crews honoured'));
      const changes: Change[] = [];
      store.onChange((change) => changes.push(change));
      const { stories } = await send(store, fixture('mailed-kill.txt'));
      const held = await findStory(store, slug);
      assert.equal(held?.state, 'held');
      assert.equal(
        held?.reason,
        'A notice says “KILL KILL KILL” about this story (see harbour-fire): a person must look at it.',
      );
      assert.equal(await findPublished(store, slug, later), undefined);
      assert.equal((await findForDesk(store, slug))?.events.find((event) => event.what === 'hold')?.by, 'copydesk');
      assert.ok(changes.some((change) => change.kind === 'story' && change.slug === slug));
      assert.equal(await state('harbour-fire'), 'held');
      assert.deepEqual(stories[0]?.others, [slug]);
      assert.equal(await state(other), 'live');
      assert.equal((await act(store, slug, { kind: 'release', at: later.toISOString() })).state, 'live');
    });

    it('a kill in words holds the story whose headline stands in it, in whatever capitals and marks', async () => {
      const slug = await publish(store, story('a', 'Bridge to close, port’s council says'));
      const short = await publish(store, story('b', 'Bridge'));
      const unlike = await publish(store, story('c', 'Bridge to close for a week'));
      await send(
        store,
        kill(
          "Editors: please kill the story headlined BRIDGE TO CLOSE, PORT'S COUNCIL SAYS of Monday. The bridge is open.",
        ),
      );
      assert.deepEqual([await state(slug), await state(short), await state(unlike)], ['held', 'live', 'live']);
    });

    it('a kill in words holds a story with the same headline or the same slug', async () => {
      const equal = await publish(store, story('a', 'Bridge closes'));
      const slugged = await publish(store, story('b', 'Planners meet', { slugline: 'Quarry' }));
      const other = await publish(store, story('c', 'Planners go home', { slugline: 'Quarry Hill' }));
      await send(store, kill('Do not use.', { copy: copyWith({ headline: 'Bridge Closes', slugline: 'QUARRY' }) }));
      assert.deepEqual([await state(equal), await state(slugged), await state(other)], ['held', 'held', 'live']);
    });

    it('a kill in words reaches a story by the whole of a slug that its wire cut short, before and after it', async () => {
      const cut = { slugline: 'AV--Harbour-FireInqui', keywords: ['AV--Harbour-Fire Inquiry at Meridian'] };
      const slug = await publish(store, story('a', 'Inquiry opens', cut));
      const like = await publish(store, story('b', 'Inquiry to wait', { slugline: 'Inquiry', keywords: ['Meridian'] }));
      await send(store, kill('Kill the story slugged BC-AV--Harbour-Fire Inquiry at Meridian of Monday. It is wrong.'));
      const { stories } = await send(store, { ...story('c', 'Inquiry goes on', cut), replaces: [] });
      await furnishAll(store);
      assert.deepEqual(await Promise.all([slug, like, stories[0]?.slug ?? ''].map(state)), ['held', 'live', 'held']);
    });

    it('an order in words under the story’s own guid holds it, and its words never stand where the story stood', async () => {
      const slug = await publish(store, story('a', 'Bridge to close', { agencyVersion: '1' }));
      const words = 'Editors: a kill is mandatory. Make certain the report is not used. Its source was misquoted.';
      const order = kill(words, { guid: 'a' });
      await send(store, order);
      assert.equal(await state(slug), 'held');
      await act(store, slug, { kind: 'release', at: later.toISOString() });
      await furnishAll(store);
      const shown = await findPublished(store, slug, later);
      assert.deepEqual([shown?.state, shown?.copy.headline], ['live', 'Bridge to close']);
      const told = copyWith({ headline: 'Bridge to close, and a kill is mandatory', agencyVersion: '2' });
      const update = itemWith({ guid: 'a', copy: told, killWords: 'kill is mandatory', notice: told.text });
      const next = new Date('2026-03-02T14:00:00Z');
      await saveDelivery(store, deliveryOf([update], { receivedAt: next }));
      assert.equal(await state(slug), 'held');
      await act(store, slug, { kind: 'release', at: next.toISOString() });
      await furnishAll(store);
      assert.equal((await findPublished(store, slug, next))?.copy.headline, told.headline);
    });

    it('a kill in words holds a story that has no furniture yet', async () => {
      const { stories } = await saveDelivery(store, deliveryOf([itemWith(story('a', 'Bridge to close in May'))]));
      await send(store, kill('Please kill Bridge to close in May.'));
      await furnishAll(store);
      assert.equal(await state(stories[0]!.slug), 'held');
    });

    it('a kill in words leaves other sources, killed and spiked stories, and all but a handful', async () => {
      const foreign = await saveDelivery(
        store,
        deliveryOf([itemWith(story('a', 'Bridge to close in May'))], { source: 'Kestrel' }),
      );
      const gone = await publish(store, story('gone', 'Bridge to close in May'));
      await act(store, gone, { kind: 'kill', at: later.toISOString() });
      const many = Array.from({ length: 8 }, (_, at) =>
        itemWith(story(`m${at}`, `Planners meet ${at}`, { slugline: 'Hill' })),
      );
      await saveDelivery(store, deliveryOf(many));
      await furnishAll(store);
      await send(store, kill('Please kill Bridge to close in May, slugged Hill.'));
      assert.deepEqual([await state(foreign.stories[0]!.slug), await state(gone)], ['live', 'killed']);
      const held = await listStories(store, { state: 'held', limit: 20 });
      assert.equal(held.filter((each) => each.guid.startsWith('m')).length, 5);
    });

    it('a canceled item kills every story whose guid it replaces', async () => {
      const [a, b] = [await publish(store, story('A', 'Dam cracks')), await publish(store, story('B', 'Dam holds'))];
      const changes: Change[] = [];
      store.onChange((change) => changes.push(change));
      const copy = copyWith({ agencyVersion: '2', pubStatus: 'canceled', correctionNote: 'This story was withdrawn.' });
      const { stories } = await send(store, { guid: 'B', copy, replaces: ['A'] });
      assert.deepEqual([await state(a), await state(b)], ['killed', 'killed']);
      assert.equal((await findStory(store, a))?.notice, 'This story was withdrawn.');
      assert.deepEqual(stories[0]?.others, [a]);
      assert.ok(changes.some((change) => change.kind === 'story' && change.slug === a));
    });

    it('a canceled or withheld item of a new guid reaches all that it replaces', async () => {
      const slugs = [
        await publish(store, story('C', 'Dam cracks')),
        await publish(store, story('D', 'Dam holds')),
        await publish(store, story('F', 'Dam opens')),
        await publish(store, story('G', 'Dam shuts')),
      ];
      await send(store, { guid: 'E', copy: copyWith({ pubStatus: 'canceled' }), replaces: ['C', 'D'] });
      await send(store, { guid: 'H', copy: copyWith({ pubStatus: 'withheld' }), replaces: ['F', 'G'] });
      const states = await Promise.all(slugs.map(state));
      assert.deepEqual(states, ['killed', 'killed', 'held', 'held']);
    });

    it('a usable item that replaces several leaves the others as they are', async () => {
      const [a, b] = [await publish(store, story('A', 'Dam cracks')), await publish(store, story('B', 'Dam holds'))];
      await send(store, { guid: 'E', copy: copyWith({ headline: 'Dam is whole' }), replaces: ['A', 'B'] });
      await furnishAll(store);
      assert.deepEqual([await state(a), await state(b)], ['live', 'live']);
    });
  });
}
