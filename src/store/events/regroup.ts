import { sql } from 'kysely';
import type { Tx } from '../store.ts';

/** Any number; groupings of one PostgreSQL wait for each other, for two that overlap must both see what the other joined. */
const LOCK = 0x65766e74;

/** Makes other transactions that change groups wait. SQLite has one writer at a time and needs nothing. */
export async function lockGroups(tx: Tx): Promise<void> {
  if (tx.kind === 'postgres') await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(tx.db);
}

type Pair = { readonly one: number; readonly other: number };

/**
 * Works out anew which stories belong together with these: those found to tell the same event, but for what editors said.
 * Announces every story whose group is another now.
 */
export async function regroup(tx: Tx, storyIds: readonly number[]): Promise<void> {
  const members = new Set(await withFormerGroups(tx, storyIds));
  const pairs = new Map<string, Pair>();
  for (let fresh = [...members]; fresh.length > 0; ) {
    const found = await findPairs(tx, fresh);
    for (const pair of found) pairs.set(`${pair.one} ${pair.other}`, pair);
    const reached = found.flatMap(({ one, other }) => [one, other]).filter((id) => !members.has(id));
    fresh = await withFormerGroups(tx, [...new Set(reached)]);
    for (const id of fresh) members.add(id);
  }
  const groupOf = components([...members], [...pairs.values()]);
  const before = await tx.db
    .selectFrom('story')
    .select(['id', 'slug', 'event_group'])
    .where('id', 'in', [...members])
    .execute();
  const touched = new Set<number | null>();
  for (const { id, event_group } of before) {
    const group = groupOf.get(id) ?? null;
    if (group === event_group) continue;
    await tx.db.updateTable('story').set({ event_group: group }).where('id', '=', id).execute();
    touched.add(group).add(event_group);
  }
  touched.delete(null);
  for (const { id, slug, event_group } of before) {
    if (touched.has(groupOf.get(id) ?? null) || touched.has(event_group)) tx.changed({ kind: 'story', slug });
  }
}

/** These stories and those that stand in one group with any of them. */
async function withFormerGroups(tx: Tx, storyIds: readonly number[]): Promise<number[]> {
  if (storyIds.length === 0) return [];
  const rows = await tx.db
    .selectFrom('story')
    .select('id')
    .where((story) =>
      story.or([
        story('id', 'in', storyIds),
        story('event_group', 'in', (group) =>
          group
            .selectFrom('story as known')
            .select('known.event_group')
            .where('known.id', 'in', storyIds)
            .where('known.event_group', 'is not', null)
            .$castTo<{ event_group: number }>(),
        ),
      ]),
    )
    .execute();
  return rows.map((row) => row.id);
}

/** The pairs that hold for any of these stories. An editor's word stands over what was found, and her last over her first. */
async function findPairs(tx: Tx, storyIds: readonly number[]): Promise<Pair[]> {
  const found = await tx.db
    .selectFrom('same_event')
    .select(['story_id as one', 'other_id as other'])
    .where((pair) => pair.or([pair('story_id', 'in', storyIds), pair('other_id', 'in', storyIds)]))
    .execute();
  const joined = await tx.db
    .selectFrom('grouping_event')
    .select(['story_id as one', 'other_id as other', ({ fn }) => fn.max('id').as('said')])
    .where('kind', '=', 'join')
    .where((pair) => pair.or([pair('story_id', 'in', storyIds), pair('other_id', 'in', storyIds)]))
    .groupBy(['story_id', 'other_id'])
    .$narrowType<{ other: number }>()
    .execute();
  const named = [...new Set([...found, ...joined].flatMap(({ one, other }) => [one, other]))];
  if (named.length === 0) return [];
  const apart = await tx.db
    .selectFrom('grouping_event')
    .select(['story_id', ({ fn }) => fn.max('id').as('said')])
    .where('kind', '=', 'apart')
    .where('story_id', 'in', named)
    .groupBy('story_id')
    .execute();
  const apartSince = new Map(apart.map(({ story_id, said }) => [story_id, Number(said)]));
  const since = ({ one, other }: Pair) => Math.max(apartSince.get(one) ?? 0, apartSince.get(other) ?? 0);
  return [
    ...found.filter((pair) => since(pair) === 0),
    ...joined.filter((pair) => Number(pair.said) > since(pair)).map(({ one, other }) => ({ one, other })),
  ];
}

/** For each story that is joined with another, directly or not, the smallest id among them. */
function components(ids: readonly number[], pairs: readonly Pair[]): Map<number, number> {
  const parent = new Map(ids.map((id) => [id, id]));
  const rootOf = (id: number): number => {
    let root = id;
    for (let above = parent.get(root); above !== undefined && above !== root; above = parent.get(root)) root = above;
    return root;
  };
  for (const { one, other } of pairs) {
    const [low, high] = [rootOf(one), rootOf(other)].sort((a, b) => a - b) as [number, number];
    parent.set(high, low);
  }
  const paired = new Set(pairs.flatMap(({ one, other }) => [one, other]));
  return new Map([...paired].map((id) => [id, rootOf(id)]));
}
