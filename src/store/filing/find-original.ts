import { storable } from '../database/storable.ts';
import type { Store } from '../store.ts';

/** The file, as it came, that brought this version of an item of this source; the latest where several did. */
export async function findOriginal(
  store: Store,
  { source, guid, version }: { readonly source: string; readonly guid: string; readonly version: string },
): Promise<Uint8Array | undefined> {
  const row = await store.read
    .selectFrom('story_version')
    .innerJoin('wire_item', 'wire_item.id', 'story_version.wire_item_id')
    .innerJoin('source', 'source.id', 'wire_item.source_id')
    .select('wire_item.bytes')
    .where('source.name', '=', storable(source))
    .where('story_version.guid', '=', storable(guid))
    .where('story_version.agency_version', '=', storable(version))
    .orderBy('story_version.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.bytes;
}
