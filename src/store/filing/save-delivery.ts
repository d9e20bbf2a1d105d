import { createHash } from 'node:crypto';
import { storable } from '../database/storable.ts';
import type { Store, Tx } from '../store.ts';
import { type Filing, fileVersion, type ReceivedItem } from './file-version.ts';

export type { ReceivedItem };

/** A received file and what was read from it: `items`, or the `refusal`. */
export type Delivery = {
  readonly source: string;
  readonly name: string;
  readonly format: string;
  readonly bytes: Uint8Array;
  readonly receivedAt: Date;
  readonly refusal?: { readonly kind: string; readonly message: string };
  readonly items: readonly ReceivedItem[];
  /** It is an answer that is asked for again and again, such as a feed: kept only where it says anything new. */
  readonly polled?: boolean;
};

export type DeliveryOutcome = {
  /** Of the file that is kept; of a polled one that said nothing new there is none any more. */
  readonly wireItemId: number;
  /** The same source sent the same bytes before: nothing changed. */
  readonly duplicate: boolean;
  readonly stories: readonly Filing[];
};

/** Keeps the file as it came and files each of its items as a version of its story. Resolves when durable. */
export async function saveDelivery(store: Store, delivery: Delivery): Promise<DeliveryOutcome> {
  const sha256 = createHash('sha256').update(delivery.bytes).digest('hex');
  return store.write(async (tx) => {
    const sourceId = await findOrAddSource(tx, storable(delivery.source));
    const wireItemId = await addWireItem(tx, delivery, { sourceId, sha256 });
    if (wireItemId === undefined) return findDuplicate(tx, sourceId, sha256);
    const stories: Filing[] = [];
    for (const item of delivery.items) {
      stories.push(await fileVersion(tx, item, { sourceId, wireItemId, receivedAt: delivery.receivedAt }));
    }
    // @NOTE Some feeds write the time of each answer into it. Whatever is unchanged left no row that points here.
    const repeats = stories.length > 0 && stories.every(({ outcome }) => outcome === 'unchanged');
    if (delivery.polled && repeats) await tx.db.deleteFrom('wire_item').where('id', '=', wireItemId).execute();
    return { wireItemId, duplicate: false, stories };
  });
}

/** The source of this name, added where there is none. */
export async function findOrAddSource(tx: Tx, name: string): Promise<number> {
  const find = tx.db.selectFrom('source').select('id').where('name', '=', name);
  const found = await find.executeTakeFirst();
  if (found) return found.id;
  const insert = tx.db.insertInto('source').values({ name });
  await insert.onConflict((conflict) => conflict.doNothing()).execute();
  return (await find.executeTakeFirstOrThrow()).id;
}

/** The row's id, or undefined when this source has sent just these bytes before. */
async function addWireItem(
  tx: Tx,
  delivery: Delivery,
  { sourceId, sha256 }: { readonly sourceId: number; readonly sha256: string },
): Promise<number | undefined> {
  const row = await tx.db
    .insertInto('wire_item')
    .values({
      source_id: sourceId,
      sha256,
      name: storable(delivery.name),
      format: storable(delivery.format),
      bytes: delivery.bytes,
      refusal: delivery.refusal ? JSON.stringify(delivery.refusal) : null,
      received_at: delivery.receivedAt.toISOString(),
    })
    .onConflict((conflict) => conflict.columns(['source_id', 'sha256']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

async function findDuplicate(tx: Tx, sourceId: number, sha256: string): Promise<DeliveryOutcome> {
  const first = await tx.db
    .selectFrom('wire_item')
    .select('id')
    .where('source_id', '=', sourceId)
    .where('sha256', '=', sha256)
    .executeTakeFirstOrThrow();
  const stories = await tx.db
    .selectFrom('story_version')
    .innerJoin('story', 'story.id', 'story_version.story_id')
    .select(['story.slug', 'story.id as storyId'])
    .where('story_version.wire_item_id', '=', first.id)
    .orderBy('story_version.id')
    .execute();
  return {
    wireItemId: first.id,
    duplicate: true,
    stories: stories.map((story) => ({ ...story, outcome: 'unchanged' as const })),
  };
}
