import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../../bin/copydesk.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'copydesk-check-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const copy = file(
  'copy.txt',
  'Harbour opens after storm\n\nPORT MERIDIAN, March 3 (NNW) - Repairs of the harbour may cost 12 million euros.\n\nThe storm sank four boats on Sunday.\n',
);
const run = (args: readonly string[], input = '') =>
  spawnSync(process.execPath, [command, 'check', ...args], { input, encoding: 'utf8' });

describe('copydesk check', () => {
  it('says that the copy carries a text, with the words that prove it, and exits with 0', () => {
    const { status, stdout } = run([copy, file('good.txt', 'The storm sank four boats.\n')]);
    assert.equal(status, 0);
    assert.match(stdout, /✓ The storm sank four boats\.\n {2}└ The storm sank four boats on Sunday\./);
    assert.match(stdout, /Proved/);
  });

  it('underlines in both texts what the copy does not carry, and exits with 1', () => {
    const { status, stdout } = run([copy, file('bad.txt', 'Repairs of the harbour cost 12 million euros.')]);
    assert.equal(status, 1);
    assert.match(stdout, /polarity: The modality “may” is left out\./);
    const lines = stdout.split('\n');
    const marks = lines.findIndex((line) => /^ +‾‾‾$/.test(line));
    assert.equal(lines[marks - 1]?.slice(lines[marks]?.indexOf('‾')).slice(0, 3), 'may');
  });

  it('answers lines of JSON with lines of JSON, names a broken one and goes on', () => {
    const input = [
      JSON.stringify({ id: 1, text: 'The storm sank four boats.', claim: 'The storm sank nine boats.' }),
      '{broken',
      JSON.stringify({ id: 2, text: 'The storm sank four boats.', claim: 'The storm sank four boats.' }),
    ].join('\n');
    const { status, stdout, stderr } = run(['--jsonl'], input);
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual(
      answers.map(({ id, ok }) => [id, ok]),
      [
        [1, false],
        [2, true],
      ],
    );
    assert.match(stderr, /line 2: this is no JSON/);
    assert.equal(status, 1);
  });

  it('says what to do when it is wrongly called or a file cannot be used', () => {
    assert.equal(run([copy]).status, 2);
    const missing = run([copy, join(folder, 'no-such-file')]);
    assert.equal(missing.status, 1);
    assert.match(missing.stderr, /cannot be opened/);
    const empty = run([copy, file('empty.txt', ' \n')]);
    assert.match(empty.stderr, /holds no words to check/);
    assert.match(run([copy, file('binary', '\0\x01ELF')]).stderr, /is no text/);
  });
});
