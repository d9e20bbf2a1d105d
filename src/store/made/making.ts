import type { PublishedStory } from '../../story/story.ts';
import { present } from '../database/present.ts';
import type { Store } from '../store.ts';
import { findPublished } from '../stories.ts';

/** A version of the copy, as readers may know of it: that it came, and when. */
export type VersionNote = {
  readonly number: number;
  readonly agencyVersion?: string;
  readonly receivedAt: string;
  /** When its furniture was checked, and by which version of the checks. */
  readonly checkedAt?: string;
  readonly checks?: string;
};

/** A person of the newsroom read the story and released it. */
export type ReviewNote = { readonly at: string; readonly by?: string };

/** A story that readers may see, with how it came to be. `shown` is the version of the copy on the page. */
export type Making = {
  readonly story: PublishedStory;
  readonly shown: VersionNote;
  readonly versions: readonly VersionNote[];
  readonly reviews: readonly ReviewNote[];
};

/** The record of a story that readers may see at `now`, or undefined. */
export async function findMaking(store: Store, slug: string, now: Date): Promise<Making | undefined> {
  const story = await findPublished(store, slug, now);
  if (!story) return undefined;
  const rows = await store.read
    .selectFrom('story_version')
    .select([
      'number',
      'agency_version as agencyVersion',
      'received_at as receivedAt',
      'furnished_at as checkedAt',
      'checks',
    ])
    .where('story_id', '=', story.id)
    .orderBy('number')
    .execute();
  const events = await store.read
    .selectFrom('story_event')
    .select(['at', 'by_whom as by'])
    .where('story_id', '=', story.id)
    .where('kind', '=', 'release')
    .orderBy('id')
    .execute();
  const versions = rows.map((row): VersionNote => present(row));
  const shown = versions.find(({ number }) => number === story.version);
  if (!shown) return undefined;
  return { story, shown, versions, reviews: events.map(present) };
}
