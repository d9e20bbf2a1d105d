/** `pending` waits for a person; `held` was stopped by a phase; `refused` never appeared; `removed` did and no longer does. */
export type CommentState = 'pending' | 'approved' | 'held' | 'refused' | 'removed';

/** Why a comment is where it is. `code` is stable for programs, `message` is for the person who reads it. */
export type Reason = {
  readonly code: string;
  readonly message: string;
  /** The places in the comment that it speaks of, in UTF-16 units. */
  readonly spans?: readonly { readonly start: number; readonly end: number }[];
};

/** A comment as readers see it. `name` is the short form ("Priya S"); the full name stays in the newsroom. */
export type Comment = {
  readonly id: number;
  readonly storyId: number;
  readonly parentId?: number;
  readonly name: string;
  readonly text: string;
  readonly state: CommentState;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
};

/** The three judgements by which the rules decided, 0 to 1, 1 is best; `topic` is null where there was nothing to be off from. */
export type Scores = { readonly respect: number; readonly topic: number | null; readonly thought: number };

/** A comment that may say the same as another one: `shared` is the share of the runs of words of either that both have, 0 to 1. */
export type Alike = Pick<Comment, 'id' | 'storyId'> & { readonly readerId: number; readonly shared: number };

/** What a reader typed, as it arrived. `readerToken` says which browser it came from, for her eyes on her own pending words. */
export type Submission = {
  readonly storyId: number;
  readonly parentId?: number;
  readonly fullName: string;
  readonly text: string;
  readonly readerToken: string;
};

/** Fewest characters of a comment, as `text/length/written-length.ts` counts them. */
export const MINIMUM_COMMENT = 50;
/** Most characters of a comment. */
export const MAXIMUM_COMMENT = 5000;
/** Most characters of a name. */
export const MAXIMUM_NAME = 80;

/** What is wrong with a field of the comment form, in words for the reader who typed it. */
export type Problem = { readonly field: 'name' | 'email' | 'text' | 'form'; readonly message: string };

/** The comment form as it is shown: what was typed before is never lost. */
export type CommentForm = {
  readonly name: string;
  /** The address that she typed, where one is asked for. */
  readonly email?: string;
  readonly text: string;
  readonly replyTo?: Pick<Comment, 'id' | 'name'>;
  readonly problems: readonly Problem[];
  /** Where she asked to see it before it is sent. */
  readonly preview?: Preview;
};

/** A comment as it would stand, before it is sent: `name` in its short form where there is one, and what would help it. */
export type Preview = {
  readonly name?: string;
  readonly text: string;
  readonly advice: readonly string[];
  /** A moderator would read it first. */
  readonly waits: boolean;
};

/** Why a reader reports a comment. `correction` is no complaint: the comment says that the story is wrong. */
export const REPORT_REASONS = [
  'insult',
  'hate',
  'threat',
  'spam',
  'off-topic',
  'private',
  'other',
  'correction',
] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];
