import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { databases, type TestDatabase } from '../../../test/support/databases.ts';
import { saveSetting } from '../settings.ts';
import { type Places, prepare } from './prepared.ts';

const settingIn = prepare((db, at: Places<{ key: string }>) =>
  db.selectFrom('setting').select('value').where('key', '=', at.key),
);

const keep = prepare((db, at: Places<{ key: string; value: string }>) =>
  db.insertInto('setting').values({ value: at.value, key: at.key }).returning('key'),
);

for (const database of databases) {
  describe(`a prepared query, on ${database.name}`, () => {
    let opened: TestDatabase;
    beforeEach(async () => {
      opened = await database.open();
    });
    afterEach(() => opened.destroy());

    it('is answered with the arguments of each call', async () => {
      const { store } = opened;
      await saveSetting(store, 'one', 1);
      await saveSetting(store, 'two', 2);
      const found = await Promise.all(['two', 'one', 'three'].map((key) => settingIn(store.read, { key })));
      assert.deepEqual(
        found.map((rows) => rows.map(({ value }) => value)),
        [['2'], ['1'], []],
      );
    });

    it('belongs to the transaction that it is run in, and goes with it', async () => {
      const { store } = opened;
      const failing = store.write(async (tx) => {
        assert.deepEqual(
          [...(await keep(tx.db, { key: 'three', value: '3' }))].map(({ key }) => key),
          ['three'],
        );
        assert.equal((await settingIn(tx.db, { key: 'three' }))[0]?.value, '3');
        throw new Error('given up');
      });
      await assert.rejects(failing, /given up/);
      assert.deepEqual([...(await settingIn(store.read, { key: 'three' }))], []);
    });

    it('is asked of the database that it is run on, and of no other', async () => {
      const other = await database.open();
      await saveSetting(other.store, 'one', 'there');
      await saveSetting(opened.store, 'one', 'here');
      assert.equal((await settingIn(other.store.read, { key: 'one' }))[0]?.value, '"there"');
      assert.equal((await settingIn(opened.store.read, { key: 'one' }))[0]?.value, '"here"');
      await other.destroy();
    });
  });
}
