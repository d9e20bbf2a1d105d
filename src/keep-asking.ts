import { askWaiting } from './ask-model.ts';
import type { Model } from './edit/llm/model.ts';
import type { ModelSettings } from './environment.ts';
import type { Newsroom } from './newsroom.ts';
import type { ResolveSecret } from './story/sources/transport-settings.ts';

/** How often the list of work is looked at without a reason, and how soon after a story changed. */
const LOOK_EVERY_MS = 60_000;
const LOOK_SOON_MS = 500;

/** Asks the publisher's language model about each new version, behind everything else. `stop()` gives up what is under way. */
export function keepAsking(
  newsroom: Newsroom,
  settings: ModelSettings,
  { secrets }: { readonly secrets: ResolveSecret },
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<void> | undefined;
  let again = false;

  async function look(): Promise<void> {
    try {
      await askWaiting(newsroom, await openModel(settings, secrets), stopping.signal);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      newsroom.log.error({ why }, 'the language model could not be asked; it is tried again');
    }
  }

  function begin(): void {
    if (stopping.signal.aborted) return;
    if (round) {
      again = true;
      return;
    }
    again = false;
    round = look().finally(() => {
      round = undefined;
      plan(again ? LOOK_SOON_MS : LOOK_EVERY_MS);
    });
  }

  function plan(wait: number): void {
    clearTimeout(timer);
    if (stopping.signal.aborted) return;
    timer = setTimeout(begin, wait);
    timer.unref();
  }

  const forget = newsroom.store.onChange(({ kind }) => {
    if (kind !== 'story') return;
    if (round) again = true;
    else plan(LOOK_SOON_MS);
  });
  plan(LOOK_SOON_MS);
  return {
    async stop() {
      stopping.abort();
      clearTimeout(timer);
      forget();
      await round;
    },
  };
}

/** The model with its key, which is read anew each time: a changed file counts at once. */
export async function openModel({ key, ...settings }: ModelSettings, secrets: ResolveSecret): Promise<Model> {
  return { ...settings, ...(key && { key: await secrets(key) }) };
}
