import type { Scores } from '../../story/discussion/comment.ts';
import { storable } from '../database/storable.ts';
import type { Store } from '../store.ts';

/** What of an exported comment is kept until it is in a discussion, as JSON. */
export type StagedData = {
  readonly author: string;
  readonly text: string;
  readonly state: string;
  readonly reasons: readonly { readonly code: string; readonly message: string }[];
  readonly decisions?: readonly {
    readonly state: string;
    readonly by: string;
    readonly at: string;
    readonly reasons: readonly { readonly code: string; readonly message: string }[];
    readonly scores?: Scores;
  }[];
  readonly respects?: readonly { readonly author: string; readonly at: string }[];
};

export type StagedThread = { readonly thread: string; readonly address?: string; readonly title?: string };
export type StagedAuthor = { readonly author: string; readonly name: string; readonly emailSha256?: string };
export type StagedItem = {
  readonly item: string;
  readonly thread: string;
  readonly parent?: string;
  readonly at: string;
  readonly data: StagedData;
};

/**
 * Keeps a batch of an export, each thing once however often it comes: what is here already stays as it is.
 * @returns how many comments were new.
 */
export async function stageBatch(
  store: Store,
  source: string,
  batch: {
    readonly threads: readonly StagedThread[];
    readonly authors: readonly StagedAuthor[];
    readonly items: readonly StagedItem[];
  },
): Promise<number> {
  const threads = firstOfEach(batch.threads, ({ thread }) => thread).map(({ thread, address, title }) => ({
    source,
    thread: storable(thread),
    address: address === undefined ? null : storable(address),
    title: title === undefined ? null : storable(title),
  }));
  const authors = firstOfEach(batch.authors, ({ author }) => author).map(({ author, name, emailSha256 }) => ({
    source,
    author: storable(author),
    name: storable(name),
    email_sha256: emailSha256 ?? null,
  }));
  const items = firstOfEach(batch.items, ({ item }) => item).map(({ item, thread, parent, at, data }) => ({
    source,
    item: storable(item),
    thread: storable(thread),
    parent: parent === undefined ? null : storable(parent),
    at,
    data: storable(JSON.stringify(data)),
  }));
  return store.write(async (tx) => {
    if (threads.length > 0)
      await tx.db
        .insertInto('import_thread')
        .values(threads)
        .onConflict((conflict) => conflict.columns(['source', 'thread']).doNothing())
        .execute();
    if (authors.length > 0)
      await tx.db
        .insertInto('import_author')
        .values(authors)
        .onConflict((conflict) => conflict.columns(['source', 'author']).doNothing())
        .execute();
    if (items.length === 0) return 0;
    const added = await tx.db
      .insertInto('import_item')
      .values(items)
      .onConflict((conflict) => conflict.columns(['source', 'item']).doNothing())
      .returning('item')
      .execute();
    return added.length;
  });
}

/** One row for each key: one statement may not meet the same one twice. The first that came stays. */
function firstOfEach<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Row[] {
  const byKey = new Map<string, Row>();
  for (const row of rows) if (!byKey.has(keyOf(row))) byKey.set(keyOf(row), row);
  return [...byKey.values()];
}
