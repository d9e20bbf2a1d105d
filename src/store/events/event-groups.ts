import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import { DEFAULT_PROFILE, type SourceProfile } from '../../story/sources/source-profile.ts';
import { sectionKey } from '../filing/file-version.ts';
import { profileOf } from '../sources/profile-of.ts';
import type { Store } from '../store.ts';

/** The source's id with its contract, of those with which something was agreed. */
type Known = { readonly id: number; readonly profile: SourceProfile };

async function readContracts(store: Store): Promise<Known[]> {
  const rows = await store.read
    .selectFrom('source')
    .select(['id', 'profile'])
    .where('profile', 'is not', null)
    .execute();
  return rows.map(({ id, profile }) => ({ id, profile: profileOf(profile) }));
}

/**
 * That a list shows a story itself, as a condition on `story`: no visible story of its event is before it. First comes the
 * source of the smallest rank, then what was published first. `section`: only stories of it count, for it lists no others.
 */
export async function notFolded(
  store: Store,
  { now, section }: { readonly now: Date; readonly section?: string | undefined },
): Promise<Expression<SqlBool>> {
  const contracts = await readContracts(store);
  const time = now.toISOString();
  const always = contracts.filter(({ profile }) => profile.whenGrouped !== 'behind').map(({ id }) => id);
  const apart = contracts.filter(({ profile }) => profile.whenGrouped === 'apart').map(({ id }) => id);
  const listed = section === undefined ? sql`(1 = 1)` : sql`front_version.section_key = ${sectionKey(section)}`;
  const rank = rankOf(contracts, 'front.source_id');
  const own = rankOf(contracts, 'story.source_id');
  return sql<SqlBool>`(story.event_group is null or ${isIn('story.source_id', always)} or not exists (
    select 1 from story as front
    inner join story_version as front_version on front_version.id = front.shown_version_id
    where front.event_group = story.event_group and front.id <> story.id
      and front.visible_from <= ${time} and (front.visible_until is null or front.visible_until > ${time})
      and not ${isIn('front.source_id', apart)}
      and ${listed}
      and (${rank} < ${own} or (${rank} = ${own} and (front.visible_from < story.visible_from
        or (front.visible_from = story.visible_from and front.id < story.id))))
  ))`;
}

const isIn = (column: string, ids: readonly number[]): RawBuilder<SqlBool> =>
  ids.length === 0 ? sql`(1 = 0)` : sql`(${sql.ref(column)} in (${sql.join(ids)}))`;

function rankOf(contracts: readonly Known[], column: string): RawBuilder<number> {
  const ranked = contracts.filter(
    ({ profile }) => profile.rank !== DEFAULT_PROFILE.rank && Number.isFinite(profile.rank),
  );
  if (ranked.length === 0) return sql.lit(DEFAULT_PROFILE.rank) as RawBuilder<number>;
  const cases = ranked.map(({ id, profile }) => sql`when ${sql.lit(id)} then ${sql.lit(profile.rank)}`);
  return sql`(case ${sql.ref(column)} ${sql.join(cases, sql` `)} else ${sql.lit(DEFAULT_PROFILE.rank)} end)`;
}

/** One story of an event beside another: `storyId` is the story on whose page or line it stands, or could. */
export type Companion = { readonly of: number; readonly id: number; readonly slug: string };

/**
 * The other stories of the event that each of these tells, visible or not, by rank. A source that stands apart has no
 * companions and is nobody's.
 */
export async function findCompanions(store: Store, storyIds: readonly number[]): Promise<Companion[]> {
  if (storyIds.length === 0) return [];
  const rows = await store.read
    .selectFrom('story')
    .innerJoin('story as other', (join) =>
      join.onRef('other.event_group', '=', 'story.event_group').onRef('other.id', '!=', 'story.id'),
    )
    .select(['story.id as of', 'story.source_id as ofSource', 'other.id', 'other.slug', 'other.source_id as source'])
    .where('story.id', 'in', storyIds)
    .orderBy('other.visible_from')
    .orderBy('other.id')
    .execute();
  if (rows.length === 0) return [];
  const contracts = new Map((await readContracts(store)).map(({ id, profile }) => [id, profile]));
  const profile = (source: number) => contracts.get(source) ?? DEFAULT_PROFILE;
  return rows
    .filter((row) => profile(row.ofSource).whenGrouped !== 'apart' && profile(row.source).whenGrouped !== 'apart')
    .sort((one, other) => profile(one.source).rank - profile(other.source).rank)
    .map(({ of, id, slug }) => ({ of, id, slug }));
}
