import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { HARBOUR_STORY, ninjs } from './support/copy.ts';
import { newDataFolder, runCopydesk, startProcess } from './support/running.ts';

const bin = fileURLToPath(new URL('../bin/copydesk.js', import.meta.url));
const names = ['start', 'receive', 'source', 'story', 'comment', 'parse', 'package', 'edition', 'demo'];

describe('the command', () => {
  let folder = '';
  let env: Record<string, string> = {};
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'copydesk-command-'));
    env = { COPYDESK_DATA: join(folder, 'data'), DATABASE_URL: '' };
    await writeFile(join(folder, 'harbour.txt'), HARBOUR_STORY);
    await writeFile(join(folder, 'quarry.json'), JSON.stringify(ninjs()));
    await writeFile(join(folder, 'noise.bin'), new Uint8Array([0, 1, 2, 3, 255, 254, 0, 0]));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('helps in general and with each subcommand', async () => {
    const general = await runCopydesk(['--help']);
    assert.equal(general.code, 0);
    const each = await Promise.all(names.map((name) => runCopydesk([name, '--help'])));
    assert.deepEqual(
      each.map((help) => help.code),
      names.map(() => 0),
    );
    assert.deepEqual(
      each.filter((help) => !/^Usage: copydesk [\s\S]*[Ee]xit codes/.test(help.stdout)),
      [],
    );
    assert.deepEqual(
      names.filter((name) => !general.stdout.includes(`  ${name}`)),
      [],
    );
  });

  it('names an unknown subcommand and an unknown option', async () => {
    const unknown = await runCopydesk(['publish']);
    assert.equal(unknown.code, 2);
    assert.match(unknown.stderr, /no command "publish"/);
    assert.equal((await runCopydesk(['story', 'list', '--colour'], { env })).code, 2);
  });

  it('names a wrong setting', async () => {
    const wrong = await runCopydesk(['start'], { env: { ...env, PORT: 'eighty' } });
    assert.equal(wrong.code, 2);
    assert.match(wrong.stderr, /PORT is "eighty"; it must be a whole number/);
  });

  it('names a number that no list can have, and a folder that cannot be made', async () => {
    for (const limit of ['1e99', '99999999999999999999']) {
      const wrong = await runCopydesk(['story', 'list', '--limit', limit], { env });
      assert.equal(wrong.code, 2);
      assert.equal(
        wrong.stderr,
        `copydesk: --limit is "${limit}"; it must be a whole number from 1. Run "copydesk story --help".\n`,
      );
    }
    const wrong = await runCopydesk(['story', 'list'], { env: { ...env, COPYDESK_DATA: '/etc/passwd' } });
    assert.equal(wrong.code, 2);
    assert.match(wrong.stderr, /^copydesk: COPYDESK_DATA is "\/etc\/passwd".*\n$/);
  });

  it('says in one line that its output could not be written', () => {
    const full = openSync('/dev/full', 'w');
    for (const args of [['--help'], ['story', 'list'], ['parse', join(folder, 'harbour.txt')]]) {
      const done = spawnSync(process.execPath, [bin, ...args], {
        env: { ...process.env, ...env },
        stdio: ['ignore', full, 'pipe'],
        encoding: 'utf8',
      });
      assert.equal(done.status, 1);
      assert.match(done.stderr, /^copydesk: the output could not be written \(ENOSPC.*\n$/);
    }
    closeSync(full);
  });

  it('prints nothing from the wire that would command a terminal', async (test) => {
    const evil = '\u001b]0;PWNED\u0007 \u009b2J';
    const dataFolder = await newDataFolder();
    test.after(() => rm(dataFolder, { recursive: true }));
    const file = join(dataFolder, 'evil.json');
    const headline = `Quarry plan rejected ${evil}`;
    const body = `<p>The quarry plan was ${evil} rejected by the planners on Monday.</p><p>The mayor ${evil} was glad.</p>`;
    const item = { uri: `urn:npa:evil${evil}`, headlines: [{ value: headline }], edNote: `Note ${evil}` };
    const bodies = [{ contentType: 'text/html', value: body }];
    await writeFile(file, JSON.stringify(ninjs({ ...item, bodies })));
    const own = { ...env, COPYDESK_DATA: dataFolder };
    assert.equal((await runCopydesk(['receive', file], { env: own })).code, 0);
    const list = await runCopydesk(['story', 'list', '--json'], { env: own });
    const { slug } = JSON.parse(list.stdout) as { slug: string };
    await runCopydesk(['story', 'hold', slug, '--reason', `Ask ${evil}\nthe mayor`], { env: own });
    const calls = [
      ['parse', file],
      ['package', file],
      ['story', 'show', slug],
      ['story', 'list'],
      ['story', 'release', slug],
    ];
    for (const call of calls) {
      const { code, stdout, stderr } = await runCopydesk(call, { env: own });
      assert.equal(code, 0, stderr);
      assert.match(stdout, /quarry/i);
      assert.doesNotMatch(stdout, /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/, call.join(' '));
    }
  });

  it('parse prints one JSON line a file, in order, and refuses what is no copy', async () => {
    const done = await runCopydesk([
      'parse',
      '--json',
      join(folder, 'harbour.txt'),
      join(folder, 'noise.bin'),
      join(folder, 'quarry.json'),
    ]);
    const [mail, noise, quarry] = done.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.equal(mail.items[0].dateline.place, 'PORT ELDON');
    assert.equal(mail.items[0].body.length, 7);
    assert.ok(noise.refusal.message && noise.items.length === 0);
    assert.equal(quarry.items[0].guid, 'urn:newsml:npa.example:20260302:quarry');
  });

  it('package gives every element with its evidence', async () => {
    const done = await runCopydesk(['package', '--jsonl'], {
      input: `${JSON.stringify({ id: 'a', headline: 'Bridge to close', text: HARBOUR_STORY.split('\n\n').slice(1, -1).join('\n\n') })}\nnot json\n`,
    });
    assert.equal(done.code, 1);
    assert.match(done.stderr, /line 2/);
    const { id, furniture } = JSON.parse(done.stdout.trim());
    assert.equal(id, 'a');
    assert.ok(furniture.keyPoints.length >= 3 && furniture.displayHeadline.evidence.length > 0);
  });

  it('receive takes the good files of a folder, names the bad one and ends with 1', async () => {
    const done = await runCopydesk(['receive', folder], { env });
    assert.equal(done.code, 1);
    assert.match(done.stderr, /noise\.bin: /);
    assert.match(done.stdout, /2 files received/);
    const list = await runCopydesk(['story', 'list', '--json'], { env });
    assert.equal(list.stdout.trim().split('\n').length, 2);
  });

  it('receive never takes a secret of the newsroom for copy', async () => {
    const inside = join(env['COPYDESK_DATA'] ?? '', 'harbour.secret');
    await writeFile(inside, HARBOUR_STORY.replace('Harbour', 'Other'));
    assert.doesNotMatch((await runCopydesk(['receive', folder], { env })).stdout, /[1-9] files? received,? /);
    await rm(inside);
  });

  it('receive says of each story that is not live what it is and why, also of one that a kill names', async (test) => {
    const env = { COPYDESK_DATA: await newDataFolder(), DATABASE_URL: '' };
    test.after(() => rm(env.COPYDESK_DATA, { recursive: true, force: true }));
    const live = await runCopydesk(['receive', 'fixtures/wire/mailed-story.txt'], { env });
    assert.equal(live.stdout, '1 file received.\n  fire-destroys-three-warehouses-at-port-meridian\n');
    const kill = await runCopydesk(['receive', 'fixtures/wire/mailed-kill.txt'], { env });
    assert.equal(
      kill.stdout,
      '1 file received.\n' +
        '  harbour-fire  held: The copy says “KILL KILL KILL”: a person must look at it.\n' +
        '  fire-destroys-three-warehouses-at-port-meridian  held: A notice says “KILL KILL KILL” about this story ' +
        '(see harbour-fire): a person must look at it.\n',
    );
  });

  it('story shows, holds, releases and kills, and names an address that is not there', async () => {
    const slug = 'quarry-plan-for-hallow-hill-rejected-by-planners';
    const shown = await runCopydesk(['story', 'show', slug], { env });
    assert.match(shown.stdout, /Quarry/);
    assert.equal((await runCopydesk(['story', 'hold', slug, '--reason', 'Calls to make'], { env })).code, 0);
    assert.match((await runCopydesk(['story', 'list', '--state', 'held'], { env })).stdout, /Calls to make/);
    assert.equal((await runCopydesk(['story', 'release', slug], { env })).code, 0);
    const some = await runCopydesk(['story', 'kill', 'nowhere', slug], { env });
    assert.equal(some.code, 1);
    assert.match(some.stderr, /nowhere/);
    assert.match((await runCopydesk(['story', 'list', '--state', 'killed'], { env })).stdout, /quarry-plan/);
  });

  it('edition checks what it sets', async () => {
    assert.equal((await runCopydesk(['edition', 'set', 'name', 'The', 'Eldon', 'Post'], { env })).code, 0);
    assert.match((await runCopydesk(['edition'], { env })).stdout, /The Eldon Post/);
    const wrong = await runCopydesk(['edition', 'set', 'language', 'fr'], { env });
    assert.equal(wrong.code, 2);
    assert.match(wrong.stderr, /en-US or en-GB/);
  });

  it('what another process does is on the running site at once', async (test) => {
    const server = await startProcess({ dataFolder: env['COPYDESK_DATA'] ?? '', args: ['--no-demo'] });
    test.after(() => server.destroy());
    const slug = 'harbour-bridge-to-close-for-eleven-weeks-for-repairs-council-says';
    const page = `${server.address}/story/${slug}`;
    assert.equal((await fetch(page)).status, 200);
    assert.equal((await fetch(page)).status, 200);
    await runCopydesk(['story', 'kill', slug], { env });
    assert.equal((await fetch(page)).status, 410);
    assert.equal(await server.stop(), 0);
  });

  it('an empty newsroom shows the demo, and leaves it for good', async (test) => {
    const dataFolder = await newDataFolder();
    const server = await startProcess({ dataFolder });
    test.after(() => server.destroy());
    assert.match(server.output(), /demo leave/);
    const stories = (await (await fetch(server.address)).text()).match(/href="\/story\//g) ?? [];
    assert.ok(stories.length >= 8);
    const left = await runCopydesk(['demo', 'leave'], { env: { COPYDESK_DATA: dataFolder, DATABASE_URL: '' } });
    assert.equal(left.code, 0);
    assert.doesNotMatch(await (await fetch(server.address)).text(), /href="\/story\//);
    await server.stop();
    const again = await startProcess({ dataFolder });
    test.after(() => again.destroy());
    assert.doesNotMatch(again.output(), /demo leave/);
  });
});
