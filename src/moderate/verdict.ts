import type { Alike, Comment, Problem, Reason, Submission } from '../story/discussion/comment.ts';
import type { ReaderRecord } from '../story/discussion/moderation.ts';
import type { ModerationSettings } from '../story/discussion/moderation-settings.ts';
import type { Judgements } from './judgements.ts';

/** The three judgements of a comment, or why nobody could judge it. */
export type Judged =
  | { readonly kind: 'judged'; readonly judgements: Judgements }
  | { readonly kind: 'failed'; readonly why: string };

/** The publisher's rules, or why they cannot be read: then every comment waits for a person. */
export type Policy =
  | { readonly kind: 'set'; readonly settings: ModerationSettings }
  | { readonly kind: 'unreadable'; readonly why: string };

/** What a phase may look at besides the submission. Gathered before, so that a phase asks nobody. */
export type Context = {
  /** What this reader wrote lately, newest first. */
  readonly recent: readonly Comment[];
  /** What anybody wrote lately that may say the same. */
  readonly alike: readonly Alike[];
  /** What moderators think of the reader and her comments; absent for one who has never written. */
  readonly record?: ReaderRecord;
  readonly judged: Judged;
  readonly policy: Policy;
};

/**
 * What a phase has to say; nothing when it has no objection.
 * `refuse` gives the words back to the reader, who is told `problem`; `hold` stops them until a person decides;
 * `wait` lets a person see it first, with nothing held against it; `note` only tells the moderator.
 */
export type Verdict =
  | { readonly kind: 'refuse'; readonly reason: Reason; readonly problem: Problem }
  | { readonly kind: 'hold' | 'wait'; readonly reason: Reason }
  | { readonly kind: 'note'; readonly reason: Reason };

/** One rule about comments: a pure function. It must not throw; if it does, the comment is held. */
export type Phase = (submission: Submission, context: Context) => Verdict | undefined;

/** What all phases together say. `problems` are for the reader, `reasons` for the newsroom. */
export type Decision = {
  readonly state: 'approved' | 'pending' | 'held' | 'refused';
  readonly reasons: readonly Reason[];
  readonly problems: readonly Problem[];
};
