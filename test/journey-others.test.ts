import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { newDataFolder, type RunningProcess, runCopydesk, startProcess } from './support/running.ts';
import { type WebServer, webServer } from './support/web-server.ts';

const bin = fileURLToPath(new URL('../bin/copydesk.js', import.meta.url));
const WORDS = 'The yard closed for six weeks in 2019 as well, and nobody on the island got a refund then either.';

async function eventually<T>(look: () => Promise<T | undefined> | T | undefined, seconds = 15): Promise<T> {
  for (let tries = 0; tries < seconds * 20; tries++) {
    const found = await look();
    if (found !== undefined) return found;
    await sleep(50);
  }
  assert.fail(`this did not happen in ${seconds} seconds`);
}

describe('what other programs get from a newsroom', () => {
  let server: RunningProcess;
  let folder: string;
  let story: string;
  const run = (args: readonly string[]) =>
    runCopydesk(args, { env: { COPYDESK_DATA: server.dataFolder, DATABASE_URL: '', COPYDESK_URL: server.address } });

  before(async () => {
    server = await startProcess();
    folder = await mkdtemp(join(tmpdir(), 'copydesk-others-'));
    const front = await (await fetch(server.address)).text();
    story = decodeURIComponent(/href="\/story\/([^"#?/]+)"/.exec(front)?.[1] ?? '');
  });
  after(async () => {
    await server.destroy();
    await rm(folder, { recursive: true });
  });

  it('a key is shown once, listed without itself, and removed', async () => {
    const added = await run(['key', 'add', 'coral', '--per-second', '5', '--per-day', '1000']);
    assert.match(added.stdout, /^cda_[\w-]{43}\n$/);
    const listed = await run(['key', 'list']);
    assert.match(listed.stdout, /^coral {2}5 a second, 1000 a day \(0 given out today\)/);
    assert.ok(!listed.stdout.includes(added.stdout.trim()));
    assert.equal((await run(['key', 'remove', 'coral'])).code, 0);
    assert.equal((await run(['key', 'remove', 'coral'])).code, 1);
    assert.equal((await run(['key', 'add', 'x', '--per-second', '0'])).code, 2);
    assert.equal((await run(['key', 'add', 'x', '--origin', 'https://a.example/path'])).code, 2);
  });

  it('comments are imported from a file, once, and written as JSON lines again', async () => {
    const file = join(folder, 'disqus.xml');
    const map = join(folder, 'map.csv');
    await writeFile(
      file,
      `<disqus xmlns:dsq="x"><thread dsq:id="1"><link>https://old.example/yard</link><title>The yard</title></thread>
<post dsq:id="5"><message><![CDATA[<p>${WORDS}</p>]]></message><createdAt>2020-02-03T04:05:06Z</createdAt>
<author><name>Maren Holt</name></author><thread dsq:id="1"/></post></disqus>`,
    );
    await writeFile(map, `https://old.example/yard,${story}\n`);
    const first = await run(['import', 'disqus', file]);
    assert.match(first.stdout, /1 comments wait in 1 discussions[\s\S]*1 {2}https:\/\/old\.example\/yard {2}The yard/);
    const second = await run(['import', 'disqus', '--map', map, file]);
    assert.match(second.stdout, /0 of them for the first time; 1 are newly in their discussions/);
    const third = JSON.parse((await run(['import', 'disqus', '--json', file])).stdout);
    assert.deepEqual([third.read, third.added, third.applied, third.waiting], [1, 0, 0, []]);
    await writeFile(`${file}.gz`, gzipSync(await readFile(file)));
    const packed = JSON.parse((await run(['import', 'disqus', '--json', `${file}.gz`])).stdout);
    assert.deepEqual([packed.read, packed.added], [1, 0]);
    await writeFile(`${file}.cut.gz`, gzipSync(await readFile(file)).subarray(0, 60));
    assert.match((await run(['import', 'disqus', `${file}.cut.gz`])).stderr, /packed with gzip and broken/);
    const page = await (await fetch(`${server.address}/story/${story}`)).text();
    assert.ok(page.includes('Maren H') && page.includes('nobody on the island got a refund'));

    const lines = (await run(['export-comments'])).stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const [newsroom] = lines;
    const comment = lines.find((line) => line.text === WORDS);
    assert.deepEqual([newsroom.kind, newsroom.version], ['newsroom', 1]);
    assert.deepEqual([comment.fullName, comment.createdAt], ['Maren Holt', '2020-02-03T04:05:06.000Z']);
    assert.deepEqual(
      comment.decisions.map(({ by, state }: { by: string; state: string }) => [by, state]),
      [['import', 'approved']],
    );
  });

  it('an import that is killed loses and doubles nothing when it is run again', async () => {
    const file = join(folder, 'many.xml');
    const posts = Array.from(
      { length: 4000 },
      (_, n) => `<post dsq:id="${n + 100}"><message><![CDATA[<p>Number ${n}. ${WORDS}</p>]]></message>
<createdAt>2020-02-03T04:05:06Z</createdAt><author><name>Maren Holt</name></author><thread dsq:id="1"/>
${n > 50 && n % 3 === 0 ? `<parent dsq:id="${n + 50}"/>` : ''}</post>`,
    );
    await writeFile(file, `<disqus xmlns:dsq="x"><thread dsq:id="1"/>${posts.join('\n')}</disqus>`);
    const killed = spawn(process.execPath, [bin, 'import', 'disqus', file], {
      env: { ...process.env, COPYDESK_DATA: server.dataFolder, DATABASE_URL: '' },
      stdio: 'ignore',
    });
    const count = async () => {
      const lines = (await run(['export-comments'])).stdout.split('\n');
      return lines.filter((line) => /"text":"Number \d/.test(line)).length;
    };
    await eventually(async () => ((await count()) > 0 ? true : undefined));
    killed.kill('SIGKILL');
    const report = JSON.parse((await run(['import', 'disqus', '--json', file])).stdout);
    assert.equal(report.read, 4000);
    assert.equal(await count(), 4000);
  });

  it('an import says what is wrong with its call, its map or its file', async () => {
    const missing = await run(['import', 'disqus', join(folder, 'none.xml')]);
    assert.deepEqual([missing.code, /cannot be read \(ENOENT\)/.test(missing.stderr)], [1, true]);
    assert.equal((await run(['import', 'livejournal', 'x'])).code, 2);
    assert.equal((await run(['import', 'coral'])).code, 2);
  });

  it('a webhook may not be plain http, hold a password or name an event that is none', async () => {
    const codes = await Promise.all(
      [
        ['webhook', 'add', 'http://hook.example/'],
        ['webhook', 'add', 'https://me:secret@hook.example/'],
        ['webhook', 'add', 'ftp://hook.example/'],
        ['webhook', 'add', 'https://hook.example/', '--events', 'comment.liked'],
        ['webhook', 'remove', 'first'],
      ].map(async (args) => (await run(args)).code),
    );
    assert.deepEqual(codes, [2, 2, 2, 2, 2]);
  });
});

describe('webhooks of a newsroom that is killed', () => {
  let dataFolder: string;
  let hook: WebServer;
  let server: RunningProcess | undefined;
  let got: { id: string; at: string; signature: string; body: string }[];
  const run = (args: readonly string[]) => runCopydesk(args, { env: { COPYDESK_DATA: dataFolder, DATABASE_URL: '' } });

  beforeEach(async () => {
    dataFolder = await newDataFolder();
    hook = await webServer();
    got = [];
  });
  afterEach(async () => {
    await server?.destroy();
    await hook.close();
    await rm(dataFolder, { recursive: true, force: true });
  });

  it('are told after the restart what happened before the kill, signed with the secret that was shown', async () => {
    server = await startProcess({ dataFolder });
    const secret = (
      await run(['webhook', 'add', `${hook.url}/in`, '--private', '--events', 'comment.posted'])
    ).stdout.trim();
    hook.answer((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => {
        const header = (name: string) => String(request.headers[name]);
        got.push({
          id: header('webhook-id'),
          at: header('webhook-timestamp'),
          signature: header('webhook-signature'),
          body,
        });
        // Before the kill it only takes, and never answers.
        if (got.length > 1) response.writeHead(204).end();
      });
    });
    const front = await (await fetch(server.address)).text();
    const slug = /href="\/story\/([^"#?/]+)"/.exec(front)?.[1] ?? '';
    const posted = await fetch(`${server.address}/story/${slug}/comment`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: server.address, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ name: 'Maren Holt', text: WORDS }).toString(),
    });
    assert.equal(posted.status, 303);
    await eventually(() => got[0]);
    await server.stop('SIGKILL');

    server = await startProcess({ dataFolder });
    const again = await eventually(() => got[1], 40);
    assert.equal(again.id, got[0]?.id);
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
    const expected = createHmac('sha256', key).update(`${again.id}.${again.at}.${again.body}`).digest('base64');
    assert.equal(again.signature, `v1,${expected}`);
    assert.equal(JSON.parse(again.body).type, 'comment.posted');
    const listed = await eventually(async () => {
      const { stdout } = await run(['webhook', 'list']);
      return /1 delivered, 0 waiting, 0 given up/.test(stdout) ? stdout : undefined;
    });
    assert.ok(!listed.includes(secret));
  });

  it('are tried by hand, and removed', async () => {
    server = await startProcess({ dataFolder });
    await run(['webhook', 'add', `${hook.url}/in`, '--private']);
    hook.answer((_, response) => response.writeHead(202).end());
    const well = await run(['webhook', 'test', '1']);
    hook.answer((_, response) => response.writeHead(500).end());
    const ill = await run(['webhook', 'test', '1']);
    const removed = await run(['webhook', 'remove', '1']);
    assert.deepEqual([well.code, ill.code, removed.code, (await run(['webhook', 'test', '1'])).code], [0, 1, 0, 1]);
    assert.match(ill.stdout, /answered 500/);
  });
});
