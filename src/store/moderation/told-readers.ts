import type { CommentState, Reason } from '../../story/discussion/comment.ts';
import { findReader } from '../readers.ts';
import type { Store } from '../store.ts';
import { isUnanswered } from './conditions.ts';

/** What a reader is told of a comment of her own that others do not see. */
export type Told = {
  readonly commentId: number;
  readonly text: string;
  readonly state: Extract<CommentState, 'held' | 'refused' | 'removed'>;
  readonly at: string;
  /** What a moderator told her; nothing from the rules, whose reasons are written for moderators. */
  readonly reasons: readonly Reason[];
  /** `open`: she may ask for another look; `asked`: somebody will look; `final`: somebody has. */
  readonly appeal: 'open' | 'asked' | 'final' | 'none';
};

const MOST_TOLD = 20;

/**
 * What moderators decided against this reader's comments under a story, latest first. What only a rule decided is not
 * among it: a program that walked into the trap is told nothing.
 */
export async function listTold(
  store: Pick<Store, 'read'>,
  { storyId, readerToken }: { readonly storyId: number; readonly readerToken: string },
): Promise<Told[]> {
  const readerId = await findReader(store, readerToken);
  if (readerId === undefined) return [];
  const rows = await store.read
    .selectFrom('comment')
    .innerJoin('comment_event as last', (join) =>
      join.on('last.id', '=', (event) =>
        event
          .selectFrom('comment_event as latest')
          .select(({ fn }) => fn.max('latest.id').as('id'))
          .whereRef('latest.comment_id', '=', 'comment.id'),
      ),
    )
    .select((one) => [
      'comment.id as commentId',
      'comment.text',
      'comment.state',
      'last.at',
      'last.reasons',
      one
        .selectFrom('appeal')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('appeal.comment_id', '=', 'comment.id')
        .$asScalar()
        .$notNull()
        .as('appeals'),
      one
        .selectFrom('appeal')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('appeal.comment_id', '=', 'comment.id')
        .where(isUnanswered())
        .$asScalar()
        .$notNull()
        .as('waiting'),
    ])
    .where('comment.reader_id', '=', readerId)
    .where('comment.story_id', '=', storyId)
    .where('comment.state', 'in', ['held', 'refused', 'removed'])
    .where('comment.deleted_at', 'is', null)
    .where((one) => one.or([one('last.staff_id', 'is not', null), one('last.by_whom', '=', 'command line')]))
    .orderBy('comment.id', 'desc')
    .limit(MOST_TOLD)
    .execute();
  return rows.map(({ appeals, waiting, reasons, ...row }) => {
    const state = row.state as Told['state'];
    const may = state === 'held' ? 'none' : 'open';
    return { ...row, state, reasons: JSON.parse(reasons), appeal: waiting > 0 ? 'asked' : appeals > 0 ? 'final' : may };
  });
}
