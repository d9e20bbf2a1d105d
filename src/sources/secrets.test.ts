import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { secretsFrom } from './secrets.ts';

describe('a secret', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'copydesk-secrets-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));
  const resolve = secretsFrom({ NORTHWIRE_PASSWORD: ' open sesame', EMPTY: '' });

  it('is found in the environment, or in a file without the line break at its end', async () => {
    assert.equal(await resolve({ env: 'NORTHWIRE_PASSWORD' }), ' open sesame');
    const file = join(folder, 'password');
    await writeFile(file, ' open\nsesame \r\n');
    assert.equal(await resolve({ file }), ' open\nsesame ');
    await writeFile(file, 'changed\n');
    assert.equal(await resolve({ file }), 'changed');
  });

  it('that is missing is named by its place', async () => {
    await assert.rejects(resolve({ env: 'EMPTY' }), { code: 'bad-setting', message: /EMPTY is not set/ });
    await assert.rejects(resolve({ env: 'toString' }), /toString is not set/);
    const file = join(folder, 'nowhere');
    await assert.rejects(resolve({ file }), {
      code: 'bad-setting',
      message: `The secret in "${file}" cannot be read (ENOENT).`,
    });
    await writeFile(file, '\n');
    await assert.rejects(resolve({ file }), /is empty/);
  });
});
