import { sql } from 'kysely';
import type { DiscussionLine } from '../../story/discussion/discussion.ts';
import type { Store } from '../store.ts';

/** Comments with what their lines show, and the name of whom they answer where that is seen. */
export function selectLines(db: Store['read']) {
  return db
    .selectFrom('comment')
    .leftJoin('comment as parent', (join) => join.onRef('parent.id', '=', 'comment.parent_id'))
    .select([
      'comment.id',
      'comment.root_id as rootId',
      'comment.branch_id as branchId',
      'comment.parent_id as parentId',
      'comment.reader_id as readerId',
      'comment.name',
      'comment.text',
      'comment.state',
      'comment.created_at as createdAt',
      'comment.edited_at as editedAt',
      'comment.deleted_at as deletedAt',
      'comment.picked_at as pickedAt',
      'comment.respects',
      'comment.replies',
      'parent.name as parentName',
      'parent.state as parentState',
    ]);
}

export type LineRow = Awaited<ReturnType<ReturnType<typeof selectLines>['execute']>>[number];

/** Only what is shown. @NOTE Written out and not bound: SQLite takes a partial index only for a condition that it can read. */
export const isShown = sql<boolean>`comment.shown = 1`;
export const isHead = sql<boolean>`comment.root_id is null`;
export const isAnswer = sql<boolean>`comment.root_id is not null`;

/** Who reads: her own words are hers also while they wait, and her respect is marked. */
export type Reading = {
  readonly readerId: number | undefined;
  readonly respected: ReadonlySet<number>;
  /** Readers who are staff, and those whom she has muted. */
  readonly staff: ReadonlySet<number>;
  readonly muted: ReadonlySet<number>;
};

/** A row as the reader sees it. */
export function lineOf(row: LineRow, { readerId, respected, staff, muted }: Reading): DiscussionLine {
  const place = {
    id: row.id,
    depth: row.rootId === null ? 0 : row.branchId === row.id ? 1 : 2,
    createdAt: row.createdAt,
    ...(row.parentId !== null && {
      parent: {
        id: row.parentId,
        ...(row.parentState === 'approved' && row.parentName !== null && { name: row.parentName }),
      },
    }),
  } as const;
  const own = row.readerId === readerId;
  const { state } = row;
  if (state === 'approved' || (own && (state === 'pending' || state === 'held'))) {
    return {
      ...place,
      kind: 'comment',
      name: row.name,
      text: row.text,
      state,
      respects: row.respects,
      ...(row.editedAt !== null && { editedAt: row.editedAt }),
      picked: row.pickedAt !== null,
      ...(staff.has(row.readerId) && { staff: true }),
      ...(muted.has(row.readerId) && { muted: true }),
      own,
      respected: respected.has(row.id),
    };
  }
  const why = row.deletedAt !== null ? 'deleted' : state === 'removed' || state === 'refused' ? 'removed' : 'held';
  return { ...place, kind: 'gone', why };
}

/** Reading order inside a thread: branch by branch, each in the order of time. */
export const byPlace = (one: LineRow, other: LineRow): number =>
  (one.branchId ?? 0) - (other.branchId ?? 0) || one.id - other.id;
