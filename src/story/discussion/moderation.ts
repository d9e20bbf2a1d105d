import type { CommentState, Reason, Scores } from './comment.ts';

/** Who decides at the desk, as records name her. */
export type Moderator = { readonly id: string; readonly name: string };

/** What a moderator does with a comment. `remove` takes it from readers, or refuses what they never saw. */
export type DeskAction = 'approve' | 'remove' | 'hold';

/** Whether a reader's words come in as anybody's. `muted`: they are held; `banned`: they are refused. */
export type Standing = {
  readonly kind: 'good' | 'muted' | 'banned';
  /** ISO 8601, UTC; without it, until somebody restores her. */
  readonly until?: string;
  /** What she is told. */
  readonly reason?: string;
};

/** What moderators have thought of a reader's comments so far. */
export type ReaderRecord = {
  readonly readerId: number;
  readonly standing: Standing;
  readonly approved: number;
  /** Removed or refused by a person or by the rules. */
  readonly stopped: number;
  readonly waiting: number;
};

/** A decision about a comment in the log, or one about a reader. Times are ISO 8601, UTC. */
export type LoggedDecision = {
  readonly at: string;
  readonly by: string;
  /** False for a rule's decision. */
  readonly person: boolean;
  readonly reasons: readonly Reason[];
} & (
  | {
      readonly kind: 'comment';
      readonly id: number;
      readonly commentId: number;
      readonly state: CommentState;
      /** What a rule decided by. */
      readonly scores?: Scores;
      readonly undoes?: number;
      readonly appeal?: number;
      readonly slug: string;
      readonly name: string;
    }
  | {
      readonly kind: 'reader';
      readonly id: number;
      readonly readerId: number;
      readonly state: 'mute' | 'ban' | 'restore';
      readonly until?: string;
    }
);

/** What moderators may tell a reader, as it stands now. */
export type CannedReason = {
  readonly code: string;
  /** For moderators. */
  readonly title: string;
  /** For the reader. */
  readonly message: string;
};
