import { sql } from 'kysely';
import type { Tx } from '../../store.ts';

/** What a rule decided by, and a number by which copies of a comment are found. What the columns mean stands in the schema. */
export async function up({ db }: Tx): Promise<void> {
  await sql.raw('alter table comment_event add column scores text').execute(db);
  await sql.raw('alter table comment add column sketch integer').execute(db);
  await sql.raw('create index comment_sketch on comment (sketch, id) where sketch is not null').execute(db);
}
