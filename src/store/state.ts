import { CopydeskError } from '../story/errors.ts';
import type { StoryAction } from '../story/status.ts';
import type { Story } from '../story/story.ts';
import type { Store } from './store.ts';

/** Keeps what a person did to a story and settles its state. `not-found`, or `not-allowed` with the reason. */
export async function act(_store: Store, _slug: string, _action: StoryAction): Promise<Story> {
  throw new CopydeskError('store-broken', 'Not written yet');
}

/** Makes live every story whose embargo has lifted by `now`. Returns how many. */
export async function liftEmbargoes(_store: Store, _now: Date): Promise<number> {
  throw new CopydeskError('store-broken', 'Not written yet');
}

/** When the next embargo lifts. */
export async function nextLift(_store: Store): Promise<Date | undefined> {
  throw new CopydeskError('store-broken', 'Not written yet');
}
