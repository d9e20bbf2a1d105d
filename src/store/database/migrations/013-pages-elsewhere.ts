import { sql } from 'kysely';
import type { Tx } from '../../store.ts';

/** Discussions of pages that are not ours, and keys that may register them. What the columns mean stands in the schema. */
export async function up({ db }: Tx): Promise<void> {
  await sql.raw('alter table story add column page_url text').execute(db);
  await sql.raw('create unique index story_page_url on story (page_url) where page_url is not null').execute(db);
  await sql.raw('alter table api_key add column pages integer not null default 0').execute(db);
}
