import { storable } from '../database/storable.ts';
import type { Store } from '../store.ts';

/** What is kept for a source's transport from one round to the next, such as an ETag. A value outlives a restart. */
export type SourceMemory = {
  read(key: string): Promise<string | undefined>;
  write(key: string, value: string): Promise<void>;
};

/** The memory of one source; `now` dates what is kept. */
export function memoryOf(store: Store, sourceId: number, now: () => Date): SourceMemory {
  return {
    async read(key) {
      const row = await store.read
        .selectFrom('source_memory')
        .select('value')
        .where('source_id', '=', sourceId)
        .where('key', '=', storable(key))
        .executeTakeFirst();
      return row?.value;
    },
    async write(key, value) {
      const kept = { value: storable(value), at: now().toISOString() };
      await store.write((tx) =>
        tx.db
          .insertInto('source_memory')
          .values({ source_id: sourceId, key: storable(key), ...kept })
          .onConflict((conflict) => conflict.columns(['source_id', 'key']).doUpdateSet(kept))
          .execute(),
      );
    },
  };
}

/** Forgets what was kept under keys with this beginning before `before`. */
export async function forgetOld(
  store: Store,
  old: { readonly sourceId: number; readonly beginning: string; readonly before: Date },
): Promise<void> {
  await store.write((tx) =>
    tx.db
      .deleteFrom('source_memory')
      .where('source_id', '=', old.sourceId)
      .where('key', '>=', old.beginning)
      .where('key', '<', `${old.beginning}\u{10ffff}`)
      .where('at', '<', old.before.toISOString())
      .execute(),
  );
}
