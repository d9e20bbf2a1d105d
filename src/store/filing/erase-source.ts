import type { Store } from '../store.ts';

/** Removes a source with its deliveries, stories, furniture and comments: the way out of the demo. Returns how many stories went. */
export async function eraseSource(store: Store, source: string): Promise<number> {
  return store.write(async (tx) => {
    const found = await tx.db.selectFrom('source').select('id').where('name', '=', source).executeTakeFirst();
    if (!found) return 0;
    const { count } = await tx.db
      .selectFrom('story')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('source_id', '=', found.id)
      .executeTakeFirstOrThrow();
    // What hangs on the source goes with it; readers and people belong to all sources and go when nothing is left of them.
    await tx.db.deleteFrom('source').where('id', '=', found.id).execute();
    await tx.db
      .deleteFrom('reader')
      .where('id', 'not in', (reader) => reader.selectFrom('comment').select('reader_id'))
      .execute();
    await tx.db
      .deleteFrom('person')
      .where('id', 'not in', (person) =>
        person
          .selectFrom('quotation')
          .select('person_id')
          .where('person_id', 'is not', null)
          .$castTo<{ person_id: number }>(),
      )
      .execute();
    tx.changed({ kind: 'everything' });
    return count;
  });
}
