import { ANSWERS_SHOWN, PAGE_OF_ANSWERS, PAGE_OF_THREADS } from '../../story/discussion/discussion.ts';
import { type Places, prepare } from '../database/prepared.ts';
import type { Store } from '../store.ts';
import { isAnswer, isHead, isShown } from './thread-rows.ts';

/** Where readers find a comment: its story, the page of the discussion (newest first), and the thread when it is only seen there. */
export type CommentPlace = { readonly slug: string; readonly page: number; readonly thread?: number };

/**
 * The place of a comment in a discussion, undefined without the comment. One that waits is where it would be seen: its own
 * reader comes by here after she sent it.
 */
export async function findPlace(store: Store, id: number): Promise<CommentPlace | undefined> {
  const [found] = await placed(store.read, { id });
  if (!found) return undefined;
  const { slug, rootId } = found;
  if (rootId === null) return { slug, page: found.shown === 1 ? await pageOf(store, id) : 1 };
  const before = await answersBefore(store, { rootId, branchId: found.branchId ?? id, id });
  if (before >= ANSWERS_SHOWN && found.shown === 1) {
    return { slug, page: Math.floor(before / PAGE_OF_ANSWERS) + 1, thread: rootId };
  }
  return { slug, page: await pageOf(store, rootId) };
}

/** The page on which a thread stands, newest first. */
async function pageOf(store: Store, rootId: number): Promise<number> {
  const [heads] = await headsBefore(store.read, { root: rootId });
  return Math.floor((heads?.count ?? 0) / PAGE_OF_THREADS) + 1;
}

/** How many answers of the thread come before this one. */
async function answersBefore(
  store: Store,
  { rootId, branchId, id }: { readonly rootId: number; readonly branchId: number; readonly id: number },
): Promise<number> {
  const [answers] = await answersAbove(store.read, { root: rootId, branch: branchId, id });
  return answers?.count ?? 0;
}

const placed = prepare((db, at: Places<{ id: number }>) =>
  db
    .selectFrom('comment')
    .innerJoin('story', 'story.id', 'comment.story_id')
    .select(['comment.id', 'comment.root_id as rootId', 'comment.branch_id as branchId', 'comment.shown', 'story.slug'])
    .where('comment.id', '=', at.id),
);

const headsBefore = prepare((db, at: Places<{ root: number }>) =>
  db
    .selectFrom('comment')
    .innerJoin('comment as head', (join) => join.on('head.id', '=', at.root))
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .whereRef('comment.story_id', '=', 'head.story_id')
    .where(isShown)
    .where(isHead)
    .where((one) =>
      one.or([
        one('comment.created_at', '>', one.ref('head.created_at')),
        one.and([one('comment.created_at', '=', one.ref('head.created_at')), one('comment.id', '>', at.root)]),
      ]),
    ),
);

const answersAbove = prepare((db, at: Places<{ root: number; branch: number; id: number }>) =>
  db
    .selectFrom('comment')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('comment.root_id', '=', at.root)
    .where(isShown)
    .where(isAnswer)
    .where((one) =>
      one.or([
        one('comment.branch_id', '<', at.branch),
        one.and([one('comment.branch_id', '=', at.branch), one('comment.id', '<', at.id)]),
      ]),
    ),
);
