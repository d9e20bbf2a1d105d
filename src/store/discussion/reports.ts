import type { Comment, ReportReason } from '../../story/discussion/comment.ts';
import { storable } from '../database/storable.ts';
import { findOrAddReader } from '../readers.ts';
import type { Store, Tx } from '../store.ts';
import { keepCorrection, type NamedSentence } from './correction-notes.ts';
import { type Pace, takePace } from './pace.ts';
import { setState } from './set-state.ts';
import { lockComment } from './thread-upkeep.ts';

/**
 * So many readers' reports take a comment from the page until a person has looked: one may be mistaken, and two may be
 * friends. A correction does not count: it speaks of the story.
 */
export const REPORTS_TO_HOLD = 3;

export type Report = {
  readonly id: number;
  readonly readerToken: string;
  readonly reason: ReportReason;
  readonly words: string;
  /** Of a correction: the sentence that is wrong. */
  readonly sentence?: NamedSentence;
  readonly paces: readonly Pace[];
  readonly now: Date;
};

/** `again`: this reader has reported this comment before. `gone`: readers do not see it. `no-sentence`: the one named is not in the story. */
export type Reported =
  | { readonly kind: 'done' | 'again' | 'gone' | 'no-sentence' }
  | { readonly kind: 'wait'; readonly seconds: number };

/** Keeps what a reader reports of a comment, once for each reader. `not-found` without the comment. */
export async function reportComment(store: Store, report: Report): Promise<Reported> {
  const { id, now, reason } = report;
  return store.write(async (tx): Promise<Reported> => {
    const comment = await lockComment(tx, id);
    if (comment.state !== 'approved') return { kind: 'gone' };
    const readerId = await findOrAddReader(tx, report.readerToken, now);
    if (await hasReported(tx, id, readerId)) return { kind: 'again' };
    const seconds = await takePace(tx, report.paces, now);
    if (seconds !== undefined) return { kind: 'wait', seconds };
    const words = storable(report.words);
    if (reason === 'correction') {
      const note = { storyId: comment.storyId, sentence: report.sentence, words, commentId: id, readerId, now };
      if (!(await keepCorrection(tx, note))) return { kind: 'no-sentence' };
    }
    await tx.db
      .insertInto('comment_report')
      .values({ comment_id: id, reader_id: readerId, reason, words, at: now.toISOString() })
      .execute();
    if (reason === 'correction') return { kind: 'done' };
    const { reports } = await tx.db
      .updateTable('comment')
      .set((row) => ({ reports: row('reports', '+', 1) }))
      .where('id', '=', id)
      .returning('reports')
      .executeTakeFirstOrThrow();
    if (reports >= REPORTS_TO_HOLD) {
      const reasons = [{ code: 'reported', message: `${reports} readers reported it.` }];
      await setState(tx, comment, { state: 'held', by: 'readers', reasons, now });
    }
    return { kind: 'done' };
  });
}

async function hasReported(tx: Tx, commentId: number, readerId: number): Promise<boolean> {
  const found = await tx.db
    .selectFrom('comment_report')
    .select('id')
    .where('comment_id', '=', commentId)
    .where('reader_id', '=', readerId)
    .executeTakeFirst();
  return found !== undefined;
}

/** A comment that readers reported since a person last decided about it, with every report, the latest first. */
export type ReportedComment = Pick<Comment, 'id' | 'name' | 'text' | 'state' | 'createdAt'> & {
  readonly slug: string;
  readonly reports: readonly { readonly reason: ReportReason; readonly words: string; readonly at: string }[];
};

/** What readers reported, the most reported first. */
export async function listReported(store: Store, { limit }: { readonly limit: number }): Promise<ReportedComment[]> {
  const comments = await store.read
    .selectFrom('comment')
    .innerJoin('story', 'story.id', 'comment.story_id')
    .select([
      'comment.id',
      'comment.name',
      'comment.text',
      'comment.state',
      'comment.created_at as createdAt',
      'story.slug',
    ])
    .where('comment.reports', '>', 0)
    .orderBy('comment.reports', 'desc')
    .orderBy('comment.id')
    .limit(limit)
    .execute();
  const ids = comments.map(({ id }) => id);
  const rows =
    ids.length === 0
      ? []
      : await store.read
          .selectFrom('comment_report')
          .select(['comment_id', 'reason', 'words', 'at'])
          .where('comment_id', 'in', ids)
          .where('reason', '<>', 'correction')
          .orderBy('id', 'desc')
          .execute();
  const reports = Map.groupBy(rows, (row) => row.comment_id);
  return comments.map((comment) => ({
    ...comment,
    reports: (reports.get(comment.id) ?? []).map(({ reason, words, at }) => ({ reason, words, at })),
  }));
}
