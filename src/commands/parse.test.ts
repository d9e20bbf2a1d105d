import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const folder = mkdtempSync(join(tmpdir(), 'copydesk-parse-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const program = `import { parseCommand } from ${JSON.stringify(new URL('./parse.ts', import.meta.url).href)}; process.exitCode = await parseCommand.run(process.argv.slice(1));`;
const fixture = (name: string) => fileURLToPath(new URL(`../../fixtures/wire/${name}`, import.meta.url));

function run(args: readonly string[], input = '') {
  const done = spawnSync(process.execPath, ['--input-type=module', '-e', program, '--', ...args], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

describe('copydesk parse', () => {
  it('prints a line of JSON a file, in order, with paragraphs as text', () => {
    const { code, out } = run(['--json', fixture('ninjs-1.json'), fixture('mailed-story.txt')]);
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.equal(code, 0);
    assert.deepEqual(
      lines.map((line) => line.format),
      ['ninjs 1', 'plain text'],
    );
    assert.equal(lines[0].file, fixture('ninjs-1.json'));
    assert.equal(lines[0].items[0].body[0], 'A fire destroyed three warehouses on Monday night.');
    assert.ok(!('embargoedUntil' in lines[0].items[0]));
  });

  it('goes on past a file that cannot be opened, names it, and ends with 1', () => {
    const missing = join(folder, 'missing.txt');
    const { code, out, err } = run(['--json', missing, fixture('news.atom')]);
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.equal(code, 1);
    assert.equal(lines[0].refusal.kind, 'unreadable');
    assert.equal(lines[1].format, 'Atom');
    assert.match(err, /missing\.txt/);
  });

  it('reads standard input and prints a report for people', () => {
    const { code, out } = run(['-'], 'Rain at last\n\nOSLO (AP) — It rained.\n\nIt rained again.\n');
    assert.equal(code, 0);
    assert.match(out, /^-: plain text, 1 item/);
    assert.match(out, /headline {2}Rain at last\n {2}dateline {2}OSLO \(AP\)/);
    assert.match(out, /\n\nIt rained\.\n\nIt rained again\.\n/);
  });

  it('asks for a file when there is none', () => {
    assert.equal(run([]).code, 2);
  });

  it('prints megabytes into a pipe to the last line', () => {
    const file = join(folder, 'long.txt');
    writeFileSync(file, `Rain at last\n\n${'It rained for two days in the north of the country.\n\n'.repeat(15_000)}`);
    const lines = run(['--json', file, file]).out.trimEnd().split('\n');
    assert.deepEqual(
      lines.map((line) => JSON.parse(line).items[0].body.length),
      [15_000, 15_000],
    );
  });
});
