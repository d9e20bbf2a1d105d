import { CopydeskError } from '../../story/errors.ts';
import { storable } from '../database/storable.ts';
import { lockComment } from '../discussion/thread-upkeep.ts';
import { findReader } from '../readers.ts';
import type { Store, Tx } from '../store.ts';
import { isUnanswered } from './conditions.ts';

/** Most characters of what a reader says for her comment. */
const MAXIMUM_APPEAL = 1000;

/**
 * A reader asks for another look at the last decision about her own comment, which removed or refused it. Asking twice is
 * asking once. `not-found` when the comment is not hers, `not-allowed` when there is nothing to appeal against.
 */
export async function appeal(
  store: Store,
  asked: { readonly commentId: number; readonly readerToken: string; readonly words: string; readonly now: Date },
): Promise<void> {
  const { commentId, now } = asked;
  const readerId = await findReader(store, asked.readerToken);
  await store.write(async (tx) => {
    const found = await tx.db.selectFrom('comment').select('reader_id').where('id', '=', commentId).executeTakeFirst();
    if (!found || readerId === undefined || found.reader_id !== readerId) {
      throw new CopydeskError('not-found', `You have written no comment with the number ${commentId}.`);
    }
    const { state, deletedAt } = await lockComment(tx, commentId);
    const last = await lastDecision(tx, commentId);
    if (!last || deletedAt !== null || (state !== 'removed' && state !== 'refused')) {
      throw new CopydeskError('not-allowed', `Nothing was decided against comment ${commentId}.`);
    }
    if (await isAnswered(tx, commentId)) {
      throw new CopydeskError(
        'not-allowed',
        `Comment ${commentId} was looked at again already. That decision is final.`,
      );
    }
    const words = storable(asked.words.trim().slice(0, MAXIMUM_APPEAL));
    await tx.db
      .insertInto('appeal')
      .values({ comment_id: commentId, event_id: last.id, words, at: now.toISOString() })
      .onConflict((conflict) => conflict.column('event_id').doNothing())
      .execute();
  });
}

function lastDecision(tx: Tx, commentId: number) {
  return tx.db
    .selectFrom('comment_event')
    .select(['id'])
    .where('comment_id', '=', commentId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** A comment is looked at again once; otherwise whoever does not like the answer asks for ever. */
async function isAnswered(tx: Tx, commentId: number): Promise<boolean> {
  const answered = await tx.db
    .selectFrom('appeal')
    .select('id')
    .where('comment_id', '=', commentId)
    .where((one) => one.not(isUnanswered()))
    .limit(1)
    .executeTakeFirst();
  return answered !== undefined;
}
