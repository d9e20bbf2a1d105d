import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { newDataFolder, runCopydesk } from '../../test/support/running.ts';

describe('copydesk staff', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await newDataFolder();
  });
  afterEach(() => rm(folder, { recursive: true }));
  const run = (...args: string[]) =>
    runCopydesk(['staff', ...args], {
      env: { COPYDESK_DATA: folder, COPYDESK_URL: 'https://courier.example', DATABASE_URL: '' },
    });

  it('lets somebody in with a link, gives her another role, and takes her out again', async () => {
    const invited = await run('invite', 'Maren@courier.example', '--name', 'Maren Oduya', '--role', 'admin');
    assert.equal(invited.code, 0);
    assert.match(invited.stdout, /^https:\/\/courier\.example\/sign-in\/link\?token=[\w-]{32}&to=%2Fdesk\n$/);
    await run('invite', 'tom@courier.example', '--name', 'Tom Okafor');
    assert.match(
      (await run('list')).stdout,
      /maren@courier\.example {2}admin {2}Maren Oduya\ntom@courier\.example {2}moderator/,
    );
    assert.match((await run('role', 'tom@courier.example', 'editor')).stdout, /is editor now/);
    assert.match((await run('remove', 'maren@courier.example')).stderr, /only admin/);
    assert.equal((await run('remove', 'tom@courier.example')).code, 0);
    assert.doesNotMatch((await run('list')).stdout, /tom@/);
    assert.equal((await run('link', 'tom@courier.example')).code, 1);
  });

  it('says what is wrong with a role, an address or a name that is missing', async () => {
    assert.match(
      (await run('invite', 'tom@courier.example', '--name', 'Tom', '--role', 'boss')).stderr,
      /"boss" is no role/,
    );
    assert.match((await run('invite', 'tom@courier.example')).stderr, /--name/);
    assert.equal((await run('link', 'tom')).code, 2);
  });
});
