import { storable } from '../database/storable.ts';
import type { Tx } from '../store.ts';
import type { ReceivedItem } from './file-version.ts';
import { allPartsOf, wholeOf } from './parts.ts';

/** Guids that one chain of replacements may have: an agency's chain has a handful. */
const LONGEST_CHAIN = 100;

type Place = { readonly sourceId: number; readonly at: Date };

/** Guids that the item orders killed: those that it names, and when it is canceled itself, all that it replaces. */
export const killsOf = ({ copy, kills = [], replaces }: ReceivedItem): string[] =>
  own([...kills, ...(copy.pubStatus === 'canceled' ? replaces : [])]);

/** Guids that the item orders withheld: those that it names, when it is withheld itself all that it replaces, and their parts. */
function withholdsOf({ guid, copy, withholds = [], replaces }: ReceivedItem): string[] {
  const itself = copy.pubStatus === 'withheld' ? [guid, ...replaces] : [];
  return own([...withholds, ...itself]).flatMap((each) => [each, allPartsOf(each)]);
}

const own = (guids: readonly string[]): string[] => [...new Set(guids.map(storable))].filter((guid) => guid !== '');

/**
 * Remembers what the item says of others, also of those that are not here yet. Kills and replacements count whenever they
 * arrive; withholds only while the item that orders them is the newest of its story (`current`), and end with it.
 * @returns the guids whose withholding began or ended.
 */
export async function rememberReferences(
  tx: Tx,
  item: ReceivedItem,
  { sourceId, at, current }: Place & { readonly current: boolean },
): Promise<string[]> {
  const guid = storable(item.guid);
  const notice = item.copy.correctionNote === undefined ? null : storable(item.copy.correctionNote);
  const others = (guids: readonly string[]) => own(guids).filter((each) => each !== guid);
  const base = { source_id: sourceId, by_guid: guid, at: at.toISOString(), ended_at: null };
  const rows = [
    ...others(item.replaces).map((each) => ({ ...base, guid: each, kind: 'replace' as const, notice: null })),
    ...others(killsOf(item)).map((each) => ({ ...base, guid: each, kind: 'kill' as const, notice })),
    ...(current ? others(withholdsOf(item)) : []).map((each) => ({
      ...base,
      guid: each,
      kind: 'withhold' as const,
      notice: null,
    })),
  ];
  const ended = current ? await endWithholds(tx, { sourceId, at }, guid) : [];
  for (const row of rows) {
    await tx.db
      .insertInto('item_reference')
      .values(row)
      .onConflict((conflict) =>
        conflict.columns(['source_id', 'by_guid', 'guid', 'kind']).doUpdateSet({ ended_at: null }),
      )
      .execute();
  }
  return [...new Set([...ended, ...rows.filter((row) => row.kind === 'withhold').map((row) => row.guid)])];
}

async function endWithholds(tx: Tx, { sourceId, at }: Place, byGuid: string): Promise<string[]> {
  const rows = await tx.db
    .updateTable('item_reference')
    .set({ ended_at: at.toISOString() })
    .where('source_id', '=', sourceId)
    .where('by_guid', '=', byGuid)
    .where('kind', '=', 'withhold')
    .where('ended_at', 'is', null)
    .returning('guid')
    .execute();
  return rows.map((row) => row.guid);
}

/** The guids that lead to this one by replacement, nearest first (`older`), or that it leads to (`newer`); itself in front. */
export async function chainOf(
  tx: Tx,
  start: { readonly sourceId: number; readonly guid: string },
  direction: 'older' | 'newer',
): Promise<string[]> {
  const chain = new Set([start.guid]);
  let ring = [start.guid];
  const [from, to] = direction === 'older' ? (['by_guid', 'guid'] as const) : (['guid', 'by_guid'] as const);
  while (ring.length > 0 && chain.size < LONGEST_CHAIN) {
    const rows = await tx.db
      .selectFrom('item_reference')
      .select(`${to} as next`)
      .where('source_id', '=', start.sourceId)
      .where('kind', '=', 'replace')
      .where(from, 'in', ring)
      .execute();
    ring = [...new Set(rows.map((row) => row.next))].filter((guid) => !chain.has(guid));
    for (const guid of ring) chain.add(guid);
  }
  return [...chain];
}

/**
 * A kill that stands for this item before it has said anything itself: of its own guid, or of one that it replaces or that
 * replaces it. @NOTE An agency kills a story, not a file: what replaced killed copy was written from it, and what killed copy
 * replaced says the same less well. So a kill reaches both ends of its chain, whichever comes first. Bringing the story
 * back takes the agency a guid that replaces nothing, and the newsroom one look; a killed story that stays up takes a lawyer.
 * Only an item that takes a guid's place and orders that guid killed in one breath means the past of its own story: it lives.
 */
export async function standingKill(
  tx: Tx,
  { kin, ...item }: { readonly kin: readonly number[]; readonly guid: string; readonly storyId: number },
): Promise<{ readonly notice?: string } | undefined> {
  for (const sourceId of kin) {
    const kill = await standingKillOf(tx, { ...item, sourceId });
    if (kill) return kill;
  }
  return undefined;
}

async function standingKillOf(
  tx: Tx,
  item: { readonly sourceId: number; readonly guid: string; readonly storyId: number },
): Promise<{ readonly notice?: string } | undefined> {
  const older = await chainOf(tx, item, 'older');
  const newer = await chainOf(tx, item, 'newer');
  const met = [...new Set([...older, ...newer])];
  const chain = [...new Set([...met, ...met.flatMap((guid) => wholeOf(guid) ?? [])])];
  const ordered = await tx.db
    .selectFrom('item_reference')
    .select('notice')
    .where('source_id', '=', item.sourceId)
    .where('kind', '=', 'kill')
    .where('guid', 'in', chain)
    .where('by_guid', 'not in', older)
    .where('by_guid', 'not in', (guids) =>
      guids.selectFrom('story_guid').select('guid').where('story_id', '=', item.storyId),
    )
    .limit(1)
    .executeTakeFirst();
  if (ordered) return ordered.notice === null ? {} : { notice: ordered.notice };
  const canceled = await tx.db
    .selectFrom('story_version')
    .innerJoin('story', 'story.id', 'story_version.story_id')
    .select('story_version.correction_note as notice')
    .where('story.source_id', '=', item.sourceId)
    .where('story_version.guid', 'in', chain)
    .where('story_version.pub_status', '=', 'canceled')
    .limit(1)
    .executeTakeFirst();
  if (!canceled) return undefined;
  return canceled.notice === null ? {} : { notice: canceled.notice };
}

/** Whether another item has this story withheld now. A withhold of a guid that was replaced in the same story is overtaken. */
export async function isWithheldByAnother(tx: Tx, storyId: number): Promise<boolean> {
  const own = await tx.db
    .selectFrom('story_guid')
    .select(['guid', 'source_id'])
    .where('story_id', '=', storyId)
    .where('replaced', '=', 0)
    .execute();
  const [first] = own;
  if (!first) return false;
  const wholes = own.map(({ guid }) => wholeOf(guid)).filter((guid) => guid !== undefined);
  const row = await tx.db
    .selectFrom('item_reference')
    .select('guid')
    .where('source_id', '=', first.source_id)
    .where('guid', 'in', [...own.map(({ guid }) => guid), ...wholes.map(allPartsOf)])
    .where('kind', '=', 'withhold')
    .where('ended_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
