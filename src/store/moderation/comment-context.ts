import type { Copy } from '../../story/copy.ts';
import type { CommentState, Reason, Scores } from '../../story/discussion/comment.ts';
import type { ReaderRecord } from '../../story/discussion/moderation.ts';
import type { Store } from '../store.ts';
import { isUnanswered } from './conditions.ts';
import { type QueueItem, selectItems, toItem } from './queue-item.ts';
import { readerRecord } from './reader-standing.ts';

/** A comment nearby in the discussion, as moderators see it. */
export type Nearby = {
  readonly id: number;
  readonly parentId?: number;
  readonly name: string;
  readonly text: string;
  readonly state: CommentState;
  readonly createdAt: string;
};

/** One decision about a comment. */
export type DecisionStep = {
  readonly id: number;
  readonly state: CommentState;
  readonly reasons: readonly Reason[];
  /** What the rules decided by. */
  readonly scores?: Scores;
  readonly by: string;
  readonly at: string;
  readonly person: boolean;
  readonly undoes?: number;
  readonly appeal?: number;
};

/** A comment in its context: everything that whoever decides may want to see. */
export type CommentContext = {
  readonly item: QueueItem;
  /** The newest version of the agency's copy. */
  readonly copy: Copy;
  /** What it answers, and what that answers, the oldest first. */
  readonly above: readonly Nearby[];
  /** Others who answer the same comment, or begin a thread beside it. */
  readonly beside: readonly Nearby[];
  readonly answers: readonly Nearby[];
  readonly reports: readonly { readonly reason: string; readonly words: string; readonly at: string }[];
  readonly steps: readonly DecisionStep[];
  readonly appeal?: {
    readonly words: string;
    readonly at: string;
    readonly against: string;
    readonly staffId?: string;
  };
  readonly reader: ReaderRecord;
};

/** How far up a thread is followed, and how many stand beside and below. */
const MOST_ABOVE = 6;
const MOST_BESIDE = 3;
const MOST_ANSWERS = 5;
const MOST_REPORTS = 20;

/** The comment with this number in its context, undefined when there is none. */
export async function findContext(store: Store, id: number, now: Date): Promise<CommentContext | undefined> {
  const row = await selectItems(store.read, now).where('comment.id', '=', id).executeTakeFirst();
  if (!row) return undefined;
  const item = toItem(row);
  const { copy } = await store.read
    .selectFrom('story_version')
    .innerJoin('story', 'story.newest_version_id', 'story_version.id')
    .select('story_version.copy')
    .where('story.id', '=', item.story.id)
    .executeTakeFirstOrThrow();
  const appeal = await findOpenAppeal(store, id);
  return {
    item,
    copy: JSON.parse(copy),
    above: await readAbove(store, item.parent?.id),
    beside: await readBeside(store, item),
    answers: await nearby(store).where('parent_id', '=', id).orderBy('id').limit(MOST_ANSWERS).execute().then(asNearby),
    reports: await readReports(store, item),
    steps: await readSteps(store, id),
    ...(appeal && { appeal }),
    reader: await readerRecord(store, item.readerId, now),
  };
}

const nearby = (store: Store) =>
  store.read
    .selectFrom('comment')
    .select(['id', 'parent_id as parentId', 'name', 'text', 'state', 'created_at as createdAt'])
    .where('deleted_at', 'is', null);

type NearbyRow = Omit<Nearby, 'parentId'> & { readonly parentId: number | null };

const asNearby = (rows: readonly NearbyRow[]): Nearby[] =>
  rows.map(({ parentId, ...row }) => ({ ...row, ...(parentId !== null && { parentId }) }));

async function readAbove(store: Store, parentId: number | undefined): Promise<Nearby[]> {
  const above: Nearby[] = [];
  for (let at = parentId; at !== undefined && above.length < MOST_ABOVE; ) {
    const [found] = asNearby(await nearby(store).where('id', '=', at).execute());
    if (found) above.unshift(found);
    at = found?.parentId;
  }
  return above;
}

async function readBeside(store: Store, { id, parent, story }: QueueItem): Promise<Nearby[]> {
  const approved = nearby(store).where('story_id', '=', story.id).where('state', '=', 'approved').where('id', '<', id);
  const siblings = parent ? approved.where('parent_id', '=', parent.id) : approved.where('parent_id', 'is', null);
  const rows = await siblings.orderBy('id', 'desc').limit(MOST_BESIDE).execute();
  return asNearby(rows).toReversed();
}

/** What readers reported since the last decision of a person; all of it, where the rules alone decided. */
async function readReports(store: Store, { id, decision }: QueueItem) {
  let reports = store.read.selectFrom('comment_report').select(['reason', 'words', 'at']).where('comment_id', '=', id);
  if (decision.person) reports = reports.where('at', '>=', decision.at);
  return reports.orderBy('id').limit(MOST_REPORTS).execute();
}

async function readSteps(store: Store, id: number): Promise<DecisionStep[]> {
  const rows = await store.read
    .selectFrom('comment_event')
    .select([
      'id',
      'state',
      'reasons',
      'scores',
      'by_whom as by',
      'at',
      'undoes_id as undoes',
      'appeal_id as appeal',
      'staff_id as staffId',
    ])
    .where('comment_id', '=', id)
    .orderBy('id')
    .execute();
  return rows.map(({ reasons, scores, undoes, appeal, staffId, ...step }) => ({
    ...step,
    person: staffId !== null,
    reasons: JSON.parse(reasons),
    ...(scores !== null && { scores: JSON.parse(scores) }),
    ...(undoes !== null && { undoes }),
    ...(appeal !== null && { appeal }),
  }));
}

async function findOpenAppeal(store: Store, commentId: number): Promise<CommentContext['appeal']> {
  const found = await store.read
    .selectFrom('appeal')
    .innerJoin('comment_event as against', 'against.id', 'appeal.event_id')
    .select(['appeal.words', 'appeal.at', 'against.by_whom as against', 'against.staff_id as staffId'])
    .where('appeal.comment_id', '=', commentId)
    .where(isUnanswered())
    .executeTakeFirst();
  if (!found) return undefined;
  const { staffId, ...appeal } = found;
  return { ...appeal, ...(staffId !== null && { staffId }) };
}
