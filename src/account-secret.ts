import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Environment } from './environment.ts';
import { CopydeskError } from './story/errors.ts';

const FILE = 'accounts.secret';
const GOOD = /^\S{32,200}$/;

/**
 * What signs the cookies of accounts: the setting, or a file of the data folder that is made once. It stands in no database,
 * so that whoever reads the database cannot pass for anybody. `bad-setting` when the file cannot be used.
 */
export async function findAccountSecret({
  secret,
  dataFolder,
}: Pick<Environment, 'secret' | 'dataFolder'>): Promise<string> {
  if (secret !== undefined) return secret;
  const path = join(dataFolder, FILE);
  try {
    await mkdir(dataFolder, { recursive: true });
    // Two processes that start together: the first makes it.
    await writeFile(path, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' }).catch(unlessThere);
    const kept = (await readFile(path, 'utf8')).trim();
    if (GOOD.test(kept)) return kept;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CopydeskError('bad-setting', `Cannot read or make the secret of accounts "${path}": ${why}`);
  }
  throw new CopydeskError(
    'bad-setting',
    `"${path}" holds no secret of at least 32 characters. Delete it to have one made.`,
  );
}

function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
