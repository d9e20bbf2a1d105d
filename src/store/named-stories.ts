import type { Copy } from '../story/copy.ts';
import { folded, headlinesIn, slugsIn } from '../story/notice-names.ts';
import { storable } from './database/storable.ts';
import type { ReceivedItem } from './file-version.ts';
import { settleStory } from './settle-story.ts';
import type { Tx } from './store.ts';

const MOST_NAMED = 5;
/** How many of a source's latest stories a notice in words may mean. */
const LATEST = 10_000;

type Notice = {
  readonly sourceId: number;
  readonly at: Date;
  /** The story under which the item itself was filed. */
  readonly slug: string;
  readonly storyId: number;
  /** Stories that own a guid which the item replaces. */
  readonly others: readonly number[];
  /** Whether the item is its story's newest version. */
  readonly current: boolean;
};

type Act = { readonly kind: 'kill' | 'hold'; readonly reason: string; readonly notice?: string | undefined };

/**
 * Kills or holds the other stories that an item means: a canceled or withheld one all whose guids it replaces; one with kill
 * words those and the ones that it names, which are held until a person looks. @returns the addresses of those it reached.
 */
export async function reachNamed(tx: Tx, item: ReceivedItem, notice: Notice): Promise<string[]> {
  const { copy, killWords } = item;
  const reached: string[] = [];
  if (copy.pubStatus === 'canceled') {
    const kill: Act = { kind: 'kill', reason: 'The agency killed this story.', notice: copy.correctionNote };
    reached.push(...(await actOnEach(tx, notice.others, { act: kill, at: notice.at })));
  } else if (copy.pubStatus === 'withheld' && notice.current) {
    const hold: Act = { kind: 'hold', reason: 'The agency withholds this story until further notice.' };
    reached.push(...(await actOnEach(tx, notice.others, { act: hold, at: notice.at })));
  }
  if (killWords === undefined) return reached;
  const reason = `A notice says “${killWords}” about this story (see ${notice.slug}): a person must look at it.`;
  const named = [...new Set([...notice.others, ...(await findNamed(tx, item, notice))])];
  const held = await actOnEach(tx, named, { act: { kind: 'hold', reason }, at: notice.at });
  return [...new Set([...reached, ...held])];
}

/** As an event by copydesk, in the order of the ids so that two notices cannot wait for each other. */
async function actOnEach(
  tx: Tx,
  storyIds: readonly number[],
  { act, at }: { readonly act: Act; readonly at: Date },
): Promise<string[]> {
  const slugs: string[] = [];
  for (const id of [...storyIds].sort((one, other) => one - other)) {
    const story = await tx.db.selectFrom('story').select(['slug', 'state']).where('id', '=', id).executeTakeFirst();
    // A kill is final, and what is spiked stays off the page by itself.
    if (!story || story.state === 'killed' || (act.kind === 'hold' && story.state === 'spiked')) continue;
    await tx.db
      .insertInto('story_event')
      .values({
        story_id: id,
        kind: act.kind,
        state: null,
        reason: storable(act.reason),
        notice: act.notice === undefined ? null : storable(act.notice),
        by_whom: 'copydesk',
        at: at.toISOString(),
      })
      .execute();
    await settleStory(tx, id, at);
    slugs.push(story.slug);
  }
  return slugs;
}

/** The source's latest stories with a headline or a slug that stands in the notice: a handful of each. */
async function findNamed(tx: Tx, item: ReceivedItem, { sourceId, storyId }: Notice): Promise<number[]> {
  const versions = () =>
    tx.db
      .selectFrom((from) =>
        from
          .selectFrom('story')
          .select('id')
          .where('source_id', '=', sourceId)
          .where('id', '!=', storyId)
          .where('state', 'in', ['received', 'ready', 'embargoed', 'live', 'corrected'])
          .orderBy('id', 'desc')
          .limit(LATEST)
          .as('latest'),
      )
      .innerJoin('story_version', 'story_version.story_id', 'latest.id')
      .orderBy('latest.id', 'desc');
  const headlines = await versions().select(['latest.id', 'story_version.headline']).execute();
  const named = headlinesIn(
    item,
    headlines.map((row) => row.headline),
  );
  const byHeadline = headlines.filter((row) => named.has(folded(row.headline)));

  const slugs = slugsIn(item);
  if (slugs.size === 0) return handful(byHeadline);
  // Finds too much, never too little; what is found is compared below.
  const patterns = [...slugs].map((slug) => `%"slugline":"%${slug.replaceAll(' ', '_')}%"%`);
  const slugged = await versions()
    .select(['latest.id', 'story_version.copy'])
    .where(({ or, eb, fn }) =>
      or(patterns.map((pattern) => eb(fn<string>('lower', ['story_version.copy']), 'like', pattern))),
    )
    .execute();
  const bySlug = slugged.filter((row) => slugs.has(folded((JSON.parse(row.copy) as Copy).slugline)));
  return [...handful(byHeadline), ...handful(bySlug)];
}

const handful = (rows: readonly { readonly id: number }[]): number[] =>
  [...new Set(rows.map((row) => row.id))].slice(0, MOST_NAMED);
