import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { findAccountSecret } from './account-secret.ts';

describe('the secret of accounts', () => {
  let dataFolder: string;
  beforeEach(() => {
    dataFolder = mkdtempSync(join(tmpdir(), 'copydesk-data-'));
  });
  afterEach(() => rmSync(dataFolder, { recursive: true }));
  const file = () => join(dataFolder, '.accounts.secret');

  it('is made once, for its owner’s eyes only, and the same however many processes start together', async () => {
    const secrets = await Promise.all(Array.from({ length: 5 }, () => findAccountSecret({ dataFolder })));
    assert.deepEqual([...new Set(secrets)], [readFileSync(file(), 'utf8').trim()]);
    assert.equal(secrets[0]?.length, 43);
    assert.equal(statSync(file()).mode & 0o777, 0o600);
  });

  it('is the setting where there is one', async () => {
    assert.equal(await findAccountSecret({ dataFolder, secret: 'x'.repeat(40) }), 'x'.repeat(40));
  });

  it('is not quoted when its file holds nothing of use', async () => {
    writeFileSync(file(), 'short\n');
    await assert.rejects(findAccountSecret({ dataFolder }), (error: Error) => !error.message.includes('short\n'));
  });
});
