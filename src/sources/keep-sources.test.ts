import assert from 'node:assert/strict';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { ninjs } from '../../test/support/copy.ts';
import { databases, type TestDatabase } from '../../test/support/databases.ts';
import { SITE } from '../../test/support/test-newsroom.ts';
import type { Newsroom } from '../newsroom.ts';
import { readHealth } from '../store/sources/source-rounds.ts';
import { findSource, pauseSource, saveSource } from '../store/sources/sources.ts';
import { findStory } from '../store/stories.ts';
import { DEFAULT_PROFILE } from '../story/sources/source-profile.ts';
import type { TransportSettings } from '../story/sources/transport-settings.ts';
import { type KeptSources, keepSources } from './keep-sources.ts';
import { secretsFrom } from './secrets.ts';
import { waitAfter } from './source-round.ts';

/** Waits until `test` holds, at most ten seconds. */
async function until(test: () => Promise<boolean> | boolean): Promise<void> {
  for (let tries = 0; !(await test()) && tries < 400; tries++) await sleep(25);
  assert.ok(await test());
}

for (const database of databases) {
  describe(`the sources of a running newsroom on ${database.name}`, () => {
    let opened: TestDatabase;
    let newsroom: Newsroom;
    let agency: Server;
    let address = '';
    let respond: RequestListener;
    let asked: string[] = [];
    const kept: KeptSources[] = [];
    beforeEach(async () => {
      opened = await database.open();
      newsroom = { store: opened.store, now: () => new Date(), url: SITE, log: pino({ level: 'silent' }) };
      asked = [];
      respond = (_, response) => response.end(JSON.stringify(ninjs()));
      agency = createServer((request, response) => {
        asked.push(request.url ?? '');
        respond(request, response);
      });
      await new Promise<void>((resolve) => agency.listen(0, '127.0.0.1', resolve));
      address = `http://127.0.0.1:${(agency.address() as AddressInfo).port}`;
    });
    afterEach(async () => {
      for (const one of kept.splice(0)) await one.stop();
      agency.closeAllConnections();
      agency.close();
      await opened.destroy();
    });

    const keep = (env: Record<string, string> = {}, store = opened.store) => {
      const sources = keepSources({ ...newsroom, store }, { secrets: secretsFrom(env) });
      kept.push(sources);
      return sources;
    };
    const add = (name: string, transport: TransportSettings = { kind: 'http', url: `${address}/${name}` }) =>
      saveSource(opened.store, { name, transport, everySeconds: 5, profile: DEFAULT_PROFILE }, new Date());
    const healthOf = async (name: string) => {
      const source = await findSource(opened.store, name);
      return (await readHealth(opened.store)).of(source?.id ?? 0);
    };
    const isDue = async (name: string) => {
      const source = await findSource(opened.store, name);
      await opened.store.write((tx) =>
        tx.db
          .updateTable('source_state')
          .set({ next_try: null })
          .where('source_id', '=', source?.id ?? 0)
          .execute(),
      );
    };
    const quarry = 'quarry-plan-for-hallow-hill-rejected-by-planners';

    it('are asked, and what they give is on the page', async () => {
      await add('northwire');
      keep();
      await until(async () => (await findStory(opened.store, quarry))?.state === 'live');
      await until(async () => (await healthOf('northwire')).lastSuccess !== undefined);
      const { received, failures, lastError } = await healthOf('northwire');
      assert.deepEqual([received, failures, lastError], [1, 0, undefined]);
    });

    it('do not wait for one that fails, which is tried again later and says why', async () => {
      respond = (request, response) => {
        if (request.url === '/southwire') response.writeHead(500).end('down');
        else response.end(JSON.stringify(ninjs()));
      };
      await add('southwire');
      await add('northwire');
      keep();
      await until(async () => (await findStory(opened.store, quarry))?.state === 'live');
      await until(async () => (await healthOf('southwire')).failures === 1);
      const health = await healthOf('southwire');
      assert.match(health.lastError ?? '', /500/);
      const wait = Date.parse(health.nextTry ?? '') - Date.parse(health.lastErrorAt ?? '');
      assert.ok(wait >= 3750 && wait <= 5000, `it waits ${wait} ms`);
      respond = (_, response) => response.end(JSON.stringify(ninjs({ uri: 'urn:swa:1' })));
      await isDue('southwire');
      await until(async () => (await healthOf('southwire')).lastSuccess !== undefined);
      assert.equal((await healthOf('southwire')).failures, 0);
    });

    it('are left alone for as long as their server asks', async () => {
      respond = (_, response) => response.writeHead(503, { 'Retry-After': '120' }).end();
      await add('northwire');
      keep();
      await until(async () => (await healthOf('northwire')).failures === 1);
      const { nextTry, lastErrorAt } = await healthOf('northwire');
      const wait = Date.parse(nextTry ?? '') - Date.parse(lastErrorAt ?? '');
      assert.ok(wait >= 119_000 && wait <= 120_000, `it waits ${wait} ms`);
    });

    it('are asked with secrets that are found at that moment and never told', async () => {
      respond = (request, response) => {
        if (request.headers['x-key'] === 'open-sesame') response.end(JSON.stringify(ninjs()));
        else response.writeHead(403).end();
      };
      const secret = { 'X-Key': { env: 'NORTHWIRE_KEY' } };
      await add('northwire', { kind: 'http', url: `${address}/a`, headers: secret });
      const without = keep();
      await until(async () => (await healthOf('northwire')).failures === 1);
      const { lastError } = await healthOf('northwire');
      assert.equal(lastError, 'The environment variable NORTHWIRE_KEY is not set. Set it where "copydesk start" runs.');
      await without.stop();
      await isDue('northwire');
      keep({ NORTHWIRE_KEY: 'open-sesame' });
      await until(async () => (await findStory(opened.store, quarry))?.state === 'live');
      const rows = await opened.store.read.selectFrom('source').selectAll().execute();
      assert.doesNotMatch(JSON.stringify(rows), /open-sesame/);
    });

    it('have copy without a language taken for the first that the contract names', async () => {
      const { language: _, ...item } = ninjs() as { language: string };
      respond = (_, response) => response.end(JSON.stringify(item));
      const profile = { ...DEFAULT_PROFILE, languages: ['de', 'fr'] };
      const transport = { kind: 'http', url: `${address}/de` } as const;
      await saveSource(opened.store, { name: 'nordwind', transport, everySeconds: 5, profile }, new Date());
      keep();
      await until(async () => (await healthOf('nordwind')).received === 1);
      const version = await opened.store.read.selectFrom('story_version').select('language').executeTakeFirst();
      assert.equal(version?.language, 'de');
      assert.equal((await findStory(opened.store, quarry))?.state, 'live');
    });

    it('are asked by one of several machines', async () => {
      respond = (_, response) => void setTimeout(() => response.end(JSON.stringify(ninjs())), 300);
      await add('northwire');
      const other = await opened.openAgain();
      keep();
      keep({}, other);
      await until(async () => (await healthOf('northwire')).received === 1);
      await sleep(300);
      assert.equal(asked.length, 1);
      for (const one of kept.splice(0)) await one.stop();
      await other.close();
    });

    it('wait while they are paused, and are asked at once when they go on', async () => {
      await add('northwire');
      await pauseSource(opened.store, 'northwire', true);
      keep();
      await sleep(300);
      assert.equal(asked.length, 0);
      await pauseSource(opened.store, 'northwire', false);
      await until(() => asked.length === 1);
    });

    it('end within seconds, also in the middle of an answer', async () => {
      respond = (_, response) => void response.write('{');
      await add('northwire');
      const sources = keep();
      await until(() => asked.length === 1);
      const began = performance.now();
      await sources.stop();
      assert.ok(performance.now() - began < 2000);
      const { failures, lastTried, nextTry } = await healthOf('northwire');
      assert.deepEqual([failures, nextTry], [0, undefined]);
      assert.ok(lastTried);
      // The claim went with it: the next start asks at once.
      keep();
      await until(() => asked.length === 2);
    });
  });
}

describe('the wait after failures', () => {
  it('doubles from about five seconds to at most a quarter of an hour', () => {
    assert.deepEqual(
      [1, 2, 3, 8, 9, 60].map((failures) => waitAfter(failures, 1)),
      [5000, 10_000, 20_000, 640_000, 900_000, 900_000],
    );
    assert.equal(waitAfter(1, 0), 3750);
    assert.equal(waitAfter(60, 0), 675_000);
  });
});
