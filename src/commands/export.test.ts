import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { ninjs } from '../../test/support/copy.ts';
import { runCopydesk } from '../../test/support/running.ts';
import { parse } from '../wire/parse.ts';

const QUARRY = 'quarry-plan-for-hallow-hill-rejected-by-planners';
const HELD = 'council-keeps-its-lamps';

describe('copydesk export', () => {
  let folder = '';
  let env: Record<string, string> = {};
  const run = (...args: string[]) => runCopydesk(args, { env });
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'copydesk-export-'));
    env = { COPYDESK_DATA: join(folder, 'data'), DATABASE_URL: '', COPYDESK_URL: 'https://post.example' };
    const held = ninjs({
      uri: 'urn:npa:lamps',
      headlines: [{ value: 'Council keeps its lamps' }],
      pubStatus: 'withheld',
    });
    await writeFile(
      join(folder, 'quarry.json'),
      JSON.stringify(ninjs({ edNote: 'Not for publication: call Sam, 555.' })),
    );
    await writeFile(join(folder, 'held.json'), JSON.stringify(held));
    assert.equal(
      (await run('receive', '--source', 'npa', join(folder, 'quarry.json'), join(folder, 'held.json'))).code,
      0,
    );
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('writes a story that copydesk reads again, without notes not for publication', async () => {
    const { code, stdout } = await run('export', '--format', 'ninjs', QUARRY);
    assert.equal(code, 0);
    const parsed = parse(new TextEncoder().encode(stdout));
    assert.ok(parsed.ok);
    assert.equal(parsed.format, 'ninjs 3.1');
    assert.equal(parsed.items[0]?.guid, 'urn:newsml:npa.example:20260302:quarry');
    assert.equal(parsed.items[0]?.body?.length, 4);
    assert.doesNotMatch(stdout, /call Sam/);
  });

  it('refuses what readers may not see, and with --force marks it', async () => {
    const refused = await run('export', '--format', 'ninjs', HELD);
    assert.equal(refused.code, 1);
    assert.match(refused.stderr, /Cannot export "council-keeps-its-lamps": it is held/);
    assert.equal(refused.stdout, '');
    const forced = await run('export', '--format', 'ninjs', '--force', HELD);
    assert.equal(JSON.parse(forced.stdout).pubStatus, 'withheld');
  });

  it('writes all into a folder, one file each', async () => {
    const out = join(folder, 'out/');
    assert.equal((await run('export', '--format', 'newsml-g2', '--all', '--out', out)).code, 0);
    assert.deepEqual(await readdir(out), [`${QUARRY}.xml`]);
    assert.match(
      await readFile(join(out, `${QUARRY}.xml`), 'utf8'),
      /^<\?xml version="1.0" encoding="UTF-8"\?>\n<newsItem /,
    );
  });

  it('writes what changed since a time', async () => {
    assert.match((await run('export', '--format', 'atom', '--since', '2026-01-01T00:00:00Z')).stdout, /<entry/);
    assert.doesNotMatch((await run('export', '--format', 'atom', '--since', '2999-01-01')).stdout, /<entry/);
  });

  it('of a killed story writes that it is canceled, and none of its words', async () => {
    await run('story', 'kill', QUARRY);
    const { code, stdout } = await run('export', '--format', 'ninjs', QUARRY);
    assert.equal(code, 0);
    assert.equal(JSON.parse(stdout).pubStatus, 'canceled');
    assert.doesNotMatch(stdout, /granite|Planners/);
  });

  it('names a wrong call', async () => {
    assert.equal((await run('export', '--format', 'docx', QUARRY)).code, 2);
    assert.equal((await run('export', '--format', 'ninjs')).code, 2);
    assert.equal((await run('export', '--format', 'ninjs', '--all', QUARRY)).code, 2);
    assert.equal((await run('export', '--format', 'ninjs', 'nowhere')).code, 1);
  });
});
