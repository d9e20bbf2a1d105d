import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../../bin/copydesk.js', import.meta.url));
const story = `Port to reopen by Monday, says harbour master

PORT ALDER, March 3 -- The port of Alder will reopen its harbour on Monday after repairs at three quays, harbour master Ines Calder said.

"We lost forty boats in one night, and we will not lose the harbour as well," Calder said.

The council approved a programme of £3.5 million for the sea wall. Engineers found cracks in two of its towers.
`;

type Answer = { readonly code: number | null; readonly out: string; readonly err: string };

function run(args: readonly string[], input = ''): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [command, 'package', ...args], { stdio: 'pipe' });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      out += part;
    });
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      err += part;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
    child.stdin.end(input);
  });
}

describe('copydesk package', () => {
  let folder = '';
  let file = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'copydesk-package-'));
    file = join(folder, 'story.txt');
    await writeFile(file, story);
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('prints every element of the page, with the words that prove it', async () => {
    const { code, out } = await run([file]);
    assert.equal(code, 0);
    for (const name of [
      'DISPLAY HEADLINE',
      'SUMMARY',
      'KEY POINTS',
      'MIN READ',
      'AGENCY HEADLINE',
      'STANDFIRST',
      'PULL QUOTE',
      '└',
    ]) {
      assert.ok(out.includes(name), name);
    }
  });

  it('prints one object with --json, in the spelling that is asked for', async () => {
    const american = JSON.parse((await run(['--json', file])).out);
    const british = JSON.parse((await run(['--json', '--language', 'en-GB', '-'], story)).out);
    assert.ok(american.furniture.displayHeadline.text);
    assert.doesNotMatch(JSON.stringify(american.furniture.summary), /programme/);
    assert.doesNotMatch(JSON.stringify(british.furniture.summary), /program\b/);
  });

  it('answers each line with one line, and names those that it cannot read', async () => {
    const text =
      'Brinemark bought the Alder shipyard on Monday. The yard has 300 workers. The mayor welcomed the deal.';
    const lines = [
      JSON.stringify({ id: 'a', headline: 'Brinemark buys yard', text }),
      'no json',
      '{"id":"b"}',
      '',
      `{"id":"c","text":${JSON.stringify(text)}}`,
    ];
    const { code, out, err } = await run(['--jsonl'], lines.join('\n'));
    assert.equal(code, 1);
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual(
      answers.map(({ id }) => id),
      ['a', 'c'],
    );
    assert.match(err, /line 2/);
    assert.match(err, /line 3/);
    for (const { furniture } of answers) {
      for (const { evidence } of furniture.summary) {
        for (const { start, end } of evidence) assert.ok(start >= 0 && start < end && end <= text.length);
      }
    }
  });

  it('names a file that cannot be opened and a language that it does not write', async () => {
    const missing = await run([join(folder, 'missing.txt')]);
    assert.equal(missing.code, 1);
    assert.match(missing.err, /missing\.txt/);
    const german = await run(['--language', 'de', file]);
    assert.equal(german.code, 2);
    assert.match(german.err, /en-US/);
  });
});
