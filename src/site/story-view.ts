import { findSelf } from '../store/accounts/find-self.ts';
import { findApproved } from '../store/discussion/find-approved.ts';
import { listDiscussion } from '../store/discussion/list-discussion.ts';
import { readDiscussionState } from '../store/discussion/switch-discussion.ts';
import { findCompanions } from '../store/events/event-groups.ts';
import { listTold, type Told } from '../store/moderation/told-readers.ts';
import type { Store } from '../store/store.ts';
import { findPublished, listLatest, listLines } from '../store/stories.ts';
import type { CommentForm } from '../story/discussion/comment.ts';
import type { DiscussionPage, Sort } from '../story/discussion/discussion.ts';
import type { DiscussionState } from '../story/discussion/discussion-state.ts';
import type { PublishedStory, StoryLine } from '../story/story.ts';
import { readFrame } from './frame.ts';
import type { Frame, Newsroom } from './newsroom.ts';

/** Everything that a story's page shows. */
export type StoryView = {
  readonly frame: Frame;
  readonly story: PublishedStory;
  readonly discussion: {
    readonly page: DiscussionPage;
    readonly state: DiscussionState;
    readonly form: CommentForm;
    /** Readers may give an address and sign in. */
    readonly accounts?: boolean;
    /** This reader has signed in to hers. */
    readonly signedIn?: boolean;
    /** What moderators decided against this reader's own comments. */
    readonly told?: readonly Told[];
    /** Seals the key to a comment of this reader's, where the discussion stands in a frame. */
    readonly ownKey?: (id: number) => string;
    /** When the view was made: own comments are young enough to edit, or not. */
    readonly now: Date;
  };
  /** Other stories to read on with. */
  readonly more: readonly StoryLine[];
  /** Other sources' stories of the same event: the lines that readers may see, and the address of every one. */
  readonly companions: { readonly shown: readonly StoryLine[]; readonly slugs: readonly string[] };
};

export type StoryViewOptions = {
  /** The browser that asks: it also sees its own comments that wait for a moderator. */
  readonly readerToken?: string;
  /** Number of the comment that the reader answers. */
  readonly replyTo?: number;
  /** What the reader typed and what is wrong with it. */
  readonly form?: CommentForm;
  /** Which part of the discussion: the newest threads when nothing is said. */
  readonly sort?: Sort;
  readonly page?: number;
  /** Number of the comment whose thread alone is shown. */
  readonly thread?: number;
};

const MORE = 4;

/** The view of a story that readers may see now, or undefined. `src/app.ts` shows it again after a refused comment. */
export async function storyView(
  newsroom: Newsroom,
  slug: string,
  options: StoryViewOptions = {},
): Promise<StoryView | undefined> {
  const { store } = newsroom;
  const now = newsroom.now();
  const story = await findPublished(store, slug, now);
  if (!story) return undefined;
  const { readerToken, thread } = options;
  const page = await listDiscussion(store, {
    storyId: story.id,
    sort: options.sort ?? 'newest',
    page: options.page ?? 1,
    ...(thread !== undefined && { alone: thread }),
    ...(readerToken !== undefined && { readerToken }),
  });
  const companions = await listCompanions(store, story.id, now);
  const self = readerToken === undefined ? undefined : await findSelf(store, readerToken);
  const told = new Set([slug, ...companions.slugs]);
  const latest = await listLatest(store, { now, limit: MORE + told.size });
  return {
    frame: await readFrame(newsroom),
    story,
    discussion: {
      page,
      state: await readDiscussionState(store, story, now),
      ...(readerToken !== undefined && { told: await listTold(store, { storyId: story.id, readerToken }) }),
      form: options.form ?? (await emptyForm(store, story.id, { replyTo: options.replyTo, name: self?.fullName })),
      accounts: newsroom.mail !== undefined,
      signedIn: self?.account === true,
      now,
    },
    more: latest.filter((line) => !told.has(line.slug)).slice(0, MORE),
    companions,
  };
}

async function listCompanions(store: Store, storyId: number, now: Date): Promise<StoryView['companions']> {
  const found = await findCompanions(store, [storyId]);
  const lines = new Map(
    (
      await listLines(
        store,
        found.map(({ id }) => id),
        now,
      )
    ).map((line) => [line.id, line]),
  );
  return { shown: found.flatMap(({ id }) => lines.get(id) ?? []), slugs: found.map(({ slug }) => slug) };
}

async function emptyForm(
  store: Store,
  storyId: number,
  { replyTo, name }: { readonly replyTo: number | undefined; readonly name: string | undefined },
): Promise<CommentForm> {
  const parent = replyTo === undefined ? undefined : await findApproved(store, { id: replyTo, storyId });
  return { name: name ?? '', text: '', problems: [], ...(parent && { replyTo: { id: parent.id, name: parent.name } }) };
}
