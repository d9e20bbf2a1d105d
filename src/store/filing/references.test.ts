import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { databases, type TestDatabase } from '../../../test/support/databases.ts';
import { copyWith, deliveryOf, furnishAll, itemWith, publish } from '../../../test/support/stories.ts';
import type { Copy } from '../../story/copy.ts';
import { act } from '../state.ts';
import type { Store } from '../store.ts';
import { findPublished, findStory } from '../stories.ts';
import { type ReceivedItem, saveDelivery } from './save-delivery.ts';

const later = new Date('2026-03-02T13:00:00Z');

type Parts = Partial<Copy> & { readonly paragraphs?: readonly string[] };
const item = (guid: string, parts: Parts = {}, more: Partial<ReceivedItem> = {}): ReceivedItem =>
  itemWith({ guid, copy: copyWith({ headline: `Story of ${guid}`, ...parts }), ...more });

for (const database of databases) {
  describe(`what an item says of others, on ${database.name}`, () => {
    let opened: TestDatabase;
    let store: Store;
    beforeEach(async () => {
      opened = await database.open();
      store = opened.store;
    });
    afterEach(() => opened.destroy());

    const send = async (received: ReceivedItem, receivedAt = later) => {
      const { stories } = await saveDelivery(store, deliveryOf([received], { receivedAt }));
      await furnishAll(store, receivedAt);
      return stories[0]!;
    };
    const state = async (slug: string) => (await findStory(store, slug))?.state;

    it('an order to kill another item kills its story, with the notice of the order', async () => {
      const slug = await publish(store, item('dam-1'));
      const note = 'This story was withdrawn because its source was misidentified.';
      const order = item('dam-2', { pubStatus: 'canceled', correctionNote: note }, { kills: ['dam-1'] });
      assert.deepEqual((await send(order)).others, [slug]);
      assert.equal(await state(slug), 'killed');
      assert.equal((await findStory(store, slug))?.notice, note);
      assert.equal(await findPublished(store, slug, later), undefined);
    });

    it('an order to kill an item that has not come yet keeps it away when it does', async () => {
      await send(item('dam-2', { correctionNote: 'Withdrawn by the agency.' }, { kills: ['dam-1'] }));
      const { slug } = await send(item('dam-1'));
      assert.equal(await state(slug), 'killed');
      assert.equal((await findStory(store, slug))?.notice, 'Withdrawn by the agency.');
      await send(item('dam-1', { agencyVersion: '9' }));
      assert.equal(await state(slug), 'killed');
    });

    it('a kill of an item that brought several stories kills each of them, whichever comes first', async () => {
      const one = await publish(store, item('dam'));
      const two = await publish(store, item('dam#fr'));
      const other = await publish(store, item('dam-2'));
      const order = item('dam', { agencyVersion: '2', pubStatus: 'canceled', paragraphs: [] });
      assert.deepEqual((await send(order)).others, [two]);
      const { slug: three } = await send(item('dam#de'));
      assert.deepEqual(await Promise.all([one, two, three, other].map(state)), ['killed', 'killed', 'killed', 'live']);
    });

    it('a withhold of such an item withholds each of its stories until the agency takes it back', async () => {
      const one = await publish(store, item('dam', { agencyVersion: '1' }));
      const two = await publish(store, item('dam#fr'));
      const order = { pubStatus: 'withheld', paragraphs: [] } as const;
      assert.deepEqual((await send(item('dam', { ...order, agencyVersion: '2' }))).others, [two]);
      const { slug: three } = await send(item('dam#de'));
      assert.deepEqual(await Promise.all([one, two, three].map(state)), ['held', 'held', 'held']);
      await send(item('dam', { agencyVersion: '3' }));
      assert.deepEqual(await Promise.all([one, two, three].map(state)), ['live', 'live', 'live']);
    });

    it('killed copy does not come back under a guid that replaces it', async () => {
      const slug = await publish(store, item('dam-1'));
      await send(item('dam-1', { agencyVersion: '2', pubStatus: 'canceled', paragraphs: [] }));
      const next = await send(item('dam-3', {}, { replaces: ['dam-1'] }));
      assert.deepEqual([next.slug, await state(slug)], [slug, 'killed']);
    });

    it('nor when the kill was ordered before either came', async () => {
      await send(item('notice', {}, { kills: ['dam-1'] }));
      const { slug } = await send(item('dam-3', {}, { replaces: ['dam-1'] }));
      assert.equal(await state(slug), 'killed');
    });

    it('a kill of the replaced guid kills what replaced it, under its own address too', async () => {
      const one = await publish(store, item('dam-1'));
      const two = await publish(store, item('dam-2'));
      await send(item('dam-2', { agencyVersion: '2' }, { replaces: ['dam-1'] }));
      assert.deepEqual([await state(one), await state(two)], ['live', 'live']);
      await send(item('dam-1', { agencyVersion: '2', pubStatus: 'canceled' }));
      assert.deepEqual([await state(one), await state(two)], ['killed', 'killed']);
    });

    it('a story that says late that it replaces a killed one is killed', async () => {
      await publish(store, item('dam-1', { pubStatus: 'canceled' }));
      const two = await publish(store, item('dam-2'));
      assert.equal(await state(two), 'live');
      await send(item('dam-2', { agencyVersion: '2' }, { replaces: ['dam-1'] }));
      assert.equal(await state(two), 'killed');
    });

    it('a kill goes along the whole chain and leaves what is beside it', async () => {
      const [one, two] = [await publish(store, item('dam-1')), await publish(store, item('dam-2'))];
      const [three, beside] = [await publish(store, item('dam-3')), await publish(store, item('mill-1'))];
      await send(item('dam-2', { agencyVersion: '2' }, { replaces: ['dam-1'] }));
      await send(item('dam-3', { agencyVersion: '2' }, { replaces: ['dam-2', 'mill-1'] }));
      await send(item('dam-1', { agencyVersion: '2', pubStatus: 'canceled' }));
      assert.deepEqual(await Promise.all([one, two, three, beside].map(state)), ['killed', 'killed', 'killed', 'live']);
    });

    it('an item that replaces a guid and orders it killed means the past of its own story', async () => {
      const order = item('dam-2', { headline: 'Dam holds' }, { replaces: ['dam-1'], kills: ['dam-1'] });
      const { slug } = await send(order);
      await send(item('dam-1'));
      assert.equal((await findPublished(store, slug, later))?.copy.headline, 'Dam holds');
      const [three, four] = [await publish(store, item('dam-3')), await publish(store, item('dam-4'))];
      await send(item('dam-4', { agencyVersion: '2' }, { replaces: ['dam-3'], kills: ['dam-3'] }));
      await send(item('dam-4', { agencyVersion: '3' }));
      assert.deepEqual([await state(three), await state(four)], ['killed', 'live']);
      const five = await send(item('dam-5', {}, { replaces: ['dam-4'] }));
      assert.deepEqual([five.slug, await state(four)], [four, 'live']);
    });

    it('another source’s order reaches nothing of this one', async () => {
      const slug = await publish(store, item('dam-1'));
      const order = item('dam-2', {}, { kills: ['dam-1'] });
      await saveDelivery(store, deliveryOf([order], { source: 'Kestrel', receivedAt: later }));
      assert.equal(await state(slug), 'live');
    });

    it('a withheld item holds what it replaces until it is usable again', async () => {
      const [one, two] = [await publish(store, item('dam-1')), await publish(store, item('dam-2'))];
      await send(item('dam-3', { agencyVersion: '1', pubStatus: 'withheld' }, { replaces: ['dam-1', 'dam-2'] }));
      assert.deepEqual([await state(one), await state(two)], ['held', 'held']);
      const freed = await send(item('dam-3', { agencyVersion: '2' }, { replaces: ['dam-1', 'dam-2'] }));
      assert.deepEqual([await state(one), await state(two)], ['live', 'live']);
      assert.deepEqual(freed.others, [two]);
    });

    it('an order to withhold reaches a story that comes later, and an older version of the order nothing', async () => {
      await send(item('notice', { agencyVersion: '4' }, { withholds: ['dam-1'] }));
      const { slug } = await send(item('dam-1'));
      assert.equal(await state(slug), 'held');
      assert.equal((await findStory(store, slug))?.reason, 'The agency withholds this story until further notice.');
      await send(item('notice', { agencyVersion: '5' }));
      assert.equal(await state(slug), 'live');
      await send(item('notice', { agencyVersion: '3' }, { withholds: ['dam-1'] }));
      assert.equal(await state(slug), 'live');
    });

    it('a person’s hold stays when the agency’s withhold ends', async () => {
      const slug = await publish(store, item('dam-1'));
      await send(item('notice', { agencyVersion: '1' }, { withholds: ['dam-1'] }));
      await act(store, slug, { kind: 'hold', at: later.toISOString(), reason: 'Lawyer' });
      await send(item('notice', { agencyVersion: '2' }));
      assert.equal((await findStory(store, slug))?.reason, 'Lawyer');
    });

    it('a notice in words holds a story that it names and that comes within two days', async () => {
      const words = 'Editors: please kill the story headlined “Story of the old mill race”, slugged Mill-Race.';
      const notice = {
        copy: copyWith({ headline: 'KILL KILL KILL', paragraphs: [words] }),
        killWords: 'KILL KILL KILL',
      };
      await send(item('notice', {}, { ...notice, notice: words }));
      const named = await send(item('a', { headline: 'Story of the old mill race' }));
      const slugged = await send(item('b', { headline: 'Mill race to reopen', slugline: 'MILL-RACE' }));
      const other = await send(item('c', { headline: 'Story of the new mill' }));
      const late = await send(item('d', { slugline: 'Mill-Race' }), new Date('2026-03-04T13:00:01Z'));
      assert.deepEqual(await Promise.all([named, slugged, other, late].map(({ slug }) => state(slug))), [
        'held',
        'held',
        'live',
        'live',
      ]);
      assert.equal(
        (await findStory(store, named.slug))?.reason,
        'A notice says “KILL KILL KILL” about this story (see kill-kill-kill): a person must look at it.',
      );
      await act(store, named.slug, { kind: 'release', at: '2026-03-05T09:00:00.000Z' });
      assert.equal(await state(named.slug), 'live');
    });

    it('a version without words never takes the place of one that has some, and its status counts', async () => {
      const slug = await publish(store, item('dam-1', { agencyVersion: '1' }));
      await send(item('dam-1', { agencyVersion: '2', paragraphs: [] }));
      const shown = await findPublished(store, slug, later);
      assert.equal(shown?.version, 1);
      assert.equal(shown?.updatedAt, undefined);
      await send(item('dam-1', { agencyVersion: '3', pubStatus: 'withheld', paragraphs: [] }));
      assert.equal(await state(slug), 'held');
      await send(item('dam-1', { agencyVersion: '4', paragraphs: [] }));
      assert.match((await findPublished(store, slug, later))?.copy.text ?? '', /harbour bridge/);
      await send(item('dam-1', { agencyVersion: '5', pubStatus: 'canceled', paragraphs: [] }));
      assert.equal(await state(slug), 'killed');
    });

    it('a status without words frees copy that was withheld when it came, and an embargo in it holds', async () => {
      const { slug } = await send(item('dam-1', { agencyVersion: '1', pubStatus: 'withheld' }));
      await send(item('dam-1', { agencyVersion: '2', embargoedUntil: '2026-03-03T06:00:00Z', paragraphs: [] }));
      assert.equal(await state(slug), 'embargoed');
      await send(item('dam-1', { agencyVersion: '3', paragraphs: [] }));
      assert.equal(await state(slug), 'live');
    });

    it('copy that never had words waits for them, or for a person', async () => {
      const { slug } = await send(item('dam-1', { agencyVersion: '1', paragraphs: [] }));
      assert.equal((await findStory(store, slug))?.reason, 'The copy has no text yet, only a headline.');
      await send(item('dam-1', { agencyVersion: '2' }));
      assert.equal(await state(slug), 'live');
    });

    it('a version that is here already changes nothing, also when a newer one came between', async () => {
      const slug = await publish(store, item('dam-1', { agencyVersion: '1' }));
      await send(item('dam-1', { agencyVersion: '2', headline: 'Dam holds' }));
      const again = itemWith({ ...item('dam-1', { agencyVersion: '1' }) });
      const { stories } = await saveDelivery(store, deliveryOf([again], { bytes: Buffer.from('other'), name: 'x' }));
      assert.equal(stories[0]?.outcome, 'unchanged');
      assert.equal((await findPublished(store, slug, later))?.copy.headline, 'Dam holds');
    });
  });
}
