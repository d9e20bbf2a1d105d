import { createHash, randomBytes } from 'node:crypto';
import type { CommentState, Reason } from '../../story/discussion/comment.ts';
import { storable } from '../database/storable.ts';
import { addEvent } from '../discussion/insert-comment.ts';
import { noteApproved } from '../discussion/thread-upkeep.ts';
import type { Tx } from '../store.ts';
import type { StagedData } from './import-stage.ts';

/** Under whose name a decision from elsewhere is kept. Webhooks are not told of what begins so. */
const BY = 'import';

/** A comment of an export on its way into a discussion of ours. */
export type Imported = {
  readonly source: string;
  readonly storyId: number;
  readonly parentId: number | null;
  readonly at: string;
  readonly data: StagedData;
  readonly namesOf: (written: string) => { readonly full: string; readonly short: string };
};

/** Puts an imported comment in its place, with its own time and the decisions that were made about it. @returns its number. */
export async function insertImported(tx: Tx, imported: Imported): Promise<number> {
  const { source, storyId, at, data, namesOf } = imported;
  const author = await findAuthor(tx, source, data.author, at);
  const names = namesOf(author.name);
  const parent = imported.parentId === null ? undefined : await findPlace(tx, imported.parentId);
  const state = data.state as CommentState;
  const rootId = parent ? (parent.root_id ?? parent.id) : null;
  const { id } = await tx.db
    .insertInto('comment')
    .values({
      story_id: storyId,
      parent_id: parent?.id ?? null,
      root_id: rootId,
      branch_id: parent?.branch_id ?? null,
      reader_id: author.readerId,
      full_name: storable(names.full),
      name: storable(names.short),
      text: storable(data.text),
      state,
      created_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  // A direct answer to the head begins a branch of its own.
  if (parent && parent.root_id === null)
    await tx.db.updateTable('comment').set({ branch_id: id }).where('id', '=', id).execute();
  const decisions: NonNullable<StagedData['decisions']> = data.decisions ?? [
    { state, by: '', at, reasons: data.reasons },
  ];
  for (const { state: decided, by, at: when, reasons, scores } of decisions)
    await addEvent(tx, {
      id,
      state: decided as CommentState,
      reasons: reasons as readonly Reason[],
      ...(scores && { scores }),
      by: by === '' ? BY : `${BY}: ${by}`,
      now: new Date(when),
    });
  if (state === 'approved') await noteApproved(tx, { id, parentId: parent?.id ?? null, rootId });
  await addRespects(tx, { ...imported, id });
  return id;
}

async function addRespects(tx: Tx, { source, data, id }: Imported & { readonly id: number }): Promise<void> {
  let respects = 0;
  for (const { author, at } of data.respects ?? []) {
    const { readerId } = await findAuthor(tx, source, author, at);
    const added = await tx.db
      .insertInto('comment_respect')
      .values({ comment_id: id, reader_id: readerId, at })
      .onConflict((conflict) => conflict.doNothing())
      .returning('comment_id')
      .executeTakeFirst();
    if (added) respects++;
  }
  if (respects > 0) await tx.db.updateTable('comment').set({ respects }).where('id', '=', id).execute();
}

async function findPlace(tx: Tx, id: number) {
  return tx.db
    .selectFrom('comment')
    .select(['id', 'root_id', 'branch_id'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

/** The author, with a reader of ours that no browser can be: its token is made up here and given to nobody. */
async function findAuthor(tx: Tx, source: string, author: string, at: string) {
  const key = storable(author);
  const found = await tx.db
    .selectFrom('import_author')
    .select(['name', 'reader_id'])
    .where('source', '=', source)
    .where('author', '=', key)
    .executeTakeFirst();
  if (found?.reader_id) return { name: found.name, readerId: found.reader_id };
  const token = createHash('sha256').update(randomBytes(32)).digest('hex');
  const reader = { token_sha256: token, created_at: at };
  const { id } = await tx.db.insertInto('reader').values(reader).returning('id').executeTakeFirstOrThrow();
  await tx.db
    .insertInto('import_author')
    .values({ source, author: key, name: found?.name ?? '', reader_id: id })
    .onConflict((conflict) => conflict.columns(['source', 'author']).doUpdateSet({ reader_id: id }))
    .execute();
  return { name: found?.name ?? '', readerId: id };
}
