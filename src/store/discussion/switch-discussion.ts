import type { DiscussionState, DiscussionSwitch } from '../../story/discussion/discussion-state.ts';
import { discussionState } from '../../story/discussion/discussion-state.ts';
import { CopydeskError } from '../../story/errors.ts';
import type { Story } from '../../story/story.ts';
import { atMost, type Places, prepare } from '../database/prepared.ts';
import { storable } from '../database/storable.ts';
import { readEdition } from '../settings.ts';
import type { Readable, Store } from '../store.ts';

/** Opens or closes the discussion under a story, from now on. `not-found` without the story. */
export async function switchDiscussion(
  store: Store,
  slug: string,
  { kind, by, now }: { readonly kind: DiscussionSwitch['kind']; readonly by: string; readonly now: Date },
): Promise<void> {
  await store.write(async (tx) => {
    const story = await tx.db.selectFrom('story').select('id').where('slug', '=', storable(slug)).executeTakeFirst();
    if (!story) throw new CopydeskError('not-found', `No story has the address "${slug}".`);
    const row = { story_id: story.id, kind, by_whom: storable(by), at: now.toISOString() };
    await tx.db.insertInto('discussion_event').values(row).execute();
    tx.changed({ kind: 'discussion', slug });
  });
}

/** Whether readers may write under this story at `now`. */
export async function readDiscussionState(
  store: Readable,
  story: Pick<Story, 'id' | 'publishedAt'>,
  now: Date,
): Promise<DiscussionState> {
  const [last] = await lastSwitch(store.read, { story: story.id });
  return discussionState(story, { last, edition: await readEdition(store), now });
}

const lastSwitch = prepare((db, at: Places<{ story: number }>) =>
  db
    .selectFrom('discussion_event')
    .select(['kind', 'by_whom as by', 'at'])
    .where('story_id', '=', at.story)
    .orderBy('id', 'desc')
    .limit(atMost(1)),
);
