import { findSource, type Source } from '../store/sources/sources.ts';
import type { Store } from '../store/store.ts';
import { CopydeskError } from '../story/errors.ts';

/** The source of this name. `not-found` with the way on. */
export async function wantedSource(store: Store, name: string): Promise<Source> {
  const source = await findSource(store, name);
  if (source) return source;
  throw new CopydeskError(
    'not-found',
    `No source has the name "${name}". "copydesk source list" shows those that are there.`,
  );
}
