import type { Copy } from '../story/copy.ts';
import type { Furniture } from '../story/furniture.ts';
import type { Story } from '../story/story.ts';
import { present } from './database/present.ts';
import { readFurniture } from './made/read-made.ts';
import type { Store } from './store.ts';
import { selectStories, storyColumns } from './story-row.ts';

/** A step in a story's life: what a person did, or the state that it came to. `at` is ISO 8601, UTC. */
export type StoryStep = { readonly at: string; readonly what: string; readonly reason?: string; readonly by?: string };

/** A story as editors see it: its newest version, the furniture of that version once it is checked, and how it came here. */
export type StoryForDesk = {
  readonly story: Story;
  readonly copy: Copy;
  readonly furniture?: Furniture;
  readonly events: readonly StoryStep[];
};

/** The story at this address with its newest copy, in whatever state, and everything that happened to it, in order. */
export async function findForDesk(store: Store, slug: string): Promise<StoryForDesk | undefined> {
  const row = await selectStories(store.read, 'newest')
    .select([...storyColumns, 'story_version.id as versionId', 'story_version.copy', 'story_version.reading_minutes'])
    .where('story.slug', '=', slug)
    .executeTakeFirst();
  if (!row) return undefined;
  const { versionId, copy, reading_minutes: minutes, ...story } = row;
  const events = await store.read
    .selectFrom('story_event')
    .select(['at', 'kind', 'state', 'reason', 'by_whom as by'])
    .where('story_id', '=', story.id)
    .orderBy('id')
    .execute();
  return {
    story: present(story),
    copy: JSON.parse(copy),
    ...(minutes !== null && { furniture: await readFurniture(store.read, versionId, minutes) }),
    events: [
      ...events.map(({ kind, state, ...event }) => ({ ...present(event), what: state ?? kind })),
      ...(await readGroupings(store, story.id)),
    ].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0)),
  };
}

/** What editors said of the event that a story tells. */
async function readGroupings(store: Store, storyId: number): Promise<StoryStep[]> {
  const rows = await store.read
    .selectFrom('grouping_event')
    .innerJoin('story as one', 'one.id', 'grouping_event.story_id')
    .leftJoin('story as other', 'other.id', 'grouping_event.other_id')
    .select(['grouping_event.at', 'grouping_event.by_whom as by', 'one.id', 'one.slug', 'other.slug as otherSlug'])
    .where((event) => event.or([event('one.id', '=', storyId), event('other.id', '=', storyId)]))
    .orderBy('grouping_event.id')
    .execute();
  return rows.map(({ at, by, id, slug, otherSlug }) => ({
    at,
    what: otherSlug === null ? 'apart' : `joined with ${id === storyId ? otherSlug : slug}`,
    ...(by !== null && { by }),
  }));
}
