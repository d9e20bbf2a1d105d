import { CopydeskError } from '../story/errors.ts';
import type { Store } from './store.ts';

/** Opens the SQLite file in `dataFolder`, or the PostgreSQL database at `databaseUrl`; makes the folder and runs the migrations. */
export async function openStore(_options: {
  readonly dataFolder: string;
  readonly databaseUrl?: string;
}): Promise<Store> {
  throw new CopydeskError('store-broken', 'Not written yet');
}
