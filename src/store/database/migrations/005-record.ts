import { sql } from 'kysely';
import type { Tx } from '../../store.ts';

/** Which checks a version's furniture went through, and the editor who answers for an element. What each column means stands in `schema.ts`. */
export async function up({ db }: Tx): Promise<void> {
  await sql.raw('alter table story_version add column checks text').execute(db);
  await sql.raw('alter table furniture add column override text').execute(db);
  await sql.raw('alter table furniture add column made_at text').execute(db);
}
