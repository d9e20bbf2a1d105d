import { sql } from 'kysely';
import type { Tx } from '../../store.ts';

/** How often a reader signed out on every device at once. */
export async function up({ db }: Tx): Promise<void> {
  await sql.raw('alter table reader add column signed_out integer not null default 0').execute(db);
}
