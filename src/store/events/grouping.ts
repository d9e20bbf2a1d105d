import { CopydeskError } from '../../story/errors.ts';
import { storable } from '../database/storable.ts';
import type { Store, Tx } from '../store.ts';
import { lockGroups, regroup } from './regroup.ts';

type Said = { readonly at: Date; readonly by?: string };

/** An editor says that this story tells an event of its own. It holds, whatever is found later, until she joins it. */
export async function setApart(store: Store, slug: string, said: Said): Promise<void> {
  await store.write(async (tx) => {
    await lockGroups(tx);
    const id = await idOf(tx, slug);
    await note(tx, { kind: 'apart', story_id: id, other_id: null }, said);
    await regroup(tx, [id]);
  });
}

/** An editor says that these two tell the same event. `bad-input` when they are one story. */
export async function joinStories(store: Store, slugs: readonly [string, string], said: Said): Promise<void> {
  await store.write(async (tx) => {
    await lockGroups(tx);
    const [one, other] = [await idOf(tx, slugs[0]), await idOf(tx, slugs[1])];
    if (one === other) throw new CopydeskError('bad-input', `Cannot join "${slugs[0]}" with itself.`);
    await note(tx, { kind: 'join', story_id: Math.min(one, other), other_id: Math.max(one, other) }, said);
    await regroup(tx, [one, other]);
  });
}

async function idOf(tx: Tx, slug: string): Promise<number> {
  const story = await tx.db.selectFrom('story').select('id').where('slug', '=', storable(slug)).executeTakeFirst();
  if (!story) throw new CopydeskError('not-found', `No story has the address "${slug}".`);
  return story.id;
}

async function note(
  tx: Tx,
  event: { readonly kind: 'apart' | 'join'; readonly story_id: number; readonly other_id: number | null },
  { at, by }: Said,
): Promise<void> {
  await tx.db
    .insertInto('grouping_event')
    .values({ ...event, by_whom: by ?? null, at: at.toISOString() })
    .execute();
}
