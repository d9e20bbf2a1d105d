import type { Store, Tx } from '../store.ts';
import type { StagedData } from './import-stage.ts';
import { type Imported, insertImported } from './insert-imported.ts';

/** Comments in one commit. */
const AT_ONCE = 250;

type Row = {
  readonly item: string;
  readonly parent: string | null;
  readonly at: string;
  readonly data: string | null;
  readonly storyId: number;
  readonly slug: string;
};

/** Where `applyNext` goes on: behind the comment that it looked at last. */
export type Place = { readonly at: string; readonly item: string };

/**
 * Puts the next staged comments whose discussion has a story into it, in the order of time and each behind what it answers,
 * in one commit. A crash between two commits loses nothing: what is in a discussion is marked so in the same one.
 * @returns how many came in, and where to go on; undefined when all was looked at.
 */
export async function applyNext(
  store: Store,
  wanted: {
    readonly source: string;
    readonly after: Place;
    readonly namesOf: Imported['namesOf'];
    /** Comments that are in the story already are found again by their time, name and words. */
    readonly findTwins: boolean;
  },
): Promise<{ readonly applied: number; readonly next: Place | undefined }> {
  return store.write(async (tx) => {
    const rows = await readRows(tx, wanted.source, (query) =>
      query
        .where((row) =>
          row.or([
            row('item.at', '>', wanted.after.at),
            row.and([row('item.at', '=', wanted.after.at), row('item.item', '>', wanted.after.item)]),
          ]),
        )
        .orderBy('item.at')
        .orderBy('item.item')
        .limit(AT_ONCE),
    );
    const seen = new Map<string, number>();
    const slugs = new Set<string>();
    for (const row of rows) {
      if (seen.has(row.item)) continue;
      for (const link of await chainOf(tx, wanted.source, row)) {
        if (seen.has(link.item)) continue;
        seen.set(link.item, await apply(tx, link, wanted));
        slugs.add(link.slug);
      }
    }
    for (const slug of slugs) tx.changed({ kind: 'discussion', slug });
    const last = rows.at(-1);
    const next = rows.length < AT_ONCE || !last ? undefined : { at: last.at, item: last.item };
    return { applied: seen.size, next };
  });
}

/** A comment with those above it that are not in yet, the topmost first. Where answers go round in a circle it is cut. */
async function chainOf(tx: Tx, source: string, row: Row): Promise<Row[]> {
  const chain = [row];
  const met = new Set([row.item]);
  for (let parent = row.parent; parent !== null && !met.has(parent); ) {
    met.add(parent);
    const wanted = parent;
    const [above] = await readRows(tx, source, (query) => query.where('item.item', '=', wanted));
    if (!above || above.storyId !== row.storyId) break;
    chain.push(above);
    parent = above.parent;
  }
  return chain.reverse();
}

async function apply(
  tx: Tx,
  row: Row,
  { source, namesOf, findTwins }: { source: string; namesOf: Imported['namesOf']; findTwins: boolean },
): Promise<number> {
  const { storyId, at } = row;
  const data = JSON.parse(row.data ?? '{}') as StagedData;
  const parentId = row.parent === null ? null : await findApplied(tx, source, row.parent, storyId);
  const twin = findTwins ? await findTwin(tx, { storyId, at, text: data.text }) : undefined;
  const id = twin ?? (await insertImported(tx, { source, storyId, parentId, at, data, namesOf }));
  await tx.db
    .updateTable('import_item')
    .set({ done: 1, comment_id: id, data: null })
    .where('source', '=', source)
    .where('item', '=', row.item)
    .execute();
  return id;
}

type Rows = ReturnType<typeof waitingRows>;

function waitingRows(tx: Tx, source: string) {
  return tx.db
    .selectFrom('import_item as item')
    .innerJoin('import_thread as thread', (join) =>
      join.onRef('thread.source', '=', 'item.source').onRef('thread.thread', '=', 'item.thread'),
    )
    .innerJoin('story', 'story.id', 'thread.story_id')
    .select(['item.item', 'item.parent', 'item.at', 'item.data', 'story.id as storyId', 'story.slug'])
    .where('item.source', '=', source)
    .where('item.done', '=', 0);
}

const readRows = (tx: Tx, source: string, narrow: (query: Rows) => Rows): Promise<Row[]> =>
  narrow(waitingRows(tx, source)).execute();

/** The comment that an item has become, where it is in the same discussion; null for one that is not here. */
async function findApplied(tx: Tx, source: string, item: string, storyId: number): Promise<number | null> {
  const row = await tx.db
    .selectFrom('import_item')
    .innerJoin('comment', 'comment.id', 'import_item.comment_id')
    .select('comment.id')
    .where('import_item.source', '=', source)
    .where('import_item.item', '=', item)
    .where('comment.story_id', '=', storyId)
    .executeTakeFirst();
  return row?.id ?? null;
}

async function findTwin(
  tx: Tx,
  { storyId, at, text }: { readonly storyId: number; readonly at: string; readonly text: string },
): Promise<number | undefined> {
  const row = await tx.db
    .selectFrom('comment')
    .select('id')
    .where('story_id', '=', storyId)
    .where('created_at', '=', at)
    .where('text', '=', text)
    .executeTakeFirst();
  return row?.id;
}
