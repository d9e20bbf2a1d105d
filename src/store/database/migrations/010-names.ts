import { sql } from 'kysely';
import type { Tx } from '../../store.ts';

/** Who has written under a story by which name, as a reader's eye takes it: to notice two readers with one name at once. */
export async function up({ db, kind }: Tx): Promise<void> {
  const statements = [
    `create table writer_name (
      story_id bigint not null references story on delete cascade,
      skeleton text not null,
      reader_id bigint not null references reader on delete cascade,
      primary key (story_id, skeleton, reader_id)
    )${kind === 'sqlite' ? ' without rowid' : ''}`,
    'create index writer_name_reader on writer_name (reader_id)',
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
