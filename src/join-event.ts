import type { Newsroom } from './newsroom.ts';
import { groupStory, listUngrouped, type ToGroup } from './store/events/same-event.ts';

/** How far back a crash is made up for, in milliseconds: stories of one event come within less. */
const LOOK_BACK = 48 * 3_600_000;

/** Compares a furnished story with others. A grouping is a presentation: where it fails, the story stands by itself. */
export async function joinEvent({ store, log }: Newsroom, work: ToGroup & { readonly slug: string }): Promise<void> {
  try {
    await groupStory(store, work);
  } catch (error) {
    log.error({ story: work.slug, error }, 'the story could not be compared with others of its event');
  }
}

/** Compares what a crash left between its furniture and its comparing. */
export async function joinWaiting(newsroom: Newsroom): Promise<void> {
  const since = new Date(newsroom.now().getTime() - LOOK_BACK);
  for (const work of await listUngrouped(newsroom.store, since)) await joinEvent(newsroom, work);
}
