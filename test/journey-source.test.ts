import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { ninjs } from './support/copy.ts';
import { newDataFolder, type RunningProcess, runCopydesk, startProcess } from './support/running.ts';

const QUARRY = '/story/quarry-plan-for-hallow-hill-rejected-by-planners';

/** Waits until `read` gives what is wanted, at most 20 seconds. */
async function until<T>(read: () => Promise<T>, wanted: (value: T) => boolean): Promise<T> {
  let value = await read();
  for (let tries = 0; !wanted(value) && tries < 200; tries++) {
    await sleep(100);
    value = await read();
  }
  assert.ok(wanted(value), JSON.stringify(value));
  return value;
}

describe('copy that comes by itself', () => {
  let folder = '';
  let dataFolder = '';
  let running: RunningProcess;
  let agency: Server;
  let address = '';
  let respond: RequestListener = (_, response) => response.writeHead(404).end();

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'copydesk-sources-'));
    dataFolder = await newDataFolder();
    agency = createServer((request, response) => respond(request, response));
    await new Promise<void>((resolve) => agency.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(agency.address() as AddressInfo).port}`;
    running = await startProcess({ dataFolder, args: ['--no-demo'], env: { NORTHWIRE_KEY: 'open-sesame' } });
  });
  after(async () => {
    agency.closeAllConnections();
    agency.close();
    await running.destroy();
    await rm(folder, { recursive: true, force: true });
  });

  const source = (...args: string[]) =>
    runCopydesk(['source', ...args], { env: { COPYDESK_DATA: dataFolder, DATABASE_URL: '' } });
  const apply = async (sources: readonly object[]) => {
    const file = join(folder, 'sources.json');
    await writeFile(file, JSON.stringify({ sources }));
    return source('apply', file);
  };
  const statusOf = async (path: string) => (await fetch(`${running.address}${path}`)).status;
  const northwire = {
    name: 'northwire',
    everySeconds: 5,
    transport: { kind: 'http', url: '', headers: { 'X-Key': { env: 'NORTHWIRE_KEY' } } },
    profile: { creditLine: 'Northern News Wire', expiresAfterDays: 30 },
  };
  const withAddress = () => ({ ...northwire, transport: { ...northwire.transport, url: `${address}/north` } });

  it('is on the page seconds after the agency has it, while another source is down', async () => {
    respond = (request, response) => {
      if (request.headers['x-key'] === 'open-sesame') response.end(JSON.stringify(ninjs()));
      else response.writeHead(500).end('\u001b]0;PWNED\u0007');
    };
    const southwire = { name: 'southwire', everySeconds: 5, transport: { kind: 'http', url: `${address}/south` } };
    const applied = await apply([southwire, withAddress()]);
    assert.equal(applied.code, 0, applied.stderr);
    assert.match(
      applied.stdout,
      /^northwire: new, http:\/\/127\.0\.0\.1:\d+\/north, every 5 seconds, .*expiresAfterDays 30/m,
    );
    await until(
      () => statusOf(QUARRY),
      (status) => status === 200,
    );
    assert.match(await (await fetch(`${running.address}/feed.atom`)).text(), /Quarry/);
  });

  it('shows how each source fares, without a control character of theirs', async () => {
    const list = await until(
      () => source('list'),
      ({ stdout }) => /^southwire +failing/m.test(stdout) && /^northwire +ready/m.test(stdout),
    );
    assert.match(list.stdout, /^northwire +ready +\d+ +20\d\d-/m);
    assert.match(list.stdout, /^southwire +failing \(\d+\) +0 +- +20.*\n {2}last error 20\d\d-.*500/m);
    assert.doesNotMatch(list.stdout, /[^\P{Cc}\n]/u);
    const json = (await source('list', '--json')).stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual(
      json.map(({ name, hasKey }) => [name, hasKey]),
      [
        ['northwire', false],
        ['southwire', false],
      ],
    );
    assert.doesNotMatch(JSON.stringify(json), /open-sesame/);
  });

  it('is gone from page and feed right after the agency kills it', async () => {
    const kill = ninjs({ version: '2', pubStatus: 'canceled' });
    respond = (request, response) => {
      if (request.url === '/north') response.end(JSON.stringify(kill));
      else response.writeHead(500).end();
    };
    await until(
      () => statusOf(QUARRY),
      (status) => status === 410,
    );
    assert.doesNotMatch(await (await fetch(`${running.address}/feed.atom`)).text(), /Quarry/);
    assert.doesNotMatch(await (await fetch(`${running.address}/`)).text(), /Quarry/);
  });

  it('goes on after a stop and a start, where it was', async () => {
    const began = performance.now();
    assert.equal(await running.stop(), 0);
    assert.ok(performance.now() - began < 4000);
    respond = (request, response) => {
      if (request.url === '/north')
        response.end(
          JSON.stringify(
            ninjs({ uri: 'urn:npa:2', headlines: [{ value: 'Ferry to Hallow sails again after the storm' }] }),
          ),
        );
      else response.writeHead(500).end();
    };
    running = await startProcess({ dataFolder, args: ['--no-demo'], env: { NORTHWIRE_KEY: 'open-sesame' } });
    await until(
      () => statusOf('/story/ferry-to-hallow-sails-again-after-the-storm'),
      (status) => status === 200,
    );
    assert.equal(await statusOf(QUARRY), 410);
  });

  it('is pushed with a key that the newsroom gave', async () => {
    assert.equal(
      (await apply([{ name: 'westwire', transport: { kind: 'push' }, profile: { publish: 'review' } }])).code,
      0,
    );
    const { stdout: key } = await source('key', 'westwire');
    const body = JSON.stringify(
      ninjs({ uri: 'urn:west:1', headlines: [{ value: 'Council buys the old mill at Hallow' }] }),
    );
    const push = (given: string) =>
      fetch(`${running.address}/wire/westwire`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${given}` },
        body,
      });
    assert.equal((await push('guessed')).status, 401);
    const answer = await push(key.trim());
    assert.equal(answer.status, 200);
    const { stories } = (await answer.json()) as { stories: { slug: string; state: string }[] };
    assert.deepEqual([stories[0]?.state, await statusOf(`/story/${stories[0]?.slug}`)], ['held', 404]);
    const release = ['story', 'release', stories[0]?.slug ?? ''];
    await runCopydesk(release, { env: { COPYDESK_DATA: dataFolder, DATABASE_URL: '' } });
    await until(
      () => statusOf(`/story/${stories[0]?.slug}`),
      (status) => status === 200,
    );
  });

  it('can be tried, paused and removed by hand', async () => {
    const tried = await source('try', 'southwire');
    assert.equal(tried.code, 1);
    assert.match(tried.stdout, /^0 files came\.$/m);
    assert.match(tried.stderr, /^copydesk: .*500/);
    assert.equal((await source('pause', 'southwire')).stdout, 'southwire is paused: nothing is taken from it.\n');
    assert.match((await source('list')).stdout, /^southwire +paused/m);
    assert.equal((await source('resume', 'southwire')).code, 0);
    assert.equal((await source('remove', 'southwire')).code, 0);
    assert.doesNotMatch((await source('list')).stdout, /southwire/);
    const gone = await source('show', 'southwire');
    assert.deepEqual([gone.code, gone.stderr.split('.')[0]], [1, 'copydesk: No source has the name "southwire"']);
  });

  it('is set up by a file whose mistakes are named, and whose effects can be seen before', async () => {
    const wrong = await apply([{ ...withAddress(), everySeconds: 1 }]);
    assert.equal(wrong.code, 1);
    assert.match(
      wrong.stderr,
      /sources\[0\] \("northwire"\)\.everySeconds is 1; it must be a whole number of seconds from 5/,
    );
    assert.equal((await source('check', join(folder, 'sources.json'))).code, 1);
    await writeFile(
      join(folder, 'next.json'),
      JSON.stringify({ sources: [{ ...withAddress(), profile: { noindex: true } }] }),
    );
    const dry = await source('apply', '--dry-run', join(folder, 'next.json'));
    assert.match(dry.stdout, /^northwire: (?=.*noindex false → true)(?=.*creditLine "Northern News Wire" → none).*\n/);
    assert.match(dry.stdout, /Nothing was changed/);
    assert.match((await source('show', 'northwire')).stdout, /"noindex": false/);
    assert.equal(
      (await source('check', join(folder, 'next.json'))).stdout,
      `${join(folder, 'next.json')} is right: 1 source.\n`,
    );
  });
});
