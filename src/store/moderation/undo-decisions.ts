import type { CommentState, Reason } from '../../story/discussion/comment.ts';
import type { Moderator } from '../../story/discussion/moderation.ts';
import { setState } from '../discussion/set-state.ts';
import { lockComment } from '../discussion/thread-upkeep.ts';
import type { Store, Tx } from '../store.ts';
import { lastEvent, type Outcome } from './decide-together.ts';

type Before = { readonly state: CommentState; readonly reasons: readonly Reason[]; readonly at: string };

/**
 * Takes back what one press of a button decided, by further decisions that name the first ones. Only whoever pressed may;
 * what was decided again meanwhile, or appealed against, stays.
 */
export async function undoDecisions(
  store: Store,
  job: { readonly batch: string; readonly by: Moderator; readonly undo: string; readonly now: Date },
): Promise<Outcome> {
  return store.write(async (tx) => {
    const events = await tx.db
      .selectFrom('comment_event')
      .select(['id', 'comment_id as commentId'])
      .where('batch', '=', job.batch)
      .where('staff_id', '=', job.by.id)
      .where('undoes_id', 'is', null)
      .orderBy('comment_id')
      .execute();
    const done: number[] = [];
    const left: { id: number; why: string }[] = [];
    for (const event of events) {
      const why = await undoOne(tx, event, job);
      if (why === undefined) done.push(event.commentId);
      else left.push({ id: event.commentId, why });
    }
    return { batch: job.undo, done, left };
  });
}

async function undoOne(
  tx: Tx,
  event: { readonly id: number; readonly commentId: number },
  { by, undo, now }: { readonly by: Moderator; readonly undo: string; readonly now: Date },
): Promise<string | undefined> {
  const placed = await lockComment(tx, event.commentId);
  if (placed.deletedAt !== null) return 'its reader deleted it';
  const last = await lastEvent(tx, event.commentId);
  if (last && last.id !== event.id) return `${last.by} decided it again: ${last.state}`;
  const appealed = await tx.db.selectFrom('appeal').select('id').where('event_id', '=', event.id).executeTakeFirst();
  if (appealed) return 'its reader has appealed, and another moderator answers her';
  const before = await stateBefore(tx, event);
  if (!before) return 'nothing was decided before';
  await setState(tx, placed, {
    state: before.state,
    reasons: before.reasons,
    by: by.name,
    now,
    staffId: by.id,
    batch: undo,
    undoesId: event.id,
  });
  await bringReportsBack(tx, event.commentId, before.at);
  return undefined;
}

async function stateBefore(
  tx: Tx,
  { id, commentId }: { readonly id: number; readonly commentId: number },
): Promise<Before | undefined> {
  const row = await tx.db
    .selectFrom('comment_event')
    .select(['state', 'reasons', 'at'])
    .where('comment_id', '=', commentId)
    .where('id', '<', id)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { ...row, reasons: JSON.parse(row.reasons) };
}

/** What readers reported since the decision before counts again. */
async function bringReportsBack(tx: Tx, commentId: number, since: string): Promise<void> {
  const { count } = await tx.db
    .selectFrom('comment_report')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('comment_id', '=', commentId)
    .where('at', '>=', since)
    // A correction speaks of the story, not of the comment.
    .where('reason', '<>', 'correction')
    .executeTakeFirstOrThrow();
  await tx.db.updateTable('comment').set({ reports: count }).where('id', '=', commentId).execute();
}
