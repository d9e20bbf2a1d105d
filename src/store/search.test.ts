import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { databases, type TestDatabase } from '../../test/support/databases.ts';
import { copyWith, deliveryOf, furnishAll, itemWith, publish } from '../../test/support/stories.ts';
import { eraseSource } from './filing/erase-source.ts';
import { saveDelivery } from './filing/save-delivery.ts';
import { searchStories, wordsOf } from './search.ts';
import { act, liftEmbargoes } from './state.ts';
import type { Store } from './store.ts';

const now = new Date('2026-03-02T13:00:00Z');
const story = (guid: string, headline: string, paragraph: string, more = {}) =>
  itemWith({ guid, copy: copyWith({ headline, paragraphs: [paragraph], ...more }) });

describe('the words of a question', () => {
  it('are letters and digits, without accents, and not too many', () => {
    assert.deepEqual(wordsOf(' Café "OR" near/2 -harbour* '), ['cafe', 'or', 'near', '2', 'harbour']);
    assert.deepEqual(wordsOf('…“” * :'), []);
    assert.equal(wordsOf('a b c d e f g h i j k l m n o p').length, 12);
  });
});

for (const database of databases) {
  describe(`the search, on ${database.name}`, () => {
    let opened: TestDatabase;
    let store: Store;
    beforeEach(async () => {
      opened = await database.open();
      store = opened.store;
    });
    afterEach(() => opened.destroy());
    const found = async (question: string, at = now) =>
      (await searchStories(store, { question, now: at, limit: 20 })).map((line) => line.headline);

    it('finds stories with all the words, in other forms too, and those that say it in the headline first', async () => {
      await publish(store, story('a', 'Harbour opens', 'A café near the old bridge was closing for the winter.'));
      await publish(store, story('b', 'Bridge closes', 'Engineers found a crack in it on Monday.'));
      assert.deepEqual(await found('bridges'), ['Bridge closes', 'Harbour opens']);
      assert.deepEqual(await found('CAFE bridge'), ['Harbour opens']);
      assert.deepEqual(await found('bridge winter crack'), []);
      assert.deepEqual(await found('harbour NOT café'), await found('harbour not cafe'));
    });

    it('forgets a killed, held or replaced wording at once, and finds it again when it is released', async () => {
      const slug = await publish(store, story('a', 'Quarry plan', 'Planners said yes.', { agencyVersion: '1' }));
      await saveDelivery(
        store,
        deliveryOf([story('a', 'Quarry plan', 'Planners said maybe.', { agencyVersion: '2' })]),
      );
      await furnishAll(store);
      assert.deepEqual([await found('yes'), await found('maybe')], [[], ['Quarry plan']]);
      await act(store, slug, { kind: 'hold', at: now.toISOString() });
      assert.deepEqual(await found('maybe'), []);
      await act(store, slug, { kind: 'release', at: now.toISOString() });
      assert.deepEqual(await found('maybe'), ['Quarry plan']);
      await act(store, slug, { kind: 'kill', at: now.toISOString() });
      assert.deepEqual(await found('maybe'), []);
      assert.deepEqual(await found('quarry'), []);
      const { rows } = await sql<{ count: number }>`select count(*) as count from search`.execute(store.read);
      assert.equal(Number(rows[0]?.count), 0, 'nothing of it is left in the index');
    });

    it('finds an embargoed story from its minute on', async () => {
      await publish(store, story('a', 'Orchids', 'Rare orchids.', { embargoedUntil: '2026-03-03T06:00:00Z' }));
      assert.deepEqual(await found('orchids', new Date('2026-03-03T05:59:59Z')), []);
      assert.deepEqual(await found('orchids', new Date('2026-03-03T06:00:00Z')), ['Orchids']);
      await liftEmbargoes(store, new Date('2026-03-03T06:01:00Z'));
      assert.deepEqual(await found('orchids', new Date('2026-03-03T06:01:00Z')), ['Orchids']);
    });

    it('has nothing left of a source that was erased', async () => {
      await publish(store, story('a', 'Orchids', 'Rare orchids.'));
      await eraseSource(store, 'NPA');
      assert.deepEqual(await found('orchids'), []);
    });

    it('answers any question', async () => {
      await publish(store, story('a', 'Orchids', 'Rare orchids.'));
      const pieces = fc.constantFrom(
        '"',
        "'",
        '*',
        '(',
        ')',
        'AND',
        'NEAR(',
        '-',
        ':',
        '\0',
        '\uD800',
        'orchids',
        '%',
        '{',
        '^',
        '!',
        '&',
        '|',
        '\\',
      );
      const questions = fc.oneof(
        fc.string(),
        fc.array(pieces, { maxLength: 30 }).map((all) => all.join(' ')),
      );
      await fc.assert(
        fc.asyncProperty(questions, async (question) => {
          assert.ok((await found(question)).length <= 1);
        }),
        { numRuns: 60 },
      );
    });
  });
}
