import { sql } from 'kysely';
import type { Copy } from '../story/copy.ts';
import type { StoryLine } from '../story/story.ts';
import type { Store, Tx } from './store.ts';
import { listLines } from './stories.ts';

/** Words of a question that count, characters of each, and characters of a story that can be found. */
const MOST_WORDS = 12;
const LONGEST_WORD = 40;
const LONGEST_STORY = 200_000;
/** The latest stories with all the words that are put in order: bounds the work, whatever is asked. */
const MOST_FOUND = 1000;

/**
 * Makes the words of a version findable, or, without one, those of the story no more. Called in the transaction that changes
 * what readers may see, so that a killed story is found by nobody from that moment.
 */
export async function indexStory(tx: Tx, storyId: number, versionId: number | null): Promise<void> {
  const table = tx.kind === 'sqlite' ? sql`delete from search where rowid = ${storyId}` : undefined;
  await (table ?? sql`delete from search where story_id = ${storyId}`).execute(tx.db);
  if (versionId === null) return;
  const version = await tx.db
    .selectFrom('story_version')
    .leftJoin('furniture', (join) =>
      join.onRef('furniture.story_version_id', '=', 'story_version.id').on('furniture.kind', '=', 'displayHeadline'),
    )
    .select(['story_version.headline', 'story_version.copy', 'furniture.text as shown'])
    .where('story_version.id', '=', versionId)
    .executeTakeFirst();
  if (!version) return;
  const { text } = JSON.parse(version.copy) as Copy;
  const headline = searchable(`${version.shown ?? ''}\n${version.headline}`);
  const body = searchable(text);
  await (tx.kind === 'sqlite'
    ? sql`insert into search(rowid, headline, body) values (${storyId}, ${headline}, ${body})`
    : sql`insert into search(story_id, words) values (${storyId},
        setweight(to_tsvector('english', ${headline}), 'A') || to_tsvector('english', ${body}))`
  ).execute(tx.db);
}

/** Letters without accents, so that "cafe" finds "café", and nothing that a database would refuse. */
const searchable = (text: string): string =>
  text
    .slice(0, LONGEST_STORY)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('\0', ' ')
    .toWellFormed();

/** The words of a question: letters and digits only, so that nothing in it can be an operator of a database. */
export const wordsOf = (question: string): string[] =>
  [
    ...new Set(
      (
        searchable(question.slice(0, 400))
          .toLowerCase()
          .match(/[\p{L}\p{N}]+/gu) ?? []
      ).slice(0, MOST_WORDS),
    ),
  ].map((word) => word.slice(0, LONGEST_WORD));

/** Stories that readers may see at `now` with all the words of the question, the closest first; in the headline counts most. */
export async function searchStories(
  store: Store,
  { question, now, limit, offset = 0 }: { question: string; now: Date; limit: number; offset?: number },
): Promise<StoryLine[]> {
  const words = wordsOf(question);
  if (words.length === 0) return [];
  const found = store.kind === 'sqlite' ? findInSqlite(words) : findInPostgres(words);
  const { rows } = await sql<{ id: number }>`
    select found.id from (${found}) as found join story on story.id = found.id
    where story.page_url is null and story.visible_from <= ${now.toISOString()}
      and (story.visible_until is null or story.visible_until > ${now.toISOString()})
    order by found.score, found.id desc limit ${limit} offset ${offset}`.execute(store.read);
  const ids = rows.map((row) => row.id);
  const lines = new Map((await listLines(store, ids, now)).map((line) => [line.id, line]));
  return ids.flatMap((id) => lines.get(id) ?? []);
}

/** Every word in quotation marks is a word to FTS5 and nothing else. `bm25` is smaller the better. */
function findInSqlite(words: readonly string[]) {
  const match = words.map((word) => `"${word}"`).join(' ');
  return sql`select rowid as id, bm25(search, 8.0, 1.0) as score from search where search match ${match}
    order by rowid desc limit ${MOST_FOUND}`;
}

function findInPostgres(words: readonly string[]) {
  const query = sql`plainto_tsquery('english', ${words.join(' ')})`;
  return sql`select story_id as id, -ts_rank(words, ${query}) as score from search where words @@ ${query}
    order by story_id desc limit ${MOST_FOUND}`;
}
