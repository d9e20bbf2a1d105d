import type { Copy } from '../../story/copy.ts';
import { folded, headlinesIn, isSlugged, slugsIn } from '../../story/orders/notice-names.ts';
import { storable } from '../database/storable.ts';
import { settleStory } from '../settle-story.ts';
import type { Tx } from '../store.ts';
import { findStoriesOf, type ReceivedItem } from './file-version.ts';
import { kinOf } from './kin.ts';
import { allPartsOf, partsOf } from './parts.ts';
import { chainOf, killsOf, standingKill } from './references.ts';
import { findEarlierNotice, rememberWordNotice } from './word-notices.ts';

const MOST_NAMED = 5;
/** How many of a source's latest stories a notice in words may mean. */
const LATEST = 10_000;

type Notice = {
  readonly sourceId: number;
  readonly at: Date;
  /** The story under which the item itself was filed. */
  readonly slug: string;
  readonly storyId: number;
  readonly versionId: number;
  readonly isNew: boolean;
};

type Act = { readonly kind: 'kill' | 'hold'; readonly reason: string; readonly notice?: string | undefined };

/**
 * Carries out what the item says of others by guid, and what others have said of it: kills reach the whole chain of
 * replacements, a withhold the stories whose guids are `touched`. @returns the addresses of the other stories that it reached.
 */
export async function reachReferred(
  tx: Tx,
  item: ReceivedItem,
  { sourceId, storyId, at, touched }: Notice & { readonly touched: readonly string[] },
): Promise<string[]> {
  const guid = storable(item.guid);
  const reached: string[] = [];
  const reason = 'The agency killed this story.';
  const kin = await kinOf(tx, sourceId);
  for (const target of [...(item.copy.pubStatus === 'canceled' ? [guid] : []), ...killsOf(item)]) {
    const stories: number[] = [];
    for (const each of kin) {
      const chain = [
        ...(await chainOf(tx, { sourceId: each, guid: target }, 'older')),
        ...(await chainOf(tx, { sourceId: each, guid: target }, 'newer')),
      ];
      stories.push(...(await findStoriesOf(tx, each, [...chain, ...(await partsOf(tx, each, chain))])));
    }
    const others = stories.filter((id) => id !== storyId);
    const act: Act = { kind: 'kill', reason, notice: item.copy.correctionNote };
    reached.push(...(await actOnEach(tx, others, { act, at })));
  }
  const standing = item.copy.pubStatus === 'canceled' ? undefined : await standingKill(tx, { kin, guid, storyId });
  if (standing) await actOnEach(tx, [storyId], { act: { kind: 'kill', reason, notice: standing.notice }, at });
  if (touched.length === 0) return reached;
  const wholes = touched.filter((each) => touched.includes(allPartsOf(each)));
  const parts = await partsOf(tx, sourceId, [...wholes, guid]);
  for (const id of (await findStoriesOf(tx, sourceId, [...touched, ...parts])).sort((one, other) => one - other)) {
    if (id === storyId) continue;
    const before = await stateOf(tx, id);
    await settleStory(tx, id, at);
    if ((await stateOf(tx, id))?.state !== before?.state && before) reached.push(before.slug);
  }
  return reached;
}

const stateOf = (tx: Tx, id: number) =>
  tx.db.selectFrom('story').select(['slug', 'state']).where('id', '=', id).executeTakeFirst();

/**
 * Holds what a notice in words names until a person looks: the stories that are here, when the item is such a notice; the
 * item itself, when it is new and a notice that came before it names it. @returns the addresses of the others that it held.
 */
export async function reachNamed(tx: Tx, item: ReceivedItem, notice: Notice): Promise<string[]> {
  const { killWords } = item;
  await rememberWordNotice(tx, item, notice);
  const earlier = notice.isNew ? await findEarlierNotice(tx, item, notice) : undefined;
  if (earlier !== undefined)
    await actOnEach(tx, [notice.storyId], { act: { kind: 'hold', reason: earlier }, at: notice.at });
  if (killWords === undefined) return [];
  const reason = `A notice says “${killWords}” about this story (see ${notice.slug}): a person must look at it.`;
  const replaced = await findStoriesOf(tx, notice.sourceId, item.replaces.map(storable));
  const others = replaced.filter((id) => id !== notice.storyId);
  const named = [...new Set([...others, ...(await findNamed(tx, item, notice))])];
  return actOnEach(tx, named, { act: { kind: 'hold', reason }, at: notice.at });
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

/** The agency's latest stories with a headline or a slug that stands in the notice: a handful of each. */
async function findNamed(tx: Tx, item: ReceivedItem, { sourceId, storyId }: Notice): Promise<number[]> {
  const kin = await kinOf(tx, sourceId);
  const versions = () =>
    tx.db
      .selectFrom((from) =>
        from
          .selectFrom('story')
          .select('id')
          .where('source_id', 'in', kin)
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
  const patterns = [...slugs].map((slug) => `%"slugline":"%${slug.replaceAll(' ', '%')}%"%`);
  const inKeywords = [...slugs].map((slug) => `%"keywords":["%${slug.replaceAll(' ', '%')}%"%`);
  const slugged = await versions()
    .select(['latest.id', 'story_version.copy'])
    .where(({ or, eb, fn }) =>
      or(
        [...patterns, ...inKeywords].map((pattern) => eb(fn<string>('lower', ['story_version.copy']), 'like', pattern)),
      ),
    )
    .execute();
  const bySlug = slugged.filter((row) => isSlugged(item, JSON.parse(row.copy) as Copy, slugs));
  return [...handful(byHeadline), ...handful(bySlug)];
}

const handful = (rows: readonly { readonly id: number }[]): number[] =>
  [...new Set(rows.map((row) => row.id))].slice(0, MOST_NAMED);
