import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('./support/take-and-die.ts', import.meta.url));

describe('a newsroom killed while it receives', () => {
  let folder: string;
  let data: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'drop-folder-'));
    data = await mkdtemp(join(tmpdir(), 'copydesk-data-'));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true });
    await rm(data, { recursive: true });
  });
  const run = (...end: readonly string[]) => spawnSync(process.execPath, [program, folder, data, ...end]);
  const story = (guid: string, headline: string) =>
    JSON.stringify({
      uri: guid,
      type: 'text',
      version: '1',
      headline,
      pubstatus: 'usable',
      body_text: `${headline}. The harbour office said so on Monday.`,
    });

  it('between keeping a file and acknowledging it gets the file again, which changes nothing, and loses nothing', async () => {
    await writeFile(join(folder, '1.json'), story('tag:nordwire.example,2031:1', 'Ferry to Sandholm is late'));
    await writeFile(join(folder, '2.json'), story('tag:nordwire.example,2031:2', 'Bridge at Orrin is open'));
    assert.equal(run('die').signal, 'SIGKILL');
    assert.deepEqual(await readdir(folder), ['1.json', '2.json']);

    const { status, stdout, stderr } = run();
    assert.equal(status, 0, String(stderr));
    const lines = String(stdout).trim().split('\n');
    assert.deepEqual(
      lines.map((line) => {
        const { name, duplicate, stories } = JSON.parse(line);
        return [name, duplicate, stories.map(({ outcome }: { outcome: string }) => outcome)];
      }),
      [
        ['1.json', true, ['unchanged']],
        ['2.json', false, ['new']],
      ],
    );
    assert.deepEqual(await readdir(folder), ['done']);
  });
});
