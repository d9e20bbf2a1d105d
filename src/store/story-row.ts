import { type Expression, expressionBuilder, type Kysely, type SqlBool } from 'kysely';
import { isLive, type Story } from '../story/story.ts';
import { type Places, prepare } from './database/prepared.ts';
import { present } from './database/present.ts';
import type { Database } from './database/schema.ts';
import { storable } from './database/storable.ts';

/** The columns of a `Story`, under its names. */
export const storyColumns = [
  'story.id',
  'story.slug',
  'story.guid',
  'source.name as source',
  'story.page_url as page',
  'story.state',
  'story.reason',
  'story.notice',
  'story.embargoed_until as embargoedUntil',
  'story.published_at as publishedAt',
  'story.updated_at as updatedAt',
  'story.corrected_at as correctedAt',
  'story.visible_until as expiresAt',
  'story.killed_at as killedAt',
  'story.received_at as receivedAt',
  'story_version.number as version',
] as const;

/** Stories with their source and the newest, or the shown, version: ready for `storyColumns`. */
export function selectStories(db: Kysely<Database>, version: 'newest' | 'shown') {
  return db
    .selectFrom('story')
    .innerJoin('source', 'source.id', 'story.source_id')
    .innerJoin('story_version', 'story_version.id', `story.${version}_version_id`);
}

/** That readers may see a story at `now`, as a condition on `story`: `isLive` in SQL. */
export function visibleAt(now: Date): Expression<SqlBool> {
  const time = now.toISOString();
  const story = expressionBuilder<Database, 'story'>();
  const ends = story.or([story('story.visible_until', 'is', null), story('story.visible_until', '>', time)]);
  return story.and([story('story.visible_from', '<=', time), ends]);
}

/** That lists, feeds, maps and search may name a story at `now`: one of ours that readers may see. */
export function listedAt(now: Date): Expression<SqlBool> {
  const story = expressionBuilder<Database, 'story'>();
  return story.and([visibleAt(now), story('story.page_url', 'is', null)]);
}

/** The story at this address, as a transaction or a reader sees it. */
export async function readStory(db: Kysely<Database>, slug: string): Promise<Story | undefined> {
  const [row] = await bySlug(db, { slug: storable(slug) });
  return row && present(row);
}

const bySlug = prepare((db, at: Places<{ slug: string }>) =>
  selectStories(db, 'newest').select(storyColumns).where('story.slug', '=', at.slug),
);

/** A story whose embargo or licence has run out is live or expired from that minute, also before the store has noted it. */
export function asReadersSee<
  S extends Pick<Story, 'state' | 'embargoedUntil' | 'expiresAt' | 'publishedAt' | 'correctedAt'>,
>(story: S, now: Date): S {
  if (story.expiresAt !== undefined && story.expiresAt <= now.toISOString()) return { ...story, state: 'expired' };
  if (story.state !== 'embargoed' || !isLive(story, now)) return story;
  return {
    ...story,
    state: story.correctedAt === undefined ? 'live' : 'corrected',
    publishedAt: story.publishedAt ?? story.embargoedUntil,
  };
}
