import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { databases, type TestDatabase } from '../../test/support/databases.ts';
import { deliveryOf, itemWith, publish } from '../../test/support/stories.ts';
import { DEFAULT_EDITION } from '../story/edition.ts';
import { saveComment } from './comments.ts';
import { eraseSource } from './filing/erase-source.ts';
import { saveDelivery } from './filing/save-delivery.ts';
import { findPerson } from './people.ts';
import { readEdition, readSetting, saveEdition, saveSetting } from './settings.ts';
import type { Change, Store } from './store.ts';
import { findStory, listStories } from './stories.ts';

for (const database of databases) {
  describe(`settings on ${database.name}`, () => {
    let opened: TestDatabase;
    let store: Store;
    beforeEach(async () => {
      opened = await database.open();
      store = opened.store;
    });
    afterEach(() => opened.destroy());

    it('begin with the defaults and keep what the publisher chose', async () => {
      assert.deepEqual(await readEdition(store), DEFAULT_EDITION);
      await saveEdition(store, { name: 'The Eldon Courier' });
      const saved = await saveEdition(store, { language: 'en-GB', timeZone: 'Europe/London' });
      const expected = { ...DEFAULT_EDITION, name: 'The Eldon Courier', language: 'en-GB', timeZone: 'Europe/London' };
      assert.deepEqual(saved, expected);
      assert.deepEqual(await readEdition(await opened.reopen()), expected);
    });

    it('refuse a time zone, a language or a name that cannot be, and change nothing', async () => {
      await assert.rejects(saveEdition(store, { timeZone: 'Mars/Olympus' }), { code: 'bad-setting', message: /Mars/ });
      await assert.rejects(saveEdition(store, { name: ' ' }), { code: 'bad-setting' });
      const language = 'fr' as 'en-US';
      await assert.rejects(saveEdition(store, { language }), { code: 'bad-setting', message: /"fr"/ });
      assert.deepEqual(await readEdition(store), DEFAULT_EDITION);
    });

    it('keep any JSON under a key, until it is forgotten', async () => {
      assert.equal(await readSetting(store, 'demo'), undefined);
      await saveSetting(store, 'demo', { since: '2026-03-02', stories: [1, 2], note: 'a\0b' });
      await saveSetting(store, 'other', null);
      assert.deepEqual(await readSetting(store, 'demo'), { since: '2026-03-02', stories: [1, 2], note: 'a\0b' });
      assert.equal(await readSetting(store, 'other'), null);
      await saveSetting(store, 'demo', undefined);
      assert.equal(await readSetting(store, 'demo'), undefined);
    });

    it('tell the listeners', async () => {
      const heard: Change[] = [];
      const stop = store.onChange((change) => heard.push(change));
      await saveEdition(store, { name: 'The Eldon Courier' });
      stop();
      await saveSetting(store, 'demo', true);
      assert.deepEqual(heard, [{ kind: 'setting' }]);
    });
  });

  describe(`leaving a source on ${database.name}`, () => {
    let opened: TestDatabase;
    beforeEach(async () => {
      opened = await database.open();
    });
    afterEach(() => opened.destroy());

    it('takes its deliveries, stories and comments away, and nothing of another source', async () => {
      const { store } = opened;
      const slug = await publish(store);
      await publish(store, { guid: 'second' });
      const submission = {
        storyId: (await findStory(store, slug))!.id,
        fullName: 'Bo',
        text: 'Good.',
        readerToken: 'bo',
      };
      const comment = {
        submission,
        name: 'Bo',
        state: 'approved' as const,
        reasons: [],
        by: 'policy',
        now: new Date(),
      };
      const { id: parentId } = await saveComment(store, comment);
      await saveComment(store, { ...comment, submission: { ...submission, parentId } });
      await saveDelivery(store, deliveryOf([itemWith()], { source: 'Kestrel' }));

      assert.equal(await eraseSource(store, 'NPA'), 2);
      assert.deepEqual(
        (await listStories(store, { limit: 10 })).map((story) => story.source),
        ['Kestrel'],
      );
      assert.equal(await findPerson(store, 'ruth-amadi'), undefined);
      const left = await Promise.all(
        (['comment', 'comment_event', 'reader', 'furniture', 'finding', 'quotation'] as const).map((table) =>
          store.read.selectFrom(table).select('id').executeTakeFirst(),
        ),
      );
      assert.deepEqual(left, Array(6).fill(undefined));
      assert.equal((await store.read.selectFrom('wire_item').select('id').execute()).length, 1);
      assert.equal(await eraseSource(store, 'NPA'), 0);
    });

    it('lets it come again as if for the first time', async () => {
      const { store } = opened;
      const slug = await publish(store);
      await eraseSource(store, 'NPA');
      assert.equal(await publish(store), slug);
      assert.equal((await findStory(store, slug))?.version, 1);
    });
  });
}
