import type { Generated } from 'kysely';
import type { CommentState, ReportReason } from '../../story/discussion/comment.ts';
import type { Flag, Json, Time } from './columns.ts';

type CommentTable = {
  id: Generated<number>;
  story_id: number;
  parent_id: number | null;
  reader_id: number;
  full_name: string;
  name: string;
  text: string;
  state: CommentState;
  created_at: Time;
  /** The comment that heads the thread; null for that comment itself. */
  root_id: number | null;
  /** The direct answer to the head under which this one stands, or this one itself; null for the head. Threads are read by it and the id. */
  branch_id: number | null;
  /** 1 when readers see it: approved, or standing in for one that is gone and has answers. */
  shown: Generated<Flag>;
  /** Of the head: approved answers in its thread. */
  replies: Generated<number>;
  /** Rows of `comment_respect` and of `comment_report` (corrections aside) since a person last decided. */
  respects: Generated<number>;
  reports: Generated<number>;
  picked_at: Time | null;
  /** Of the head: when a comment of its thread was last picked by an editor, or empty. */
  thread_picked_at: Generated<Time>;
  edited_at: Time | null;
  /** When its own reader took it back. */
  deleted_at: Time | null;
  /** The least of the numbers of its runs of words (`text/word-runs.ts`), by which comments that say the same are found. */
  sketch: number | null;
};

/** What a comment said before it was edited; append-only. */
type CommentVersionTable = { comment_id: number; number: number; text: string; replaced_at: Time };

/** One reader's respect for one comment. */
type CommentRespectTable = { comment_id: number; reader_id: number; at: Time };

/** One reader's report of one comment; append-only. */
type CommentReportTable = {
  id: Generated<number>;
  comment_id: number;
  reader_id: number;
  reason: ReportReason;
  words: string;
  at: Time;
};

/** A reader says that a sentence of the copy is wrong. `starts` and `ends` are places in the text of that version. */
type CorrectionNoteTable = {
  id: Generated<number>;
  story_id: number;
  story_version_id: number;
  starts: number;
  ends: number;
  sentence: string;
  words: string;
  comment_id: number | null;
  reader_id: number | null;
  at: Time;
  settled_at: Time | null;
  settled_by: string | null;
  outcome: string | null;
};

/** Somebody opened or closed a discussion; the last one counts. Append-only. */
type DiscussionEventTable = {
  id: Generated<number>;
  story_id: number;
  kind: 'open' | 'close';
  by_whom: string;
  at: Time;
};

/**
 * How busy a source is: `shares` has the moment, in milliseconds, to which what it did of each share lasts, `full_at` the last of
 * them. Also the proofs of work that were spent, without shares.
 */
type PaceTable = { key: string; full_at: number; shares: Generated<Json> };

/** Every decision about a comment, with its reasons and by whom; append-only. */
type CommentEventTable = {
  id: Generated<number>;
  comment_id: number;
  state: CommentState;
  reasons: Json;
  /** The three judgements that the rules decided by (`Scores`); empty where a person decided or nobody could judge. */
  scores: Json | null;
  by_whom: string;
  at: Time;
  /** Who decided, when it was a person signed in at the desk. */
  staff_id: string | null;
  /** The same for all decisions of one press of a button: what is undone together. */
  batch: string | null;
  /** The decision that this one takes back. */
  undoes_id: number | null;
  /** The appeal that this one answers. */
  appeal_id: number | null;
};

/** Who has a comment open at the desk, for so long. */
type CommentLeaseTable = { comment_id: number; staff_id: string; staff_name: string; until: Time };

/** A reader asks for another look at the decision `event_id`; answered by the event that names it. Append-only. */
type AppealTable = { id: Generated<number>; comment_id: number; event_id: number; words: string; at: Time };

/** What moderators tell readers. Never changed: a new row with the same code takes the place of the one it retires. */
type CannedReasonTable = {
  id: Generated<number>;
  code: string;
  position: number;
  /** For moderators. */
  title: string;
  /** For the reader. */
  message: string;
  by_whom: string;
  at: Time;
  retired_at: Time | null;
};

/** What was decided about a reader; the last one counts, until its end. Append-only. */
type ReaderEventTable = {
  id: Generated<number>;
  reader_id: number;
  kind: 'mute' | 'ban' | 'restore';
  until: Time | null;
  reason: string;
  staff_id: string | null;
  by_whom: string;
  at: Time;
};

export type DiscussionTables = {
  comment: CommentTable;
  comment_version: CommentVersionTable;
  comment_respect: CommentRespectTable;
  comment_report: CommentReportTable;
  correction_note: CorrectionNoteTable;
  discussion_event: DiscussionEventTable;
  pace: PaceTable;
  comment_event: CommentEventTable;
  comment_lease: CommentLeaseTable;
  appeal: AppealTable;
  canned_reason: CannedReasonTable;
  reader_event: ReaderEventTable;
};
