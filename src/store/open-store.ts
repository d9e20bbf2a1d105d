import { mkdirSync } from 'node:fs';
import { CopydeskError } from '../story/errors.ts';
import { migrate } from './database/migrate.ts';
import { openPostgres } from './database/postgres.ts';
import { openSqlite } from './database/sqlite.ts';
import type { Store } from './store.ts';

/**
 * Opens the SQLite file in `dataFolder`, making the folder, or the PostgreSQL database at `databaseUrl`; runs the migrations.
 * @throws CopydeskError `bad-setting` when the folder cannot be made.
 */
export async function openStore(options: {
  readonly dataFolder: string;
  readonly databaseUrl?: string;
}): Promise<Store> {
  const store = options.databaseUrl
    ? await openPostgres(options.databaseUrl)
    : openSqlite(madeFolder(options.dataFolder));
  try {
    await migrate(store);
  } catch (error) {
    await store.close();
    throw error;
  }
  return store;
}

function madeFolder(dataFolder: string): string {
  try {
    mkdirSync(dataFolder, { recursive: true });
    return dataFolder;
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? error.code : error;
    const message = `COPYDESK_DATA is "${dataFolder}", and this folder cannot be made (${why}). Name one that you may write.`;
    throw new CopydeskError('bad-setting', message, { cause: error });
  }
}
