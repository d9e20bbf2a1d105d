import type { CommentState } from '../../story/discussion/comment.ts';
import type { LoggedDecision } from '../../story/discussion/moderation.ts';
import type { Store } from '../store.ts';

/** Which decisions to list. `before` is the time and number of the last one shown. */
export type LogWish = {
  readonly who?: 'people' | 'rules';
  /** The name of whoever decided. */
  readonly by?: string;
  readonly state?: CommentState;
  /** ISO 8601 times; from the first, up to but without the second. */
  readonly from?: string;
  readonly to?: string;
  readonly before?: { readonly at: string; readonly id: number };
  readonly limit: number;
};

/** Decisions about comments, latest first. */
export async function listDecisions(store: Store, wish: LogWish): Promise<LoggedDecision[]> {
  const { who, by, state, from, to, before, limit } = wish;
  let query = store.read
    .selectFrom('comment_event')
    .innerJoin('comment', 'comment.id', 'comment_event.comment_id')
    .innerJoin('story', 'story.id', 'comment.story_id')
    .select([
      'comment_event.id',
      'comment_event.comment_id as commentId',
      'comment_event.state',
      'comment_event.reasons',
      'comment_event.scores',
      'comment_event.by_whom as by',
      'comment_event.staff_id as staffId',
      'comment_event.at',
      'comment_event.undoes_id as undoes',
      'comment_event.appeal_id as appeal',
      'comment.name',
      'story.slug',
    ]);
  if (who === 'people') query = query.where('comment_event.staff_id', 'is not', null);
  if (who === 'rules') query = query.where('comment_event.staff_id', 'is', null);
  if (by !== undefined) query = query.where('comment_event.by_whom', '=', by);
  if (state !== undefined) query = query.where('comment_event.state', '=', state);
  if (from !== undefined) query = query.where('comment_event.at', '>=', from);
  if (to !== undefined) query = query.where('comment_event.at', '<', to);
  if (before) {
    query = query.where((event) =>
      event.or([
        event('comment_event.at', '<', before.at),
        event.and([event('comment_event.at', '=', before.at), event('comment_event.id', '<', before.id)]),
      ]),
    );
  }
  const rows = await query
    .orderBy('comment_event.at', 'desc')
    .orderBy('comment_event.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ reasons, scores, staffId, undoes, appeal, ...row }) => ({
    kind: 'comment',
    ...row,
    person: staffId !== null,
    reasons: JSON.parse(reasons),
    ...(scores !== null && { scores: JSON.parse(scores) }),
    ...(undoes !== null && { undoes }),
    ...(appeal !== null && { appeal }),
  }));
}

/** Decisions about readers (mutes, bans and their ends), latest first; of one reader, when her number is given. */
export async function listReaderDecisions(
  store: Store,
  { readerId, limit }: { readonly readerId?: number; readonly limit: number },
): Promise<Extract<LoggedDecision, { kind: 'reader' }>[]> {
  let query = store.read
    .selectFrom('reader_event')
    .select([
      'id',
      'reader_id as readerId',
      'kind as state',
      'until',
      'reason',
      'by_whom as by',
      'at',
      'staff_id as staffId',
    ]);
  if (readerId !== undefined) query = query.where('reader_id', '=', readerId);
  const rows = await query.orderBy('id', 'desc').limit(limit).execute();
  return rows.map(({ reason, until, staffId, ...row }) => ({
    kind: 'reader',
    ...row,
    person: staffId !== null,
    reasons: reason === '' ? [] : [{ code: row.state, message: reason }],
    ...(until !== null && { until }),
  }));
}

/** Everybody who has decided something, by name, for a filter. */
export async function listDeciders(store: Store): Promise<string[]> {
  const rows = await store.read
    .selectFrom('comment_event')
    .select('by_whom')
    .where('staff_id', 'is not', null)
    .distinct()
    .orderBy('by_whom')
    .limit(100)
    .execute();
  return rows.map((row) => row.by_whom);
}
