import { sql } from 'kysely';
import type { Tx } from '../../store.ts';

/** When an item itself says that the licence for it ends. What the column means stands in `schema.ts`. */
export async function up({ db }: Tx): Promise<void> {
  await sql.raw('alter table story_version add column licence_ends text').execute(db);
}
