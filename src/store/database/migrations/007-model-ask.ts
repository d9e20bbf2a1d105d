import { sql } from 'kysely';
import type { Tx } from '../../store.ts';

/** Which versions a language model was asked about. What each column means stands in `schema.ts`. */
export async function up({ db }: Tx): Promise<void> {
  await sql
    .raw(`create table model_ask (
      story_version_id integer primary key references story_version (id) on delete cascade,
      tries integer not null,
      claimed_until text,
      done_at text,
      outcome text
    )`)
    .execute(db);
  await sql.raw('create index story_version_received on story_version (received_at)').execute(db);
}
