import {
  ANSWERS_SHOWN,
  type DiscussionPage,
  PAGE_OF_ANSWERS,
  PAGE_OF_THREADS,
  type Sort,
} from '../../story/discussion/discussion.ts';
import { listMuted, listStaffReaders } from '../accounts/reader-account.ts';
import { findReader } from '../readers.ts';
import type { Store } from '../store.ts';
import { byPlace, isAnswer, isHead, isShown, type LineRow, lineOf, selectLines } from './thread-rows.ts';

/** Most answers that one page reads for its short threads together; a bound, seldom met. */
const MOST_ANSWERS = 2 * PAGE_OF_THREADS * ANSWERS_SHOWN;
/** Most of a reader's own waiting comments that a page shows her. */
const MOST_OWN = 50;

type Wanted = {
  readonly storyId: number;
  readonly sort: Sort;
  /** From 1; one beyond the last is the last. */
  readonly page: number;
  /** Number of the comment that heads the only thread to show. */
  readonly alone?: number;
  readonly readerToken?: string;
};

/**
 * One page of what readers see under a story: threads in the wanted order, answers in the order of time, and this reader's
 * own comments that wait (those that head no thread yet come first, on the first page). A thread that is not here shows none.
 */
export async function listDiscussion(store: Store, wanted: Wanted): Promise<DiscussionPage> {
  const { storyId, sort, alone } = wanted;
  const comments = await countApproved(store, storyId);
  const readerId = wanted.readerToken === undefined ? undefined : await findReader(store, wanted.readerToken);
  const waiting = readerId === undefined ? [] : await ownWaiting(store, storyId, readerId);

  const total = alone === undefined ? await countHeads(store, storyId) : await countAnswers(store, alone);
  const size = alone === undefined ? PAGE_OF_THREADS : PAGE_OF_ANSWERS;
  const pages = Math.max(1, Math.ceil(total / size));
  const page = Math.min(Math.max(1, wanted.page), pages);
  const offset = (page - 1) * size;

  const heads =
    alone === undefined ? await headsAt(store, { storyId, sort, offset }) : await oneHead(store, storyId, alone);
  const answers =
    alone === undefined ? await firstAnswers(store, heads) : await answersOf(store, alone, { limit: size, offset });
  const fresh = alone === undefined && page === 1 ? waiting.filter((row) => row.rootId === null) : [];
  const rows = [...fresh, ...heads, ...answers, ...waiting];
  const reading = {
    readerId,
    respected: await respectedBy(store, readerId, rows),
    staff: await listStaffReaders(store),
    muted: readerId === undefined ? new Set<number>() : await listMuted(store, readerId),
  };

  const inThread = Map.groupBy([...answers, ...waiting], (row) => row.rootId);
  const threads = [...fresh, ...heads].map((head) => {
    const lines = (inThread.get(head.id) ?? []).sort(byPlace);
    const seen = lines.filter((row) => row.state === 'approved').length;
    return {
      head: lineOf(head, reading),
      answers: lines.map((row) => lineOf(row, reading)),
      hidden: alone === undefined ? Math.max(0, head.replies - seen) : 0,
    };
  });
  return { sort, page, pages, threads, comments, ...(alone !== undefined && { alone }) };
}

/** How many comments of the story readers see. */
export async function countApproved(store: Store, storyId: number): Promise<number> {
  const found = await store.read
    .selectFrom('comment')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('story_id', '=', storyId)
    .where('state', '=', 'approved')
    .executeTakeFirstOrThrow();
  return found.count;
}

/** @NOTE The condition on the time is always met: by it SQLite finds the index that has nothing but heads. */
async function countHeads(store: Store, storyId: number): Promise<number> {
  const found = await store.read
    .selectFrom('comment')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('story_id', '=', storyId)
    .where('created_at', '>=', '')
    .where(isShown)
    .where(isHead)
    .executeTakeFirstOrThrow();
  return found.count;
}

async function countAnswers(store: Store, rootId: number): Promise<number> {
  const answers = store.read.selectFrom('comment').select(({ fn }) => fn.countAll<number>().as('count'));
  const found = await answers.where('root_id', '=', rootId).where(isShown).where(isAnswer).executeTakeFirstOrThrow();
  return found.count;
}

async function headsAt(
  store: Store,
  { storyId, sort, offset }: { readonly storyId: number; readonly sort: Sort; readonly offset: number },
): Promise<LineRow[]> {
  const heads = store.read
    .selectFrom('comment')
    .select('comment.id')
    .where('comment.story_id', '=', storyId)
    .where(isShown)
    .where(isHead);
  const direction = sort === 'oldest' ? 'asc' : 'desc';
  const sorted =
    sort === 'discussed'
      ? heads.orderBy('comment.replies', 'desc')
      : sort === 'picked'
        ? heads.orderBy('comment.thread_picked_at', 'desc').orderBy('comment.created_at', 'desc')
        : heads.orderBy('comment.created_at', direction);
  // The page is counted off in the index; only its own rows are read whole.
  const ids = (await sorted.orderBy('comment.id', direction).limit(PAGE_OF_THREADS).offset(offset).execute()).map(
    ({ id }) => id,
  );
  if (ids.length === 0) return [];
  const rows = new Map(
    (await selectLines(store.read).where('comment.id', 'in', ids).execute()).map((row) => [row.id, row]),
  );
  return ids.flatMap((id) => rows.get(id) ?? []);
}

async function oneHead(store: Store, storyId: number, id: number): Promise<LineRow[]> {
  return selectLines(store.read)
    .where('comment.id', '=', id)
    .where('comment.story_id', '=', storyId)
    .where(isShown)
    .where(isHead)
    .execute();
}

/** The first answers of each thread: short threads in one query, long ones each cut off by itself. */
async function firstAnswers(store: Store, heads: readonly LineRow[]): Promise<LineRow[]> {
  const short = heads.filter(({ replies }) => replies > 0 && replies <= ANSWERS_SHOWN).map(({ id }) => id);
  const long = heads.filter(({ replies }) => replies > ANSWERS_SHOWN);
  const together =
    short.length === 0
      ? []
      : await selectLines(store.read)
          .where('comment.root_id', 'in', short)
          .where(isShown)
          .where(isAnswer)
          .orderBy('comment.root_id')
          .orderBy('comment.branch_id')
          .orderBy('comment.id')
          .limit(MOST_ANSWERS)
          .execute();
  const each = await Promise.all(long.map(({ id }) => answersOf(store, id, { limit: ANSWERS_SHOWN, offset: 0 })));
  return [...together, ...each.flat()];
}

async function answersOf(
  store: Store,
  rootId: number,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<LineRow[]> {
  return selectLines(store.read)
    .where('comment.root_id', '=', rootId)
    .where(isShown)
    .where(isAnswer)
    .orderBy('comment.branch_id')
    .orderBy('comment.id')
    .limit(limit)
    .offset(offset)
    .execute();
}

/** The reader's own comments that nobody else sees, latest first. */
async function ownWaiting(store: Store, storyId: number, readerId: number): Promise<LineRow[]> {
  return selectLines(store.read)
    .where('comment.reader_id', '=', readerId)
    .where('comment.story_id', '=', storyId)
    .where('comment.state', 'in', ['pending', 'held'])
    .where('comment.shown', '=', 0)
    .orderBy('comment.id', 'desc')
    .limit(MOST_OWN)
    .execute();
}

async function respectedBy(
  store: Store,
  readerId: number | undefined,
  rows: readonly LineRow[],
): Promise<ReadonlySet<number>> {
  const ids = rows.filter(({ respects }) => respects > 0).map(({ id }) => id);
  if (readerId === undefined || ids.length === 0) return new Set();
  const found = await store.read
    .selectFrom('comment_respect')
    .select('comment_id')
    .where('reader_id', '=', readerId)
    .where('comment_id', 'in', ids)
    .execute();
  return new Set(found.map((row) => row.comment_id));
}
