import type { Comment, Problem, Reason, Submission } from '../story/comment.ts';
import type { ReaderRecord } from '../story/moderation.ts';

/** What a phase may look at besides the submission. Gathered before, so that a phase asks nobody. */
export type Context = {
  /** What this reader wrote lately, newest first. */
  readonly recent: readonly Comment[];
  /** What moderators think of the reader and her comments; absent for one who has never written. */
  readonly record?: ReaderRecord;
};

/**
 * What a phase has to say; nothing when it has no objection.
 * `refuse` gives the words back to the reader, who is told `problem`; `hold` stops them until a person decides;
 * `note` only tells the moderator.
 */
export type Verdict =
  | { readonly kind: 'refuse'; readonly reason: Reason; readonly problem: Problem }
  | { readonly kind: 'hold'; readonly reason: Reason }
  | { readonly kind: 'note'; readonly reason: Reason };

/** One rule about comments: a pure function. It must not throw; if it does, the comment is held. */
export type Phase = (submission: Submission, context: Context) => Verdict | undefined;

/** What all phases together say. `problems` are for the reader, `reasons` for the newsroom. */
export type Decision = {
  readonly state: 'pending' | 'held' | 'refused';
  readonly reasons: readonly Reason[];
  readonly problems: readonly Problem[];
};
