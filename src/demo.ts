import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { shortName } from './comments/short-name.ts';
import { fillDates } from './fill-dates.ts';
import { decideComment, saveComment } from './store/comments.ts';
import { eraseSource } from './store/filing/erase-source.ts';
import { readEdition, readSetting, saveEdition, saveSetting } from './store/settings.ts';
import type { Store } from './store/store.ts';
import { listStories, type StoryRow } from './store/stories.ts';
import { DEFAULT_EDITION, type Edition } from './story/edition.ts';
import { CopydeskError } from './story/errors.ts';

/** Under which source the demo's copy is kept; leaving the demo erases just that. */
export const DEMO_SOURCE = 'demo';

const DEMO_EDITION = { name: 'The Harbour Courier', tagline: 'A demo newspaper: every story in it is invented' };

const folder = new URL('../fixtures/demo/', import.meta.url);

/** When each file arrives, in order. */
const timetable = z.object({ deliveries: z.array(z.object({ file: z.string(), at: z.string() })) });

const discussionFile = z.object({
  discussions: z.array(
    z.object({
      /** The agency's headline of the newest version. */
      story: z.string(),
      comments: z.array(
        z.object({
          key: z.string(),
          replyTo: z.string().optional(),
          name: z.string(),
          text: z.string(),
          /** Minutes after publication. */
          after: z.number(),
          state: z.enum(['approved', 'pending', 'removed']).default('approved'),
        }),
      ),
    }),
  ),
});

type Discussion = z.infer<typeof discussionFile>['discussions'][number];

/** A file of the demo as it is delivered at `at`, its dates filled in. */
export type DemoDelivery = { readonly name: string; readonly bytes: Uint8Array; readonly at: Date };

/** The demo's files as an agency would have sent them during the last day and a half, oldest first. */
export async function demoDeliveries(now: Date): Promise<DemoDelivery[]> {
  const { deliveries } = timetable.parse(JSON.parse(fillDates(await read('deliveries.json'), now)));
  return Promise.all(
    deliveries.map(async ({ file, at }) => ({
      name: file,
      bytes: Buffer.from(fillDates(await read(`wire/${file}`), now)),
      at: new Date(at),
    })),
  );
}

/** An empty newsroom starts with the demo, unless its people have left it. One that a crash cut short begins again. */
export async function isDemoWanted(store: Store): Promise<boolean> {
  const setting = await readSetting(store, 'demo');
  if (setting === 'loading') return true;
  return setting !== 'left' && (await listStories(store, { limit: 1 })).length === 0;
}

/** Fills the newsroom with the demo: every file goes through `receive`, as a real one does; then readers discuss. */
export async function loadDemo(
  store: Store,
  options: {
    readonly now: Date;
    readonly receive: (file: { source: string; name: string; bytes: Uint8Array }, at: Date) => Promise<void>;
  },
): Promise<void> {
  if ((await readSetting(store, 'demo')) === 'loading') await eraseSource(store, DEMO_SOURCE);
  await saveSetting(store, 'demo', 'loading');
  await changeEdition(store, DEFAULT_EDITION, DEMO_EDITION);
  for (const { name, bytes, at } of await demoDeliveries(options.now)) {
    await options.receive({ source: DEMO_SOURCE, name, bytes }, at);
  }
  const { discussions } = discussionFile.parse(JSON.parse(await read('discussion.json')));
  const stories = await listStories(store, { limit: 100 });
  await Promise.all(discussions.map((discussion) => saveDiscussion(store, discussion, stories)));
  await saveSetting(store, 'demo', 'shown');
}

/** Removes the demo with its comments, for good; what was received besides stays. Returns how many stories went. */
export async function leaveDemo(store: Store): Promise<number> {
  const removed = await eraseSource(store, DEMO_SOURCE);
  await changeEdition(store, DEMO_EDITION, DEFAULT_EDITION);
  await saveSetting(store, 'demo', 'left');
  return removed;
}

async function saveDiscussion(store: Store, discussion: Discussion, stories: readonly StoryRow[]): Promise<void> {
  const story = stories.find((row) => row.source === DEMO_SOURCE && row.headline === discussion.story);
  if (!story?.publishedAt) {
    throw new CopydeskError(
      'bad-input',
      `Cannot discuss "${discussion.story}": the demo shows no story of that headline.`,
    );
  }
  const published = Date.parse(story.publishedAt);
  const ids = new Map<string, number>();
  for (const { key, replyTo, name, text, after, state } of discussion.comments) {
    const now = new Date(published + after * 60_000);
    const parentId = replyTo === undefined ? undefined : ids.get(replyTo);
    const short = shortName(name);
    if (!short) throw new CopydeskError('bad-input', `Cannot show "${name}" as a reader's name.`);
    const comment = await saveComment(store, {
      submission: {
        storyId: story.id,
        fullName: name,
        text,
        readerToken: `demo ${name}`,
        ...(parentId !== undefined && { parentId }),
      },
      name: short,
      state: state === 'pending' ? 'pending' : 'approved',
      reasons: [],
      by: 'demo',
      now,
    });
    ids.set(key, comment.id);
    if (state === 'removed') {
      const reasons = [
        { code: 'advertisement', message: 'This is an advertisement and says nothing about the story.' },
      ];
      await decideComment(store, comment.id, {
        state: 'removed',
        by: 'demo',
        reasons,
        now: new Date(now.getTime() + 600_000),
      });
    }
  }
}

/** Changes the name and the tagline where they still are `from`'s: what the publisher wrote herself stays. */
async function changeEdition(
  store: Store,
  from: Pick<Edition, 'name' | 'tagline'>,
  to: Pick<Edition, 'name' | 'tagline'>,
) {
  const edition = await readEdition(store);
  await saveEdition(store, {
    ...(edition.name === from.name && { name: to.name }),
    ...(edition.tagline === from.tagline && { tagline: to.tagline }),
  });
}

const read = (path: string): Promise<string> => readFile(new URL(path, folder), 'utf8');
