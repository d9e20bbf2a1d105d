import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { HARBOUR_STORY, ninjs } from './support/copy.ts';
import { newDataFolder, runCopydesk, startProcess } from './support/running.ts';

const names = ['start', 'receive', 'story', 'comment', 'parse', 'package', 'edition', 'demo'];

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
