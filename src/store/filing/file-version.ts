import { createHash } from 'node:crypto';
import type { Copy } from '../../story/copy.ts';
import { isNotice } from '../../story/orders/is-notice.ts';
import { slugOf } from '../../story/slug.ts';
import { lockStory } from '../database/lock.ts';
import { storable } from '../database/storable.ts';
import { settleStory } from '../settle-story.ts';
import type { Tx } from '../store.ts';
import { freeSlug } from './free-slug.ts';
import { reachNamed, reachReferred } from './named-stories.ts';
import { rememberReferences } from './references.ts';

/**
 * One item of a delivery as the newsroom takes it in. `replaces` are older guids of the same story, `kills` and `withholds`
 * guids of others that it orders so; `notice` is all that an item with `killWords` says, its notes for editors too.
 */
export type ReceivedItem = {
  readonly guid: string;
  readonly copy: Copy;
  readonly killWords?: string;
  readonly notice?: string;
  readonly replaces: readonly string[];
  readonly kills?: readonly string[];
  readonly withholds?: readonly string[];
};

/** Where an item went: `unchanged` when the newest version says the same, `older` when it came too late to be the newest. */
export type Filing = {
  readonly slug: string;
  readonly storyId: number;
  readonly outcome: 'new' | 'update' | 'unchanged' | 'older';
  /** Addresses of other stories that the item killed or held. */
  readonly others?: readonly string[];
};

type Origin = { readonly sourceId: number; readonly wireItemId: number; readonly receivedAt: Date };

/** Files an item as a version of the story that its guid, or one that it replaces, belongs to; else of a new story. */
export async function fileVersion(tx: Tx, item: ReceivedItem, origin: Origin): Promise<Filing> {
  const guid = storable(item.guid);
  const replaces = item.replaces.map(storable).filter((each) => each !== guid);
  const [found] = await findStoriesOf(tx, origin.sourceId, [guid, ...replaces]);
  const storyId = found ?? (await addStory(tx, { ...origin, guid, headline: item.copy.headline }));
  await lockStory(tx, storyId);
  await rememberGuids(tx, { sourceId: origin.sourceId, storyId, guid, replaces });

  const { slug, newest_version_id } = await tx.db
    .selectFrom('story')
    .select(['slug', 'newest_version_id'])
    .where('id', '=', storyId)
    .executeTakeFirstOrThrow();
  const sha256 = fingerprint(item);
  const twins = await tx.db
    .selectFrom('story_version')
    .select('id')
    .where('story_id', '=', storyId)
    .where('guid', '=', guid)
    .where('sha256', '=', sha256)
    .execute();
  // What says which version it is cannot have become another one. Copy that says nothing may be an agency's way back.
  const marked = item.copy.agencyVersion !== undefined || item.copy.versionCreated !== undefined;
  if (twins.some((twin) => marked || twin.id === newest_version_id)) return { slug, storyId, outcome: 'unchanged' };

  const versionId = await addVersion(tx, item, { ...origin, storyId, guid, sha256 });
  const newestId = await settleStory(tx, storyId, origin.receivedAt);
  const current = newestId === versionId;
  const place = {
    sourceId: origin.sourceId,
    at: origin.receivedAt,
    slug,
    storyId,
    versionId,
    isNew: found === undefined,
  };
  const touched = await rememberReferences(tx, item, { ...place, current });
  const reached = [
    ...new Set([...(await reachReferred(tx, item, { ...place, touched })), ...(await reachNamed(tx, item, place))]),
  ];
  return {
    slug,
    storyId,
    outcome: found === undefined ? 'new' : current ? 'update' : 'older',
    ...(reached.length > 0 && { others: reached }),
  };
}

/** The story of each guid, once. The item's own comes first: it may have a story when it says that it replaces others. */
export async function findStoriesOf(tx: Tx, sourceId: number, guids: readonly string[]): Promise<number[]> {
  if (guids.length === 0) return [];
  const rows = await tx.db
    .selectFrom('story_guid')
    .select(['guid', 'story_id'])
    .where('source_id', '=', sourceId)
    .where('guid', 'in', guids)
    .execute();
  const storyOf = new Map(rows.map((row) => [row.guid, row.story_id]));
  return [...new Set(guids.map((guid) => storyOf.get(guid)).filter((id) => id !== undefined))];
}

async function addStory(tx: Tx, story: Origin & { readonly guid: string; readonly headline: string }): Promise<number> {
  for (;;) {
    const row = await tx.db
      .insertInto('story')
      .values({
        source_id: story.sourceId,
        guid: story.guid,
        slug: await freeSlug(tx, slugOf(storable(story.headline))),
        received_at: story.receivedAt.toISOString(),
        state: 'received',
        needs_furniture: 0,
      })
      // @NOTE On PostgreSQL another delivery may take the slug in this moment: then there is no row, and the next slug is
      // tried. When it takes the guid, the unique key stops us and `write` runs again and finds its story.
      .onConflict((conflict) => conflict.column('slug').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (row) return row.id;
  }
}

async function rememberGuids(
  tx: Tx,
  story: {
    readonly sourceId: number;
    readonly storyId: number;
    readonly guid: string;
    readonly replaces: readonly string[];
  },
): Promise<void> {
  const base = { source_id: story.sourceId, story_id: story.storyId };
  await tx.db
    .insertInto('story_guid')
    .values({ ...base, guid: story.guid, replaced: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  for (const guid of story.replaces) {
    await tx.db
      .insertInto('story_guid')
      .values({ ...base, guid, replaced: 1 })
      // A replaced guid that has a story of its own keeps it: two addresses cannot become one.
      .onConflict((conflict) =>
        conflict
          .columns(['source_id', 'guid'])
          .doUpdateSet({ replaced: 1 })
          .where('story_guid.story_id', '=', story.storyId),
      )
      .execute();
  }
}

async function addVersion(
  tx: Tx,
  { copy, killWords }: ReceivedItem,
  version: Origin & { readonly storyId: number; readonly guid: string; readonly sha256: string },
): Promise<number> {
  const { count } = await tx.db
    .selectFrom('story_version')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('story_id', '=', version.storyId)
    .executeTakeFirstOrThrow();
  const optional = (text: string | undefined) => (text === undefined ? null : storable(text));
  const row = await tx.db
    .insertInto('story_version')
    .values({
      story_id: version.storyId,
      number: count + 1,
      wire_item_id: version.wireItemId,
      guid: version.guid,
      sha256: version.sha256,
      copy: JSON.stringify(copy),
      headline: storable(copy.headline),
      section: optional(copy.section?.trim() || undefined),
      section_key: optional(copy.section && sectionKey(copy.section)),
      language: storable(copy.language),
      dateline: optional(copy.dateline?.text),
      credit_line: optional(copy.creditLine),
      pub_status: copy.pubStatus,
      embargoed_until: optional(copy.embargoedUntil),
      licence_ends: optional(copy.licenceEnds),
      agency_version: optional(copy.agencyVersion),
      version_created: optional(copy.versionCreated),
      correction: copy.signals.includes('correction') ? 1 : 0,
      correction_note: optional(copy.correctionNote),
      kill_words: optional(killWords),
      wordless: isWordless(copy) || (killWords !== undefined && (await isOrder(tx, copy, version.storyId))) ? 1 : 0,
      received_at: version.receivedAt.toISOString(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

const isWordless = (copy: Copy): boolean => copy.blocks.every((block) => block.text.trim() === '');

/** Whether it is an order about the words that are here: then it decides about them and never takes their place. */
async function isOrder(tx: Tx, copy: Copy, storyId: number): Promise<boolean> {
  const before = await tx.db
    .selectFrom('story_version')
    .select('copy')
    .where('story_id', '=', storyId)
    .where('wordless', '=', 0)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return before !== undefined && isNotice(copy, JSON.parse(before.copy));
}

/** By what "Sport", "sport" and "SPORT " are one section. */
export const sectionKey = (section: string): string => storable(section).trim().toLowerCase();

/** The same for copy that says the same, whatever the order in which a program lists its parts. */
function fingerprint({ copy, killWords, kills = [], withholds = [] }: ReceivedItem): string {
  const sorted = (_key: string, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value;
  return createHash('sha256')
    .update(
      JSON.stringify([copy, killWords, ...(kills.length + withholds.length > 0 ? [kills, withholds] : [])], sorted),
    )
    .digest('hex');
}
