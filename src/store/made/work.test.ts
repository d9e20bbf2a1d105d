import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { databases, type TestDatabase } from '../../../test/support/databases.ts';
import {
  copyWith,
  deliveryOf,
  furnishAll,
  itemWith,
  madeFrom,
  publish,
  sealed,
} from '../../../test/support/stories.ts';
import { saveDelivery } from '../filing/save-delivery.ts';
import type { Store } from '../store.ts';
import { findPublished, findStory } from '../stories.ts';
import { claimWork, type Made, saveFurniture } from './work.ts';

const now = new Date('2026-03-02T12:00:00Z');
const SLUG = 'harbour-bridge-to-close-for-three-weeks';

for (const database of databases) {
  describe(`the list of work on ${database.name}`, () => {
    let opened: TestDatabase;
    let store: Store;
    beforeEach(async () => {
      opened = await database.open();
      store = opened.store;
    });
    afterEach(() => opened.destroy());

    /** Files one story and claims it. */
    async function claimOne() {
      await saveDelivery(store, deliveryOf([itemWith()]));
      const work = await claimWork(store);
      return work!;
    }

    const refused = async (change: (made: Made) => Made, message: RegExp) => {
      const work = await claimOne();
      const save = saveFurniture(store, work.storyVersionId, sealed(change(madeFrom(work.copy)), work.copy), now);
      await assert.rejects(save, { code: 'bad-input', message });
      assert.equal((await findStory(store, work.slug))?.state, 'received');
      assert.equal(await store.read.selectFrom('furniture').select('id').executeTakeFirst(), undefined);
    };

    it('gives each story to one worker, the longest-waiting first', async () => {
      const items = ['one', 'two', 'three'].map((name) => itemWith({ guid: name, copy: copyWith({ headline: name }) }));
      await saveDelivery(store, deliveryOf(items));
      const claimed = await Promise.all([claimWork(store), claimWork(store)]);
      const third = await claimWork(store);
      assert.deepEqual([...claimed.map((work) => work?.slug).sort(), third?.slug], ['one', 'two', 'three']);
      assert.equal(await claimWork(store), undefined);
    });

    it('has only the newest version of a story', async () => {
      const versions = ['1', '3', '2'].map((agencyVersion) => itemWith({ copy: copyWith({ agencyVersion }) }));
      await saveDelivery(store, deliveryOf(versions));
      assert.equal((await claimWork(store))?.copy.agencyVersion, '3');
      assert.equal(await claimWork(store), undefined);
    });

    it('still has what a worker claimed before it died', async () => {
      const work = await claimOne();
      const later = await opened.reopen();
      await later.write((tx) => tx.db.updateTable('story_version').set({ claimed_until: null }).execute());
      assert.deepEqual(await claimWork(later), work);
    });

    it('gives the copy just as it was received', async () => {
      const copy = copyWith({
        byline: 'By Anil Nair',
        dateline: { text: 'Port Eldon, March 2', place: 'Port Eldon', date: '2026-03-02' },
        signals: ['update'],
      });
      await saveDelivery(store, deliveryOf([itemWith({ copy })]));
      assert.deepEqual((await claimWork(store))?.copy, copy);
    });

    it('gives readers the furniture and the quotations that were saved, and nothing else', async () => {
      const work = await claimOne();
      const made = madeFrom(work.copy, {
        pullQuote: pullQuoteOf(work.copy.text),
        keyPointsTitle: {
          text: 'Key Points: Bridge',
          madeBy: { kind: 'editor', name: 'Asha Rao' },
          evidence: [{ part: 'headline', start: 0, end: 14 }],
          findings: [],
        },
      });
      await saveFurniture(store, work.storyVersionId, made, now);
      const story = await findPublished(store, SLUG, now);
      assert.deepEqual(timeless(story?.furniture), timeless(made.furniture));
      assert.equal(story?.furniture.summary[0]?.madeAt, now.toISOString());
      assert.deepEqual(story?.quotations, made.quotations);
      assert.equal(story?.publishedAt, now.toISOString());
    });

    it('keeps what the checks found of places that stayed empty', async () => {
      const work = await claimOne();
      await saveFurniture(store, work.storyVersionId, madeFrom(work.copy), now);
      const rows = await store.read.selectFrom('finding').select('message').where('furniture_id', 'is', null).execute();
      assert.deepEqual(
        rows.map((row) => row.message),
        ['No title could be proved.'],
      );
    });

    it('takes furniture for a version twice and shows the second', async () => {
      const work = await claimOne();
      await saveFurniture(store, work.storyVersionId, madeFrom(work.copy), now);
      await saveFurniture(store, work.storyVersionId, madeFrom(work.copy, { readingMinutes: 3, summary: [] }), now);
      const story = await findPublished(store, SLUG, now);
      assert.deepEqual([story?.furniture.readingMinutes, story?.furniture.summary], [3, []]);
    });

    it('leaves the furniture of other versions and stories as it is', async () => {
      const slug = await publish(store);
      const before = await findPublished(store, slug, now);
      await saveDelivery(store, deliveryOf([itemWith({ copy: copyWith({ headline: 'Bridge to close' }) })]));
      await saveDelivery(store, deliveryOf([itemWith({ guid: 'other', copy: copyWith({ headline: 'Other' }) })]));
      await claimWork(store);
      const other = await claimWork(store);
      await saveFurniture(store, other!.storyVersionId, madeFrom(other!.copy), now);
      assert.deepEqual(await findPublished(store, slug, now), before);
    });

    it('takes furniture of a version that was overtaken without showing it in the place of the newer', async () => {
      const work = await claimOne();
      await saveDelivery(store, deliveryOf([itemWith({ copy: copyWith({ headline: 'Bridge to close' }) })]));
      await furnishAll(store, now);
      await saveFurniture(store, work.storyVersionId, madeFrom(work.copy), now);
      assert.equal((await findPublished(store, SLUG, now))?.copy.headline, 'Bridge to close');
    });

    it('refuses furniture for a version that is not here', async () => {
      const save = saveFurniture(store, 4711, madeFrom(copyWith()), now);
      await assert.rejects(save, { code: 'not-found' });
    });

    it('refuses an element without evidence', () =>
      refused((made) => withStandfirst(made, []), /standfirst .* without evidence/));

    it('refuses evidence that is outside the copy', () =>
      refused(
        (made) => withStandfirst(made, [{ part: 'text', start: 0, end: 10_000 }]),
        /0 to 10000 is not in the text/,
      ));

    it('refuses evidence that is no stretch of the copy', () =>
      refused(
        (made) => withStandfirst(made, [{ part: 'headline', start: 5, end: 5 }]),
        /5 to 5 is not in the headline/,
      ));

    it('refuses a pull quote that the copy does not say word for word', () =>
      refused(
        (made) => ({
          ...made,
          furniture: {
            ...made.furniture,
            pullQuote: { start: 0, end: 11, text: 'We are sure', speaker: 'Ruth Amadi' },
          },
        }),
        /pull quote “We are sure”: the copy does not say it/,
      ));

    it('refuses a quotation outside the copy', () =>
      refused(
        (made) => ({ ...made, quotations: [{ kind: 'indirect', start: 5, end: 10_000, speaker: null, cue: null }] }),
        /quotation at 5 to 10000/,
      ));

    it('refuses a reading time of nothing', () =>
      refused((made) => ({ ...made, furniture: { ...made.furniture, readingMinutes: 0 } }), /0 minutes/));

    it('refuses furniture that no gate has sealed', async () => {
      const work = await claimOne();
      const { seal: _, ...bare } = madeFrom(work.copy);
      await assert.rejects(saveFurniture(store, work.storyVersionId, bare as Made, now), {
        code: 'bad-input',
        message: /did not go through the checks/,
      });
    });

    it('refuses furniture that was changed after the gate sealed it, and furniture sealed over other copy', async () => {
      const work = await claimOne();
      const made = madeFrom(work.copy);
      const changed = { ...made, furniture: { ...made.furniture, readingMinutes: 7 } };
      await assert.rejects(saveFurniture(store, work.storyVersionId, changed, now), { code: 'bad-input' });
      const foreign = sealed(made, { ...work.copy, text: `${work.copy.text} And more.` });
      await assert.rejects(saveFurniture(store, work.storyVersionId, foreign, now), { code: 'bad-input' });
    });

    it('is settled for good once a story is killed', async () => {
      const work = await claimOne();
      await saveDelivery(store, deliveryOf([itemWith({ copy: copyWith({ pubStatus: 'canceled' }) })]));
      await saveFurniture(store, work.storyVersionId, madeFrom(work.copy), now);
      assert.equal(await findPublished(store, SLUG, now), undefined);
      assert.equal((await findStory(store, SLUG))?.state, 'killed');
    });
  });
}

/** Furniture without the times of its making, which the store notes. */
const timeless = (furniture: unknown): unknown =>
  JSON.parse(JSON.stringify(furniture, (key, value) => (key === 'madeAt' ? undefined : value)));

function withStandfirst(made: Made, evidence: NonNullable<Made['furniture']['standfirst']>['evidence']): Made {
  const standfirst = { ...made.furniture.standfirst!, evidence };
  return { ...made, furniture: { ...made.furniture, standfirst } };
}

function pullQuoteOf(text: string) {
  const quote = 'We know that this is hard for the islanders';
  const start = text.indexOf(quote);
  return { start, end: start + quote.length, text: quote, speaker: 'Ruth Amadi' };
}
