import { CopydeskError } from '../story/errors.ts';
import type { PublishedStory, Story, StoryLine, StoryState } from '../story/story.ts';
import type { Store } from './store.ts';

/** A story in the newsroom's own list, with the newest version's headline as the agency sent it. */
export type StoryRow = Story & { readonly headline: string };

/** The story at this address in whatever state; `version` is the newest one's. */
export async function findStory(_store: Store, _slug: string): Promise<Story | undefined> {
  throw new CopydeskError('store-broken', 'Not written yet');
}

/** What readers see at this address at `now`, or undefined when they may not; `version` is the one shown. */
export async function findPublished(_store: Store, _slug: string, _now: Date): Promise<PublishedStory | undefined> {
  throw new CopydeskError('store-broken', 'Not written yet');
}

/** Lines for the front page, a section or a feed, latest first. To page on, pass the last line's `publishedAt` and `id`. */
export async function listLatest(
  _store: Store,
  _options: {
    readonly now: Date;
    readonly section?: string;
    readonly limit: number;
    readonly before?: string;
    readonly beforeId?: number;
  },
): Promise<StoryLine[]> {
  throw new CopydeskError('store-broken', 'Not written yet');
}

/** The sections of what readers see, by name. */
export async function listSections(_store: Store, _now: Date): Promise<string[]> {
  throw new CopydeskError('store-broken', 'Not written yet');
}

/** The newsroom's list, last received first. */
export async function listStories(
  _store: Store,
  _options: { readonly state?: StoryState; readonly limit: number },
): Promise<StoryRow[]> {
  throw new CopydeskError('store-broken', 'Not written yet');
}
