import { mkdirSync } from 'node:fs';
import { migrate } from './database/migrate.ts';
import { openPostgres } from './database/postgres.ts';
import { openSqlite } from './database/sqlite.ts';
import type { Store } from './store.ts';

/** Opens the SQLite file in `dataFolder`, or the PostgreSQL database at `databaseUrl`; makes the folder and runs the migrations. */
export async function openStore(options: {
  readonly dataFolder: string;
  readonly databaseUrl?: string;
}): Promise<Store> {
  mkdirSync(options.dataFolder, { recursive: true });
  const store = options.databaseUrl ? await openPostgres(options.databaseUrl) : openSqlite(options.dataFolder);
  try {
    await migrate(store);
  } catch (error) {
    await store.close();
    throw error;
  }
  return store;
}
