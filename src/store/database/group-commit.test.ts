import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { openStore } from '../open-store.ts';
import { saveSetting } from '../settings.ts';
import type { Store } from '../store.ts';

describe('writes on SQLite', () => {
  let dataFolder: string;
  let store: Store;
  beforeEach(async () => {
    dataFolder = mkdtempSync(join(tmpdir(), 'copydesk-data-'));
    store = await openStore({ dataFolder });
  });
  afterEach(async () => {
    await store.close();
    rmSync(dataFolder, { recursive: true });
  });
  const keys = async () =>
    (await store.read.selectFrom('setting').select('key').orderBy('key').execute()).map((row) => row.key);

  it('of one turn of the event loop share a commit', async () => {
    const before = { ...store.counts };
    await Promise.all(Array.from({ length: 200 }, (_, number) => saveSetting(store, `${number}`, number)));
    assert.equal(store.counts.writes - before.writes, 200);
    assert.equal(store.counts.commits - before.commits, 1);
    assert.equal((await keys()).length, 200);
  });

  it('see what an earlier write of the same commit did, and readers do not until it is durable', async () => {
    const seen: unknown[] = [];
    await Promise.all([
      saveSetting(store, 'a', 1),
      store.write(async (tx) => {
        seen.push((await tx.db.selectFrom('setting').select('key').execute()).length);
        seen.push((await keys()).length);
      }),
    ]);
    assert.deepEqual(seen, [1, 0]);
    assert.deepEqual(await keys(), ['a']);
  });

  it('that fail in the middle of a shared commit take nobody along', async () => {
    const broken = (tx: Parameters<Parameters<Store['write']>[0]>[0]) =>
      tx.db.insertInto('setting').values({ key: 'a', value: '2' }).execute();
    const results = await Promise.allSettled([
      saveSetting(store, 'a', 1),
      store.write(broken),
      saveSetting(store, 'b', 1),
      store.write(async () => {
        throw new Error('no');
      }),
      saveSetting(store, 'c', 1),
    ]);
    assert.deepEqual(
      results.map((result) => result.status),
      ['fulfilled', 'rejected', 'fulfilled', 'rejected', 'fulfilled'],
    );
    assert.deepEqual(await keys(), ['a', 'b', 'c']);
  });

  it('all fail when the commit fails, nobody is told anything else, and the next ones succeed', async () => {
    const heard: unknown[] = [];
    store.onChange((change) => heard.push(change));
    const orphan = { comment_id: 4711, state: 'held', reasons: '[]', by_whom: 'x', at: 'now' } as const;
    const results = await Promise.allSettled([
      saveSetting(store, 'a', 1),
      store.write(async (tx) => {
        // Lets a row that points nowhere pass until the commit, which then fails.
        await sql`pragma defer_foreign_keys = on`.execute(tx.db);
        await tx.db.insertInto('comment_event').values(orphan).execute();
      }),
      saveSetting(store, 'b', 1),
    ]);
    assert.deepEqual(
      results.map((result) => result.status === 'rejected' && result.reason.code),
      ['store-broken', 'store-broken', 'store-broken'],
    );
    assert.deepEqual(heard, []);
    await saveSetting(store, 'after', 1);
    assert.deepEqual(await keys(), ['after']);
  });

  it('wait for another program that is writing, without stopping this one', async () => {
    const other = new DatabaseSync(join(dataFolder, 'copydesk.sqlite'));
    other.exec('BEGIN IMMEDIATE');
    const saved = saveSetting(store, 'patient', 1).then(() => 'saved');
    let turns = 0;
    const turning = setInterval(() => turns++, 5).unref();
    const first = await Promise.race([saved, sleep(400).then(() => 'waiting')]);
    other.exec('COMMIT');
    assert.equal(first, 'waiting');
    assert.equal(await saved, 'saved');
    clearInterval(turning);
    other.close();
    assert.ok(turns >= 4, `the event loop turned ${turns} times`);
    assert.deepEqual(await keys(), ['patient']);
  });

  it('that were queued before the store was closed are finished first', async () => {
    const saving = Promise.all([saveSetting(store, 'a', 1), saveSetting(store, 'b', 1)]);
    await store.close();
    await saving;
    store = await openStore({ dataFolder });
    assert.deepEqual(await keys(), ['a', 'b']);
  });

  it('are on the disk before they are acknowledged', async () => {
    const pragma = (name: string) =>
      store.write(async (tx) => {
        const { rows } = await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(tx.db);
        return Object.values(rows[0] ?? {})[0];
      });
    assert.equal(await pragma('journal_mode'), 'wal');
    assert.equal(await pragma('synchronous'), 2);
    assert.equal(await pragma('foreign_keys'), 1);
  });
});
