import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { databases, type TestDatabase } from '../../test/support/databases.ts';
import { copyWith, deliveryOf, furnishAll, itemWith, publish } from '../../test/support/stories.ts';
import type { StoryAction } from '../story/status.ts';
import { isLive } from '../story/story.ts';
import { saveDelivery } from './filing/save-delivery.ts';
import { act, liftEmbargoes, nextLift } from './state.ts';
import type { Store } from './store.ts';
import { findPublished, findStory, listLatest } from './stories.ts';

const now = new Date('2026-03-02T12:00:00Z');
const at = (time: string) => new Date(`2026-03-02T${time}Z`);
const action = (kind: StoryAction['kind'], parts: Partial<StoryAction> = {}): StoryAction => ({
  kind,
  at: now.toISOString(),
  ...parts,
});

for (const database of databases) {
  describe(`what people do to a story on ${database.name}`, () => {
    let opened: TestDatabase;
    let store: Store;
    beforeEach(async () => {
      opened = await database.open();
      store = opened.store;
    });
    afterEach(() => opened.destroy());

    it('holds it, and releases it to where it was', async () => {
      const slug = await publish(store);
      const held = await act(store, slug, action('hold', { reason: 'Check the number of weeks.' }));
      assert.deepEqual([held.state, held.reason], ['held', 'Check the number of weeks.']);
      assert.equal(await findPublished(store, slug, now), undefined);
      const released = await act(store, slug, action('release', { at: '2026-03-02T14:00:00+01:00' }));
      assert.deepEqual([released.state, released.publishedAt], ['live', now.toISOString()]);
      assert.equal(released.reason, undefined);
    });

    it('keeps it held when a new version arrives', async () => {
      const slug = await publish(store);
      await act(store, slug, action('hold'));
      await publish(store, { copy: copyWith({ headline: 'Bridge closes' }) });
      assert.equal((await findStory(store, slug))?.state, 'held');
    });

    it('tells readers that the words changed while it was held', async () => {
      const slug = await publish(store);
      await act(store, slug, action('hold'));
      await publish(store, { copy: copyWith({ headline: 'Bridge closes' }) }, at('13:00:00'));
      const story = await act(store, slug, action('release', { at: '2026-03-02T14:00:00Z' }));
      assert.deepEqual([story.publishedAt, story.updatedAt], [now.toISOString(), '2026-03-02T13:00:00.000Z']);
    });

    it('releases copy whose status cannot be read, but not a version that comes later', async () => {
      const slug = await publish(store, { copy: copyWith({ pubStatus: 'unreadable' }) });
      assert.equal((await findStory(store, slug))?.state, 'held');
      assert.equal((await act(store, slug, action('release'))).state, 'live');
      const next = itemWith({ copy: copyWith({ pubStatus: 'unreadable', headline: 'Bridge closes' }) });
      await saveDelivery(store, deliveryOf([next], { receivedAt: at('12:30:00') }));
      assert.equal((await findStory(store, slug))?.state, 'held');
      assert.equal(await findPublished(store, slug, now), undefined);
    });

    it('never shows a doubtful version that nobody released in the place of a good one', async () => {
      const slug = await publish(store);
      await publish(store, { copy: copyWith({ headline: 'KILL' }), killWords: 'KILL' });
      const good = itemWith({ copy: copyWith({ headline: 'Bridge reopens' }) });
      await saveDelivery(store, deliveryOf([good]));
      assert.equal((await findPublished(store, slug, now))?.copy.headline, 'Harbour bridge to close for three weeks');
    });

    it('kills it for good: readers get the notice, the reason stays inside', async () => {
      const slug = await publish(store);
      const kill = action('kill', {
        reason: 'The harbour master was misquoted.',
        notice: 'We have withdrawn this story.',
      });
      const story = await act(store, slug, kill);
      assert.deepEqual(
        [story.state, story.notice, story.reason, story.killedAt],
        ['killed', 'We have withdrawn this story.', 'The harbour master was misquoted.', now.toISOString()],
      );
      assert.equal(await findPublished(store, slug, now), undefined);
      await assert.rejects(act(store, slug, action('release')), { code: 'not-allowed', message: /a kill is final/ });
      await publish(store, { copy: copyWith({ headline: 'Bridge closes' }) });
      assert.equal((await findStory(store, slug))?.state, 'killed');
    });

    it('takes the notice of a correction away with the words when it is killed', async () => {
      const slug = await publish(store, {
        copy: copyWith({ signals: ['correction'], correctionNote: 'Corrects a name.' }),
      });
      assert.equal((await findStory(store, slug))?.notice, 'Corrects a name.');
      assert.equal((await act(store, slug, action('kill'))).notice, undefined);
    });

    it('spikes only what readers have never seen', async () => {
      await saveDelivery(store, deliveryOf([itemWith()]));
      const slug = 'harbour-bridge-to-close-for-three-weeks';
      assert.equal((await act(store, slug, action('spike', { reason: 'Not for us.' }))).state, 'spiked');
      assert.equal((await act(store, slug, action('release'))).state, 'received');
      await furnishAll(store);
      await assert.rejects(act(store, slug, action('spike')), { code: 'not-allowed', message: /kill it instead/ });
    });

    it('refuses what makes no sense, and says why', async () => {
      const slug = await publish(store);
      await assert.rejects(act(store, slug, action('release')), {
        code: 'not-allowed',
        message: /it is live, not held/,
      });
      await assert.rejects(act(store, 'no-such-story', action('hold')), { code: 'not-found' });
      await assert.rejects(act(store, slug, action('hold', { at: 'noon' })), { code: 'bad-input' });
    });

    it('leaves an event for what was done, by whom, and for the state that followed', async () => {
      const slug = await publish(store);
      await act(store, slug, action('hold', { by: 'Asha Rao' }));
      const events = await store.read
        .selectFrom('story_event')
        .select(['kind', 'state', 'by_whom'])
        .orderBy('id')
        .execute();
      assert.deepEqual(
        events.map((event) => [event.kind, event.state, event.by_whom]),
        [
          ['state', 'received', null],
          ['state', 'live', null],
          ['hold', null, 'Asha Rao'],
          ['state', 'held', null],
        ],
      );
    });
  });

  describe(`an embargo on ${database.name}`, () => {
    let opened: TestDatabase;
    let store: Store;
    beforeEach(async () => {
      opened = await database.open();
      store = opened.store;
    });
    afterEach(() => opened.destroy());
    const embargoed = { copy: copyWith({ embargoedUntil: '2026-03-02T16:00:00+01:00' }) };

    it('lifts at its minute, not before, also when nobody has lifted it', async () => {
      const slug = await publish(store, embargoed);
      assert.equal((await findStory(store, slug))?.state, 'embargoed');
      assert.equal(await findPublished(store, slug, at('14:59:59.999')), undefined);
      assert.deepEqual(await listLatest(store, { now: at('14:59:59.999'), limit: 10 }), []);
      const lifted = await findPublished(store, slug, at('15:00:00'));
      assert.deepEqual([lifted?.state, lifted?.publishedAt], ['live', '2026-03-02T15:00:00.000Z']);
      assert.equal((await listLatest(store, { now: at('15:00:00'), limit: 10 }))[0]?.state, 'live');
    });

    it('is lifted by the clock and tells the listeners', async () => {
      const slug = await publish(store, embargoed);
      const heard: unknown[] = [];
      store.onChange((change) => heard.push(change));
      assert.deepEqual(await nextLift(store), at('15:00:00'));
      assert.equal(await liftEmbargoes(store, at('14:59:00')), 0);
      assert.equal(await liftEmbargoes(store, at('15:00:05')), 1);
      assert.equal(await liftEmbargoes(store, at('15:00:06')), 0);
      assert.equal(await nextLift(store), undefined);
      const story = await findStory(store, slug);
      assert.deepEqual([story?.state, story?.publishedAt], ['live', '2026-03-02T15:00:00.000Z']);
      assert.deepEqual(heard, [{ kind: 'story', slug }]);
    });

    it('that lifted before the furniture was checked publishes when it is', async () => {
      const { stories } = await saveDelivery(store, deliveryOf([itemWith(embargoed)]));
      const slug = stories[0]!.slug;
      assert.equal(await findPublished(store, slug, at('15:30:00')), undefined);
      await furnishAll(store, at('15:45:00'));
      assert.equal((await findPublished(store, slug, at('15:45:00')))?.publishedAt, '2026-03-02T15:45:00.000Z');
    });

    it('that cannot be read holds the story', async () => {
      const slug = await publish(store, { copy: copyWith({ embargoedUntil: 'unreadable' }) });
      assert.equal((await findStory(store, slug))?.state, 'held');
      assert.equal(await findPublished(store, slug, new Date('2030-01-01')), undefined);
    });

    it('of the version before is kept while the next one waits for its furniture', async () => {
      const slug = await publish(store, embargoed);
      await saveDelivery(store, deliveryOf([itemWith({ copy: copyWith({ headline: 'Bridge closes today' }) })]));
      assert.equal(await findPublished(store, slug, at('13:00:00')), undefined);
      await furnishAll(store, at('13:05:00'));
      assert.equal((await findPublished(store, slug, at('13:05:00')))?.copy.headline, 'Bridge closes today');
    });

    it('is kept by the store just as `isLive` says', async () => {
      const slug = await publish(store, embargoed);
      const story = await findStory(store, slug);
      for (const time of ['12:00:00', '14:59:59.999', '15:00:00', '15:00:00.001']) {
        assert.equal((await findPublished(store, slug, at(time))) !== undefined, isLive(story!, at(time)), time);
      }
    });
  });
}
