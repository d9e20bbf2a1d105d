import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { ninjs } from '../../test/support/copy.ts';
import { runCopydesk } from '../../test/support/running.ts';
import { openStore } from '../store/open-store.ts';
import { listLatest } from '../store/stories.ts';

const QUARRY = 'quarry-plan-for-hallow-hill-rejected-by-planners';
const LAMPS = 'council-keeps-its-lamps';

describe('copydesk story apart and join', () => {
  let folder = '';
  let env: Record<string, string> = {};
  const run = (...args: string[]) => runCopydesk(args, { env });
  /** How many lines the front page has. */
  async function lines(): Promise<number> {
    const store = await openStore({ dataFolder: join(folder, 'data') });
    const found = await listLatest(store, { now: new Date(), limit: 10 });
    await store.close();
    return found.length;
  }
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'copydesk-story-'));
    env = { COPYDESK_DATA: join(folder, 'data'), DATABASE_URL: '' };
    const other = ninjs({ uri: 'urn:npa:lamps', headlines: [{ value: 'Council keeps its lamps' }] });
    await writeFile(join(folder, 'quarry.json'), JSON.stringify(ninjs()));
    await writeFile(join(folder, 'lamps.json'), JSON.stringify(other));
    await run('receive', '--source', 'npa', join(folder, 'quarry.json'), join(folder, 'lamps.json'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('list two stories as one event, and by themselves again', async () => {
    assert.equal(await lines(), 2);
    const joined = await run('story', 'join', QUARRY, LAMPS);
    assert.equal(joined.code, 0);
    assert.equal(joined.stdout, `${QUARRY} and ${LAMPS} are listed as one event\n`);
    assert.equal(await lines(), 1);
    assert.equal((await run('story', 'apart', LAMPS)).code, 0);
    assert.equal(await lines(), 2);
  });

  it('name what is wrong', async () => {
    const unknown = await run('story', 'apart', 'nowhere', QUARRY);
    assert.equal(unknown.code, 1);
    assert.match(unknown.stderr, /No story has the address "nowhere"/);
    assert.match(unknown.stdout, /is listed by itself/);
    assert.equal((await run('story', 'join', QUARRY)).code, 2);
    assert.equal((await run('story', 'join', QUARRY, QUARRY)).code, 1);
  });
});
