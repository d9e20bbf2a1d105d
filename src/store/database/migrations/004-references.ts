import { sql } from 'kysely';
import type { Tx } from '../../store.ts';

/** How many stories become findable at once, and characters of each. */
const TOGETHER = 500;
const LONGEST = 200_000;

/** What items say of other items, notices in words, versions without words, and the search. What each column means stands in `schema.ts`. */
export async function up({ db, kind }: Tx): Promise<void> {
  const sqlite = kind === 'sqlite';
  const ordered = sqlite ? 'text' : 'text collate "C"';
  const statements = [
    `create table item_reference (
      source_id bigint not null references source on delete cascade,
      by_guid text not null,
      guid text not null,
      kind text not null,
      notice text,
      at ${ordered} not null,
      ended_at ${ordered},
      primary key (source_id, by_guid, guid, kind)
    )`,
    'create index item_reference_guid on item_reference (source_id, guid)',

    `create table word_notice (
      story_version_id bigint primary key references story_version on delete cascade,
      source_id bigint not null references source on delete cascade,
      words text not null,
      at ${ordered} not null
    )`,
    'create index word_notice_source on word_notice (source_id, at)',

    'alter table story_version add column wordless integer not null default 0',
    // Blocks are never empty, so an empty `text` is that of the whole copy.
    `update story_version set wordless = 1 where copy like '%"text":""%'`,
    ...(sqlite ? searchInSqlite : searchInPostgres),
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
  await indexVisible({ db, kind });
}

/** What readers may see already becomes findable. */
async function indexVisible({ db, kind }: Pick<Tx, 'db' | 'kind'>): Promise<void> {
  for (let after = 0; ; ) {
    const { rows } = await sql<{ id: number; headline: string; copy: string }>`
      select story.id, story_version.headline, story_version.copy
      from story join story_version on story_version.id = story.shown_version_id
      where story.visible_from is not null and story.id > ${after} order by story.id limit ${TOGETHER}`.execute(db);
    for (const { id, headline, copy } of rows) {
      const body = plain((JSON.parse(copy) as { text?: string }).text ?? '');
      await (kind === 'sqlite'
        ? sql`insert into search(rowid, headline, body) values (${id}, ${plain(headline)}, ${body})`.execute(db)
        : sql`insert into search(story_id, words) values (${id},
            setweight(to_tsvector('english', ${plain(headline)}), 'A') || to_tsvector('english', ${body}))`.execute(
            db,
          ));
    }
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
  }
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('\0', ' ')
    .toWellFormed()
    .slice(0, LONGEST);

const searchInSqlite = [
  // Only the index, not the words: what is deleted from it cannot be read back.
  `create virtual table search using fts5(
    headline, body, content='', contentless_delete=1, tokenize='porter unicode61 remove_diacritics 2'
  )`,
  `insert into search(search, rank) values ('secure-delete', 1)`,
  'create trigger story_leaves_search after delete on story begin delete from search where rowid = old.id; end',
];

const searchInPostgres = [
  'create table search (story_id bigint primary key references story on delete cascade, words tsvector not null)',
  'create index search_words on search using gin (words)',
];
