import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { databases, type TestDatabase } from '../../test/support/databases.ts';
import { copyWith, deliveryOf, itemWith, publish } from '../../test/support/stories.ts';
import { saveDelivery } from './filing/save-delivery.ts';
import { openStore } from './open-store.ts';
import { readSetting, saveSetting } from './settings.ts';
import type { Change, Store } from './store.ts';
import { findStory, listStories } from './stories.ts';

/** Waits until `test` is true, at most five seconds. */
async function until(test: () => boolean): Promise<void> {
  for (let tries = 0; !test() && tries < 500; tries++) await sleep(10);
  assert.ok(test());
}

for (const database of databases) {
  describe(`a store on ${database.name}`, () => {
    let opened: TestDatabase;
    let store: Store;
    beforeEach(async () => {
      opened = await database.open();
      store = opened.store;
    });
    afterEach(() => opened.destroy());
    const openAgain = () =>
      openStore({ dataFolder: opened.dataFolder, ...(opened.databaseUrl && { databaseUrl: opened.databaseUrl }) });
    const keepNumber = (key: number) =>
      store.write((tx) =>
        tx.db
          .insertInto('setting')
          .values({ key: String(key), value: '1' })
          .execute(),
      );

    it('is opened a second time, and by many at once, with its tables as they were', async () => {
      const slug = await publish(store);
      const migrations = () => store.read.selectFrom('migration').selectAll().orderBy('name').execute();
      const before = await migrations();
      const others = await Promise.all([openAgain(), openAgain(), openAgain()]);
      const stories = await Promise.all(others.map((other) => findStory(other, slug)));
      assert.deepEqual(
        stories.map((story) => story?.state),
        ['live', 'live', 'live'],
      );
      assert.equal(before[0]?.name, '001-newsroom');
      assert.deepEqual(await migrations(), before);
      await Promise.all(others.map((other) => other.close()));
    });

    it('is refused when a newer program has changed its tables', async () => {
      await store.write((tx) => tx.db.insertInto('migration').values({ name: '999-later', at: '2030' }).execute());
      await assert.rejects(openAgain(), { code: 'store-broken', message: /newer Copydesk \("999-later"\)/ });
    });

    it('has everything that was acknowledged after it is opened again', async () => {
      const files = Array.from({ length: 30 }, (_, number) =>
        deliveryOf([itemWith({ guid: `npa:${number}`, copy: copyWith({ headline: `Story ${number}` }) })]),
      );
      const outcomes = await Promise.all(files.map((file) => saveDelivery(store, file)));
      const stories = await listStories(await opened.reopen(), { limit: 100 });
      assert.deepEqual(
        new Set(stories.map((story) => story.slug)),
        new Set(outcomes.map((outcome) => outcome.stories[0]?.slug)),
      );
    });

    it('undoes a write that fails, and only that one', async () => {
      const results = await Promise.allSettled([
        keepNumber(1),
        store.write(async (tx) => {
          await tx.db.insertInto('setting').values({ key: 'half', value: '1' }).execute();
          tx.changed({ kind: 'setting' });
          throw new Error('no second half');
        }),
        keepNumber(2),
      ]);
      assert.deepEqual(
        results.map((result) => result.status),
        ['fulfilled', 'rejected', 'fulfilled'],
      );
      const keys = await store.read.selectFrom('setting').select('key').orderBy('key').execute();
      assert.deepEqual(
        keys.map((row) => row.key),
        ['1', '2'],
      );
    });

    it('announces what was changed when it is there for everyone, and nothing of a write that failed', async () => {
      const heard: unknown[] = [];
      store.onChange((change) => heard.push(change));
      const failing = store.write(async (tx) => {
        tx.changed({ kind: 'everything' });
        throw new Error('no');
      });
      await assert.rejects(failing);
      await store.write(async (tx) => {
        tx.changed({ kind: 'setting' });
        tx.changed({ kind: 'setting' });
        assert.deepEqual(heard, []);
      });
      assert.deepEqual(heard, [{ kind: 'setting' }]);
    });

    it('tells every listener, also when one of them fails', async () => {
      const heard: string[] = [];
      const warnings = once(process, 'warning');
      store.onChange(() => {
        throw new Error('deaf');
      });
      store.onChange((change) => heard.push(change.kind));
      await saveSetting(store, 'a', 1);
      assert.deepEqual(heard, ['setting']);
      assert.match(String((await warnings)[0]), /deaf/);
    });

    it('hears what another program wrote into the same database', async () => {
      const heard: Change[] = [];
      store.onChange((change) => heard.push(change));
      const other = await openAgain();
      const slug = await publish(other);
      await until(() => {
        store.noticeOthers();
        return heard.length > 0;
      });
      assert.ok(heard[0]?.kind === 'everything' || (heard[0]?.kind === 'story' && heard[0].slug === slug));
      await other.close();
    });

    it('does not take its own writes for those of another program', async () => {
      await sleep(20);
      store.noticeOthers();
      const heard: Change[] = [];
      store.onChange((change) => heard.push(change));
      await keepNumber(1);
      await sleep(20);
      store.noticeOthers();
      await sleep(50);
      assert.deepEqual(heard, []);
    });

    it('takes writes of two processes at once and loses none', async () => {
      const program = `
        import { openStore } from ${JSON.stringify(new URL('./open-store.ts', import.meta.url).href)};
        import { saveSetting } from ${JSON.stringify(new URL('./settings.ts', import.meta.url).href)};
        const store = await openStore(${JSON.stringify({ dataFolder: opened.dataFolder, databaseUrl: opened.databaseUrl })});
        for (let number = 0; number < 60; number++) await saveSetting(store, 'theirs ' + number, number);
        await store.close();`;
      const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      const ended = once(child, 'exit');
      let ours = 0;
      while (child.exitCode === null) await saveSetting(store, `ours ${ours++}`, 1);
      assert.deepEqual(await ended, [0, null]);
      const keys = (await store.read.selectFrom('setting').select('key').execute()).map((row) => row.key);
      assert.equal(keys.filter((key) => key.startsWith('theirs')).length, 60);
      assert.equal(keys.filter((key) => key.startsWith('ours')).length, ours);
    });

    it('refuses to write once it is closed', async () => {
      const other = await openAgain();
      await other.close();
      await assert.rejects(saveSetting(other, 'a', 1));
      assert.equal(await readSetting(store, 'a'), undefined);
    });
  });
}

describe('opening a store', () => {
  it('makes the folder, and names the file that is no database', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'copydesk-data-'));
    const dataFolder = join(folder, 'deep', 'data');
    await (await openStore({ dataFolder })).close();
    writeFileSync(join(dataFolder, 'copydesk.sqlite'), 'this is a letter, and was never a database\n'.repeat(100));
    await assert.rejects(openStore({ dataFolder }), {
      code: 'store-broken',
      message: /copydesk\.sqlite": file is not a database/,
    });
    rmSync(folder, { recursive: true });
  });

  it('names the setting of a folder that cannot be made', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'copydesk-data-'));
    const letter = join(folder, 'letter');
    writeFileSync(letter, 'a letter');
    for (const dataFolder of [letter, join(letter, 'data')])
      await assert.rejects(openStore({ dataFolder }), (error: Error & { code: string }) => {
        assert.equal(error.code, 'bad-setting');
        assert.ok(error.message.startsWith(`COPYDESK_DATA is "${dataFolder}", and this folder cannot be made`));
        return true;
      });
    rmSync(folder, { recursive: true });
  });

  it('makes no folder where PostgreSQL is set', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'copydesk-data-'));
    const dataFolder = join(folder, 'data');
    await assert.rejects(openStore({ dataFolder, databaseUrl: 'postgres://desk:secret@127.0.0.1:1/newsroom' }));
    assert.ok(!existsSync(dataFolder));
    rmSync(folder, { recursive: true });
  });

  it('names the PostgreSQL that does not answer, without its password', async () => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'copydesk-data-'));
    const opening = openStore({ dataFolder, databaseUrl: 'postgres://desk:secret@127.0.0.1:1/newsroom' });
    await assert.rejects(opening, (error: Error) => {
      assert.match(error.message, /Cannot reach the database "127\.0\.0\.1:1\/newsroom"/);
      assert.doesNotMatch(error.message, /secret/);
      return true;
    });
    rmSync(dataFolder, { recursive: true });
  });
});
