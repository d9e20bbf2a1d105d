import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { databases, type TestDatabase } from '../../test/support/databases.ts';
import { copyWith, deliveryOf, furnishAll, itemWith, publish } from '../../test/support/stories.ts';
import { saveComment } from './comments.ts';
import { findForDesk } from './desk.ts';
import { saveDelivery } from './filing/save-delivery.ts';
import { findPerson, listQuotationsOf } from './people.ts';
import { act } from './state.ts';
import type { Store } from './store.ts';
import { findPublished, findStory, listLatest, listSections, listStories } from './stories.ts';

const now = new Date('2026-03-02T20:00:00Z');
const at = (hour: number) => new Date(Date.UTC(2026, 2, 2, hour));
const named = (headline: string, parts: Parameters<typeof copyWith>[0] = {}) => ({
  guid: `npa:${headline}`,
  copy: copyWith({ headline, ...parts }),
});

for (const database of databases) {
  describe(`the lists of stories on ${database.name}`, () => {
    let opened: TestDatabase;
    let store: Store;
    beforeEach(async () => {
      opened = await database.open();
      store = opened.store;
    });
    afterEach(() => opened.destroy());
    const slugs = async (options: Partial<Parameters<typeof listLatest>[1]> = {}) =>
      (await listLatest(store, { now, limit: 10, ...options })).map((line) => line.slug);

    it('have what a front page shows of a story', async () => {
      const slug = await publish(store, named('Bridge', { dateline: { text: 'Port Eldon, March 2' } }), at(9));
      const story = await findStory(store, slug);
      assert.deepEqual(await listLatest(store, { now, limit: 10 }), [
        {
          id: story?.id,
          slug: 'bridge',
          state: 'live',
          publishedAt: '2026-03-02T09:00:00.000Z',
          headline: 'Bridge',
          standfirst: 'The harbour bridge at Port Eldon will close for three weeks from Monday, the port said.',
          section: 'Local',
          dateline: 'Port Eldon, March 2',
          creditLine: 'NPA',
          readingMinutes: 2,
          comments: 0,
        },
      ]);
    });

    it('begin with the story that was published last, and have only what readers may see', async () => {
      await publish(store, named('first'), at(9));
      await publish(store, named('second'), at(10));
      await publish(store, named('killed'), at(11));
      await act(store, 'killed', { kind: 'kill', at: at(12).toISOString() });
      await publish(store, named('embargoed', { embargoedUntil: '2026-03-03T00:00:00Z' }), at(11));
      await publish(store, named('held', { pubStatus: 'unreadable' }), at(11));
      await saveDelivery(store, deliveryOf([itemWith(named('waiting'))]));
      assert.deepEqual(await slugs(), ['second', 'first']);
    });

    it('go on page by page without losing or repeating a story, also among stories of one moment', async () => {
      const all = ['a', 'b', 'c', 'd', 'e'];
      const items = all.map((name) => itemWith(named(name)));
      await saveDelivery(store, deliveryOf(items));
      await furnishAll(store, at(9));
      const first = await listLatest(store, { now, limit: 2 });
      const last = first.at(-1)!;
      const second = await listLatest(store, { now, limit: 10, before: last.publishedAt!, beforeId: last.id });
      assert.deepEqual(
        [...first, ...second].map((line) => line.slug),
        all.reverse(),
      );
      assert.deepEqual(await slugs({ before: '2026-03-02T09:00:00.000Z' }), []);
    });

    it('of a section take no notice of capitals', async () => {
      await publish(store, named('match', { section: 'Sport' }), at(9));
      await publish(store, named('race', { section: 'SPORT ' }), at(10));
      await publish(store, named('ferry', { section: 'Local' }), at(11));
      await publish(store, named('nowhere', { section: ' ' }), at(11));
      assert.deepEqual(await slugs({ section: 'sport' }), ['race', 'match']);
      const sections = await listSections(store, now);
      assert.deepEqual(
        sections.map((section) => section.toLowerCase()),
        ['local', 'sport'],
      );
    });

    it('count the comments that readers see', async () => {
      const slug = await publish(store, named('bridge'), at(9));
      const storyId = (await findStory(store, slug))!.id;
      for (const state of ['approved', 'approved', 'pending', 'removed'] as const) {
        const submission = { storyId, fullName: 'Priya Shah', text: `It was ${state}.`, readerToken: 'token' };
        await saveComment(store, { submission, name: 'Priya S', state, reasons: [], by: 'policy', now });
      }
      assert.equal((await listLatest(store, { now, limit: 1 }))[0]?.comments, 2);
    });

    it('of the newsroom have every state, last received first', async () => {
      await publish(store, named('one'));
      await saveDelivery(
        store,
        deliveryOf([itemWith(named('two', { pubStatus: 'withheld' }))], { receivedAt: at(10) }),
      );
      const rows = await listStories(store, { limit: 10 });
      assert.deepEqual(
        rows.map((row) => [row.slug, row.state, row.headline]),
        [
          ['two', 'held', 'two'],
          ['one', 'live', 'one'],
        ],
      );
      assert.deepEqual(
        (await listStories(store, { state: 'live', limit: 10 })).map((row) => row.slug),
        ['one'],
      );
      assert.equal((await listStories(store, { limit: 1 })).length, 1);
    });

    it('know nothing of an address that nobody was given', async () => {
      assert.equal(await findStory(store, 'nothing'), undefined);
      assert.equal(await findPublished(store, 'nothing', now), undefined);
      assert.equal(await findPublished(store, 'a\0b', now), undefined);
      assert.equal(await findStory(store, '\0'), undefined);
      assert.equal(await findForDesk(store, 'nothing'), undefined);
    });
  });

  describe(`the desk on ${database.name}`, () => {
    let opened: TestDatabase;
    beforeEach(async () => {
      opened = await database.open();
    });
    afterEach(() => opened.destroy());

    it('sees the newest copy, its furniture once there is any, and the way of the story', async () => {
      const { store } = opened;
      const slug = await publish(store, named('bridge'), at(9));
      await act(store, slug, { kind: 'hold', at: at(10).toISOString(), reason: 'Check it.', by: 'Asha Rao' });
      const found = await findForDesk(store, slug);
      assert.equal(found?.furniture?.displayHeadline?.text, 'bridge');
      assert.deepEqual(found?.events, [
        { at: '2026-03-02T08:00:00.000Z', what: 'received' },
        { at: '2026-03-02T09:00:00.000Z', what: 'live' },
        { at: '2026-03-02T10:00:00.000Z', what: 'hold', reason: 'Check it.', by: 'Asha Rao' },
        { at: '2026-03-02T10:00:00.000Z', what: 'held', reason: 'Check it.' },
      ]);
      const update = itemWith({ ...named('bridge'), copy: copyWith({ headline: 'Bridge closes' }) });
      await saveDelivery(store, deliveryOf([update]));
      const waiting = await findForDesk(store, slug);
      assert.deepEqual([waiting?.copy.headline, waiting?.furniture], ['Bridge closes', undefined]);
    });
  });

  describe(`the record on ${database.name}`, () => {
    let opened: TestDatabase;
    let store: Store;
    beforeEach(async () => {
      opened = await database.open();
      store = opened.store;
    });
    afterEach(() => opened.destroy());

    it('has what a person said, latest story first', async () => {
      await publish(store, named('first'), at(9));
      await publish(store, named('second'), at(10));
      assert.deepEqual(await findPerson(store, 'ruth-amadi'), {
        slug: 'ruth-amadi',
        name: 'Ruth Amadi',
        role: 'harbour master',
      });
      const record = await listQuotationsOf(store, 'ruth-amadi', now);
      assert.deepEqual(
        record.map((quotation) => quotation.story.slug),
        ['second', 'first'],
      );
      assert.deepEqual(record[0], {
        person: { slug: 'ruth-amadi', name: 'Ruth Amadi' },
        story: { slug: 'second', publishedAt: '2026-03-02T10:00:00.000Z', headline: 'second' },
        text: 'We know that this is hard for the islanders',
        kind: 'direct',
        cue: 'said',
        role: 'harbour master',
      });
    });

    it('forgets what a killed story, or a version that was replaced, quoted', async () => {
      const slug = await publish(store, named('first'), at(9));
      await publish(store, named('second'), at(10));
      await act(store, slug, { kind: 'kill', at: at(11).toISOString() });
      const paragraphs = ['Nobody at the port was ready to speak about the bridge on Monday.'];
      await publish(store, { ...named('second'), copy: copyWith({ headline: 'second', paragraphs }) }, at(12));
      assert.deepEqual(await listQuotationsOf(store, 'ruth-amadi', now), []);
      assert.deepEqual(await findPerson(store, 'ruth-amadi'), { slug: 'ruth-amadi', name: 'Ruth Amadi' });
    });

    it('knows nobody who was never quoted', async () => {
      assert.equal(await findPerson(store, 'nobody'), undefined);
      assert.equal(await findPerson(store, 'a\0b'), undefined);
      assert.deepEqual(await listQuotationsOf(store, 'nobody', now), []);
    });
  });
}
