import type { CommentState, Reason } from '../../story/discussion/comment.ts';
import type { Store } from '../store.ts';
import { isUnanswered } from './conditions.ts';
import { type QueueItem, selectItems, toItem } from './queue-item.ts';

/** Which comments a moderator goes through. `waiting` is pending and held together; the others are what they say. */
export const QUEUES = ['waiting', 'pending', 'held', 'reported', 'appeals', 'approved', 'refused', 'removed'] as const;
export type Queue = (typeof QUEUES)[number];

/** What to show of a queue. Paging goes on behind `after`, the number of the last comment shown. */
export type QueueWish = {
  readonly queue: Queue;
  /** The address of the only story. */
  readonly story?: string;
  /** The code of a reason that the last decision must have. */
  readonly reason?: string;
  readonly after?: number;
  readonly limit: number;
  /** Who looks: appeals against her own decisions are not hers to answer, unless she is alone. */
  readonly staffId: string;
  readonly alone?: boolean;
};

const LATEST_FIRST: readonly Queue[] = ['approved', 'refused', 'removed'];

/** A stretch of a queue: what waits comes oldest first, what is decided latest first. */
export async function listQueue(store: Store, wish: QueueWish, now: Date): Promise<QueueItem[]> {
  const query = narrowed(store, wish, now);
  const { after, limit } = wish;
  if (!LATEST_FIRST.includes(wish.queue)) {
    const behind = after === undefined ? query : query.where('comment.id', '>', after);
    return (await behind.orderBy('comment.id').limit(limit).execute()).map(toItem);
  }
  // By time: these queues grow for ever, and their index is in that order.
  const time = store.read
    .selectFrom('comment as one')
    .select('one.created_at')
    .where('one.id', '=', after ?? 0);
  const behind =
    after === undefined
      ? query
      : query.where((comment) =>
          comment.or([
            comment('comment.created_at', '<', time),
            comment.and([comment('comment.created_at', '=', time), comment('comment.id', '<', after)]),
          ]),
        );
  const rows = await behind.orderBy('comment.created_at', 'desc').orderBy('comment.id', 'desc').limit(limit).execute();
  return rows.map(toItem);
}

/** Where a comment stands among the others of its queue: the numbers of those around it, and how many come behind. */
export async function aroundInQueue(
  store: Store,
  wish: Omit<QueueWish, 'limit' | 'after'>,
  { id, now }: { readonly id: number; readonly now: Date },
): Promise<{ readonly previous?: number; readonly next?: number }> {
  const up = LATEST_FIRST.includes(wish.queue) ? 'desc' : 'asc';
  const one = async (comparison: '>' | '<') => {
    const rows = await narrowed(store, { ...wish, limit: 1 }, now)
      .clearSelect()
      .select('comment.id')
      .where('comment.id', comparison, id)
      .orderBy('comment.id', comparison === '>' ? 'asc' : 'desc')
      .limit(1)
      .execute();
    return rows[0]?.id;
  };
  const [later, earlier] = [await one('>'), await one('<')];
  const [next, previous] = up === 'asc' ? [later, earlier] : [earlier, later];
  return { ...(previous !== undefined && { previous }), ...(next !== undefined && { next }) };
}

function narrowed(store: Store, { queue, story, reason, staffId, alone }: QueueWish, now: Date) {
  let query = selectItems(store.read, now);
  if (queue === 'waiting') query = query.where('comment.state', 'in', ['pending', 'held']);
  else if (queue === 'reported') query = query.where('comment.reports', '>', 0);
  else if (queue === 'appeals')
    query = query.where('comment.id', 'in', openAppeals(store, alone ? undefined : staffId));
  else query = query.where('comment.state', '=', queue satisfies CommentState);
  query = query.where('comment.deleted_at', 'is', null);
  if (story !== undefined) query = query.where('story.slug', '=', story);
  // A reason is found in the JSON by its code, which has letters and dashes only.
  if (reason !== undefined) query = query.where('last.reasons', 'like', `%"code":${JSON.stringify(reason)}%`);
  return query;
}

/** The comments whose appeals wait; without those against decisions of `staffId`. */
function openAppeals(store: Store, staffId?: string) {
  const open = store.read
    .selectFrom('appeal')
    .innerJoin('comment_event as against', 'against.id', 'appeal.event_id')
    .select('appeal.comment_id')
    .where(isUnanswered());
  if (staffId === undefined) return open;
  return open.where((one) => one.or([one('against.staff_id', 'is', null), one('against.staff_id', '<>', staffId)]));
}

/** How many wait in each queue that a person works through; `ownAppeals` are against this moderator's own decisions. */
export type QueueCounts = Readonly<
  Record<'waiting' | 'pending' | 'held' | 'reported' | 'appeals' | 'ownAppeals', number>
>;

export async function countQueues(
  store: Store,
  { staffId, alone }: { readonly staffId: string; readonly alone?: boolean },
): Promise<QueueCounts> {
  const comments = store.read
    .selectFrom('comment')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('deleted_at', 'is', null);
  const count = async (query: typeof comments) => (await query.executeTakeFirstOrThrow()).count;
  const pending = await count(comments.where('state', '=', 'pending'));
  const held = await count(comments.where('state', '=', 'held'));
  const reported = await count(comments.where('reports', '>', 0));
  const all = await count(comments.where('id', 'in', openAppeals(store)));
  const appeals = alone ? all : await count(comments.where('id', 'in', openAppeals(store, staffId)));
  return { waiting: pending + held, pending, held, reported, appeals, ownAppeals: all - appeals };
}

/** What the queue can be narrowed to: stories with something waiting, the busiest first, and the reasons that stand there. */
export type QueueChoices = {
  readonly stories: readonly { readonly slug: string; readonly headline: string; readonly count: number }[];
  readonly reasons: readonly { readonly code: string; readonly count: number }[];
};

/** Most waiting comments that are read for the reasons to choose from. */
const READ_FOR_REASONS = 500;
const MOST_STORIES = 40;

export async function listChoices(store: Store): Promise<QueueChoices> {
  const stories = await store.read
    .selectFrom('comment')
    .innerJoin('story', 'story.id', 'comment.story_id')
    .innerJoin('story_version', 'story_version.id', 'story.newest_version_id')
    .select(({ fn }) => ['story.slug', 'story_version.headline', fn.countAll<number>().as('count')])
    .where('comment.state', 'in', ['pending', 'held'])
    .groupBy(['story.slug', 'story_version.headline'])
    .orderBy('count', 'desc')
    .orderBy('story.slug')
    .limit(MOST_STORIES)
    .execute();
  const waiting = await store.read
    .selectFrom('comment')
    .innerJoin('comment_event', 'comment_event.comment_id', 'comment.id')
    .select('comment_event.reasons')
    .where('comment.state', 'in', ['pending', 'held'])
    .limit(READ_FOR_REASONS)
    .execute();
  const counts = new Map<string, number>();
  for (const { reasons } of waiting) {
    for (const { code } of JSON.parse(reasons) as Reason[]) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const reasons = [...counts].map(([code, count]) => ({ code, count })).sort((one, other) => other.count - one.count);
  return { stories, reasons };
}
