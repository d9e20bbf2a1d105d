import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { databases, type TestDatabase } from '../../../test/support/databases.ts';
import { publish } from '../../../test/support/stories.ts';
import { openStore } from '../open-store.ts';
import { act } from '../state.ts';
import type { Change, Store } from '../store.ts';
import { problemOfVersion } from './postgres.ts';

describe('two machines on one PostgreSQL', () => {
  let opened: TestDatabase;
  let one: Store;
  let other: Store;
  beforeEach(async () => {
    opened = await databases.find((database) => database.name === 'PostgreSQL')!.open();
    one = opened.store;
    other = await openStore({ dataFolder: opened.dataFolder, databaseUrl: opened.databaseUrl! });
  });
  afterEach(async () => {
    await other.close();
    await opened.destroy();
  });

  const heardBy = (store: Store) => {
    const heard: Change[] = [];
    store.onChange((change) => heard.push(change));
    return heard;
  };
  /** Waits until there is something in `heard`, at most five seconds. */
  const untilHeard = async (heard: readonly Change[]) => {
    for (let tries = 0; heard.length === 0 && tries < 500; tries++) await sleep(10);
  };

  it('hear of each other’s changes by name, and each change of one’s own once', async () => {
    const slug = await publish(one);
    await sleep(50);
    const [here, there] = [heardBy(one), heardBy(other)];
    await act(one, slug, { kind: 'hold', at: new Date().toISOString() });
    await untilHeard(there);
    await sleep(50);
    assert.deepEqual(there, [{ kind: 'story', slug }]);
    assert.deepEqual(here, [{ kind: 'story', slug }]);
  });

  it('take up listening again after the connection was lost, and forget all they kept', async () => {
    const heard = heardBy(other);
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where query ilike 'listen%' and datname = current_database()`.execute(one.read);
    await untilHeard(heard);
    assert.deepEqual(heard[0], { kind: 'everything' });
    heard.length = 0;
    const slug = await publish(one);
    await untilHeard(heard);
    assert.deepEqual(heard[0], { kind: 'story', slug });
  });

  it('try a write again that the database gave up for the sake of another', async () => {
    await one.write((tx) =>
      tx.db
        .insertInto('setting')
        .values([
          { key: 'a', value: '0' },
          { key: 'b', value: '0' },
        ])
        .execute(),
    );
    let tries = 0;
    const addTo = (store: Store, keys: readonly string[]) =>
      store.write(async (tx) => {
        tries++;
        for (const key of keys) {
          await sql`update setting set value = (value::int + 1)::text where key = ${key}`.execute(tx.db);
          await sleep(100);
        }
      });
    await Promise.all([addTo(one, ['a', 'b']), addTo(other, ['b', 'a'])]);
    const rows = await one.read.selectFrom('setting').select('value').execute();
    assert.deepEqual(
      rows.map((row) => row.value),
      ['2', '2'],
    );
    assert.equal(tries, 3);
  });
});

describe('the version of a PostgreSQL', () => {
  it('is 15 or newer, and an older one is named', () => {
    assert.equal(problemOfVersion(150_000, '15.0'), undefined);
    assert.equal(problemOfVersion(180_001, '18.1'), undefined);
    assert.match(problemOfVersion(140_012, '14.12') ?? '', /PostgreSQL 14\.12, and Copydesk needs 15 or newer/);
  });
});
