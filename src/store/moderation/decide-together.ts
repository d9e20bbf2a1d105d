import type { CommentState, Reason } from '../../story/discussion/comment.ts';
import type { DeskAction, Moderator } from '../../story/discussion/moderation.ts';
import { setState } from '../discussion/set-state.ts';
import { lockComment, type Placed } from '../discussion/thread-upkeep.ts';
import type { Store, Tx } from '../store.ts';
import { isUnanswered } from './conditions.ts';

/** Most comments that one press of a button decides. */
const MOST_TOGETHER = 100;

/** `batch` undoes what was done; each that was left says why, in words for the moderator. */
export type Outcome = {
  readonly batch: string;
  readonly done: readonly number[];
  readonly left: readonly { readonly id: number; readonly why: string }[];
};

type Job = {
  /** Numbers of comments, each with the last decision that the moderator saw; 0 when she saw none. */
  readonly seen: ReadonlyMap<number, number>;
  readonly action: DeskAction;
  readonly reasons: readonly Reason[];
  readonly by: Moderator;
  /** Any text that no other press of a button has. */
  readonly batch: string;
  readonly now: Date;
  /** Decide also what another moderator has open. */
  readonly evenIfOpen?: boolean;
  /** Nobody else is on the staff: then she answers also appeals against herself. */
  readonly alone?: boolean;
};

type LastEvent = { readonly id: number; readonly state: CommentState; readonly by: string; readonly at: string };

/**
 * Decides about comments in one transaction. What somebody decided meanwhile, has open, or may not decide herself (an
 * appeal against her own decision) is left as it is.
 */
export async function decideTogether(store: Store, job: Job): Promise<Outcome> {
  return store.write(async (tx) => {
    const done: number[] = [];
    const left: { id: number; why: string }[] = [];
    // In one order for everybody: two who decide the same comments wait for each other, and never both for ever.
    for (const id of [...job.seen.keys()].sort((one, other) => one - other).slice(0, MOST_TOGETHER)) {
      const why = await decideOne(tx, id, job);
      if (why === undefined) done.push(id);
      else left.push({ id, why });
    }
    return { batch: job.batch, done, left };
  });
}

async function decideOne(tx: Tx, id: number, job: Job): Promise<string | undefined> {
  const { action, reasons, by, batch, now } = job;
  const exists = await tx.db.selectFrom('comment').select('id').where('id', '=', id).executeTakeFirst();
  if (!exists) return 'it is no longer here';
  const before = await lockComment(tx, id);
  if (before.deletedAt !== null && action !== 'remove') return 'its reader deleted it';
  const last = await lastEvent(tx, id);
  if (last && last.id !== job.seen.get(id)) return `${last.by} decided it meanwhile: ${last.state}`;
  const open = job.evenIfOpen ? undefined : await openElsewhere(tx, id, job);
  if (open) return `${open.name} has it open`;
  const appeal = await openAppeal(tx, id);
  if (appeal && appeal.staffId === by.id && !job.alone) return 'its reader appealed against your decision';
  const state = await targetState(tx, before, action);
  await tx.db.updateTable('comment').set({ reports: 0 }).where('id', '=', id).where('reports', '>', 0).execute();
  const trace = { staffId: by.id, batch, ...(appeal && { appealId: appeal.id }) };
  await setState(tx, before, { state, reasons, by: by.name, now, ...trace });
  await tx.db.deleteFrom('comment_lease').where('comment_id', '=', id).execute();
  return undefined;
}

async function targetState(tx: Tx, before: Placed, action: DeskAction): Promise<CommentState> {
  if (action === 'approve') return 'approved';
  if (action === 'hold') return 'held';
  const shown = await tx.db
    .selectFrom('comment_event')
    .select('id')
    .where('comment_id', '=', before.id)
    .where('state', '=', 'approved')
    .limit(1)
    .executeTakeFirst();
  return shown ? 'removed' : 'refused';
}

/** The last decision about a comment. */
export function lastEvent(tx: Tx, id: number): Promise<LastEvent | undefined> {
  return tx.db
    .selectFrom('comment_event')
    .select(['id', 'state', 'by_whom as by', 'at'])
    .where('comment_id', '=', id)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

function openElsewhere(tx: Tx, id: number, { by, now }: Job) {
  return tx.db
    .selectFrom('comment_lease')
    .select('staff_name as name')
    .where('comment_id', '=', id)
    .where('staff_id', '<>', by.id)
    .where('until', '>', now.toISOString())
    .executeTakeFirst();
}

/** The appeal that waits for an answer, with the moderator whose decision it is against. */
function openAppeal(tx: Tx, id: number) {
  return tx.db
    .selectFrom('appeal')
    .innerJoin('comment_event', 'comment_event.id', 'appeal.event_id')
    .select(['appeal.id', 'comment_event.staff_id as staffId'])
    .where('appeal.comment_id', '=', id)
    .where(isUnanswered)
    .executeTakeFirst();
}
