import { sql } from 'kysely';
import type { Tx } from '../store.ts';

/**
 * The guid of the NewsItem that a story came in, when it held several (NewsML 1.2: one in each language): the first has the
 * item's own guid, the others have "#fr" behind it. What an agency orders of the item it orders of all of them.
 */
export function wholeOf(guid: string): string | undefined {
  const at = guid.lastIndexOf('#');
  return at > 0 ? guid.slice(0, at) : undefined;
}

/** What stands for the parts of an item in `item_reference`, also for those that are not here yet. */
export const allPartsOf = (guid: string): string => `${guid}#`;

/** The guids that are here of stories that came in the same items as these, the items' own aside. */
export async function partsOf(tx: Tx, sourceId: number, guids: readonly string[]): Promise<string[]> {
  const wholes = guids.filter((guid) => guid !== '');
  if (wholes.length === 0) return [];
  const rows = await tx.db
    .selectFrom('story_guid')
    .select('guid')
    .where('source_id', '=', sourceId)
    .where('replaced', '=', 0)
    .where(({ or, eb }) =>
      or(wholes.map((whole) => eb(sql<string>`substr(guid, 1, length(${whole}) + 1)`, '=', allPartsOf(whole)))),
    )
    .execute();
  return rows.map((row) => row.guid);
}
