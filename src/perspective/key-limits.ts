import { type ApiKey, takeOfDay } from '../store/others/api-keys.ts';
import type { Store } from '../store/store.ts';

/** So many requests of a day are taken from the store at a time: what a crash may cost a key, and what saves a commit each. */
const BLOCK = 50;

/** Counts what a key asks. `take` counts one, or says which limit it would go over. */
export type KeyLimits = { take(key: ApiKey): Promise<string | undefined> };

type Held = { full: number; day: string; left: number; taking?: Promise<number> };

/**
 * The limits of keys. Requests in a second are counted in this process, with a burst of one second's worth: a restart gives
 * away that second at most. Requests in a day are taken from the store before they are asked, so that no restart and no
 * second process gives out more.
 */
export function createKeyLimits(store: Store, now: () => Date): KeyLimits {
  const held = new Map<number, Held>();
  return {
    async take(key) {
      const time = now().getTime();
      const day = now().toISOString().slice(0, 10);
      const mine = held.get(key.id) ?? { full: 0, day, left: 0 };
      held.set(key.id, mine);
      // The moment at which the second's worth would be whole again (GCRA).
      const step = 1000 / key.perSecond;
      const full = Math.max(mine.full, time) + step;
      if (full - time > 1000 + step / 2) return `${key.perSecond} requests per second`;
      mine.full = full;
      if (key.perDay === undefined) return undefined;
      if (mine.day !== day) Object.assign(mine, { day, left: 0 });
      while (mine.left === 0) {
        // One asks the store for all who wait.
        mine.taking ??= takeOfDay(store, { keyId: key.id, perDay: key.perDay, day, count: BLOCK })
          .then((count) => (mine.left += count))
          .finally(() => delete mine.taking);
        if ((await mine.taking) === 0) return `${key.perDay} requests per day`;
      }
      mine.left--;
      return undefined;
    },
  };
}
