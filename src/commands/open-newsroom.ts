import { readEnvironment } from '../environment.ts';
import { type Newsroom, openNewsroom } from '../newsroom.ts';
import type { Store } from '../store/store.ts';

/** Opens the newsroom that the environment names, for as long as `work` takes. It may be running or stopped. */
export async function withNewsroom<T>(work: (newsroom: Newsroom) => Promise<T>): Promise<T> {
  const newsroom = await openNewsroom(readEnvironment(process.env));
  try {
    return await work(newsroom);
  } finally {
    await newsroom.store.close();
  }
}

/** The same for work that needs the store alone. */
export const withStore = <T>(work: (store: Store) => Promise<T>): Promise<T> =>
  withNewsroom((newsroom) => work(newsroom.store));
