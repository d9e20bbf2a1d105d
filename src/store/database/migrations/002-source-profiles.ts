import { sql } from 'kysely';
import type { Tx } from '../../store.ts';

/** How many versions are given their language at once. */
const TOGETHER = 500;

/** Contracts, transports and the health of sources; until when a story may be seen. What each column means stands in `schema.ts`. */
export async function up({ db, kind }: Tx): Promise<void> {
  const ordered = kind === 'sqlite' ? 'text' : 'text collate "C"';
  const statements = [
    'alter table source add column profile text',
    'alter table source add column transport text',
    'alter table source add column every_seconds integer not null default 60',
    'alter table source add column key_sha256 text',
    'alter table source add column paused integer not null default 0',
    'alter table source add column settled_to bigint',

    `create table source_state (
      source_id bigint primary key references source on delete cascade,
      last_tried ${ordered},
      last_success ${ordered},
      last_error text,
      last_error_at ${ordered},
      failures integer not null default 0,
      next_try ${ordered},
      received integer not null default 0,
      duplicates integer not null default 0,
      refused integer not null default 0,
      claimed_by text,
      claimed_until ${ordered}
    )`,

    `create table source_memory (
      source_id bigint not null references source on delete cascade,
      key ${ordered} not null,
      value text not null,
      at ${ordered} not null,
      primary key (source_id, key)
    )`,

    `alter table story add column visible_until ${ordered}`,
    'create index story_expiring on story (visible_until) where visible_until is not null',
    'create index story_source on story (source_id, id)',
    'alter table story_version add column language text',
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
  await nameLanguages(db);
}

/** Read here, not in SQL: PostgreSQL's JSON functions refuse what a broken wire may have put into a copy. */
async function nameLanguages(db: Tx['db']): Promise<void> {
  for (let after = 0; ; ) {
    const { rows } = await sql<{ id: number; copy: string }>`
      select id, copy from story_version where id > ${after} order by id limit ${TOGETHER}`.execute(db);
    for (const { id, copy } of rows) {
      const { language } = JSON.parse(copy) as { language?: string };
      await sql`update story_version set language = ${language ?? null} where id = ${id}`.execute(db);
    }
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
  }
}
