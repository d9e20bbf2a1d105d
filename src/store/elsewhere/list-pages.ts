import { present } from '../database/present.ts';
import { storable } from '../database/storable.ts';
import type { Readable, Store } from '../store.ts';

/** A page elsewhere that was registered: where it is, what it is called, and its comments that readers see. */
export type RegisteredPage = {
  readonly url: string;
  readonly slug: string;
  readonly headline: string;
  readonly comments: number;
  /** Its discussion was taken away. */
  readonly removed: boolean;
};

/** The slug of the discussion of the page at `url` (a `pageAddress`), whether it is removed or not. */
export async function findPageSlug(store: Readable, url: string): Promise<string | undefined> {
  const row = await store.read
    .selectFrom('story')
    .select('slug')
    .where('page_url', '=', storable(url))
    .executeTakeFirst();
  return row?.slug;
}

/** Every page that was registered, by its address. */
export async function listPages(store: Store): Promise<RegisteredPage[]> {
  const rows = await store.read
    .selectFrom('story')
    .innerJoin('story_version', 'story_version.id', 'story.newest_version_id')
    .select((story) => [
      'story.page_url as url',
      'story.slug',
      'story_version.headline',
      'story.state',
      story
        .selectFrom('comment')
        .whereRef('comment.story_id', '=', 'story.id')
        .where('comment.state', '=', 'approved')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .$asScalar()
        .$notNull()
        .as('comments'),
    ])
    .where('story.page_url', 'is not', null)
    .orderBy('story.page_url')
    .execute();
  return rows.map(present).map(({ state, url = '', ...page }) => ({ ...page, url, removed: state === 'held' }));
}
