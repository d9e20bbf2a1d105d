import type { CommentState, Reason } from '../../story/discussion/comment.ts';
import { commentsWithDecision } from '../discussion/comments-with-decision.ts';
import type { Store } from '../store.ts';

/** A comment as it stands in a queue. Times are ISO 8601, UTC. */
export type QueueItem = {
  readonly id: number;
  readonly name: string;
  readonly fullName: string;
  readonly text: string;
  readonly state: CommentState;
  readonly createdAt: string;
  readonly story: { readonly id: number; readonly slug: string; readonly headline: string };
  readonly parent?: { readonly id: number; readonly name: string; readonly text: string };
  readonly readerId: number;
  readonly reports: number;
  /** An editor's pick. */
  readonly picked: boolean;
  /** The last decision: its number, reasons and by whom. */
  readonly decision: {
    readonly id: number;
    readonly reasons: readonly Reason[];
    readonly by: string;
    readonly at: string;
    readonly person: boolean;
  };
  /** Who has it open now. */
  readonly open?: { readonly staffId: string; readonly name: string };
};

/** Comments with what a queue shows of them: narrow it, order it, then `toItem` each row. */
export function selectItems(db: Store['read'], now: Date) {
  return commentsWithDecision(db)
    .leftJoin('comment as parent', 'parent.id', 'comment.parent_id')
    .leftJoin('comment_lease', (join) =>
      join.onRef('comment_lease.comment_id', '=', 'comment.id').on('comment_lease.until', '>', now.toISOString()),
    )
    .select([
      'comment.id',
      'comment.name',
      'comment.full_name as fullName',
      'comment.text',
      'comment.state',
      'comment.created_at as createdAt',
      'comment.reader_id as readerId',
      'comment.reports',
      'comment.picked_at as pickedAt',
      'story.id as storyId',
      'story.slug',
      'story_version.headline',
      'parent.id as parentId',
      'parent.name as parentName',
      'parent.text as parentText',
      'last.id as decisionId',
      'last.reasons',
      'last.by_whom as by',
      'last.at',
      'last.staff_id as staffId',
      'comment_lease.staff_id as openId',
      'comment_lease.staff_name as openName',
    ]);
}

type ItemRow = Awaited<ReturnType<ReturnType<typeof selectItems>['execute']>>[number];

export function toItem(row: ItemRow): QueueItem {
  const { id, name, fullName, text, state, createdAt, readerId, reports } = row;
  return {
    ...{ id, name, fullName, text, state, createdAt, readerId, reports },
    picked: row.pickedAt !== null,
    story: { id: row.storyId, slug: row.slug, headline: row.headline },
    ...(row.parentId !== null && {
      parent: { id: row.parentId, name: row.parentName ?? '', text: row.parentText ?? '' },
    }),
    decision: {
      id: row.decisionId,
      reasons: JSON.parse(row.reasons),
      by: row.by,
      at: row.at,
      person: row.staffId !== null,
    },
    ...(row.openId !== null && { open: { staffId: row.openId, name: row.openName ?? '' } }),
  };
}
