import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Environment } from './environment.ts';
import { CopydeskError } from './story/errors.ts';

/** Hidden, so that nothing that reads folders takes it for copy. */
const FILE = '.accounts.secret';
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
    const kept = ((await readFile(path, 'utf8').catch(unlessMissing)) ?? (await makeSecret(path))).trim();
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

/** Written whole before it has its name: of two processes that start together the first gives it, and both read the same. */
async function makeSecret(path: string): Promise<string> {
  const unfinished = `${path}.${randomBytes(6).toString('hex')}`;
  await writeFile(unfinished, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  try {
    await link(unfinished, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(unfinished, { force: true });
  }
  return readFile(path, 'utf8');
}

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
