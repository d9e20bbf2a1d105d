import { furnishWaiting } from './file-story.ts';
import { giveBackMemory } from './give-back-memory.ts';
import { joinWaiting } from './join-event.ts';
import type { Newsroom } from './newsroom.ts';
import { forgetQuiet } from './store/discussion/pace.ts';
import { endLicences, liftEmbargoes, nextTurn } from './store/state.ts';

/** How often the list of work is looked at: another process may have left some behind. */
const LOOK_EVERY_MS = 60_000;

/**
 * Lifts embargoes and ends licences at their minute, also those that ran out while the newsroom was down, and finishes
 * furniture that another process left. `stop()` ends it.
 */
export async function keepTime(newsroom: Newsroom): Promise<{ stop(): void }> {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  async function look(): Promise<void> {
    try {
      await liftEmbargoes(newsroom.store, newsroom.now());
      await endLicences(newsroom.store, newsroom.now());
      if ((await furnishWaiting(newsroom)) > 0) giveBackMemory();
      await joinWaiting(newsroom);
      await forgetQuiet(newsroom.store, newsroom.now());
    } catch (error) {
      newsroom.log.error({ error }, 'the clock could not do its work; it tries again');
    }
    await plan();
  }

  async function plan(): Promise<void> {
    if (stopped) return;
    const next = await nextTurn(newsroom.store).catch(() => undefined);
    const wait = next ? next.getTime() - newsroom.now().getTime() : LOOK_EVERY_MS;
    clearTimeout(timer);
    timer = setTimeout(look, Math.min(Math.max(wait, 0), LOOK_EVERY_MS));
    timer.unref();
  }

  const forget = newsroom.store.onChange(() => void plan());
  await look();
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
      forget();
    },
  };
}
