import type { Generated } from 'kysely';
import type { PubStatus } from '../../story/copy.ts';
import type { CommentState, ReportReason } from '../../story/discussion/comment.ts';
import type { QuotationKind } from '../../story/quotation.ts';
import type { StoryAction } from '../../story/status.ts';
import type { StoryState } from '../../story/story.ts';
import type { AccountTables } from './schema-accounts.ts';
import type { OthersTables } from './schema-others.ts';

/** ISO 8601 in UTC with milliseconds, so that text order is the order of time. */
type Time = string;
/** JSON as text: `jsonb` would refuse the NUL characters that a broken wire may send. */
type Json = string;
/** 0 or 1: SQLite has no booleans. */
type Flag = number;

/** Who sends copy, under which contract, and how it comes. */
export type SourceTable = {
  id: Generated<number>;
  name: string;
  /** `SourceProfile`; null where nothing was agreed. */
  profile: Json | null;
  /** `Transport`, without secrets; null for a source whose files people bring. */
  transport: Json | null;
  every_seconds: Generated<number>;
  /** Of the key with which it pushes; the key itself is kept nowhere. */
  key_sha256: string | null;
  paused: Generated<Flag>;
  /** The last story that was settled anew after a change of the contract; null when all are. */
  settled_to: number | null;
};

/** How a source has fared. `received` and the two after it count files; a claim keeps other machines from asking it at the same time. */
export type SourceStateTable = {
  source_id: number;
  last_tried: Time | null;
  last_success: Time | null;
  last_error: string | null;
  last_error_at: Time | null;
  /** Rounds that failed since the last success. */
  failures: Generated<number>;
  next_try: Time | null;
  received: Generated<number>;
  duplicates: Generated<number>;
  refused: Generated<number>;
  claimed_by: string | null;
  claimed_until: Time | null;
};

/** What a transport remembers between its rounds, such as an ETag. */
export type SourceMemoryTable = { source_id: number; key: string; value: string; at: Time };

/** Every file as it came. `refusal` is set when nothing could be read from it. */
export type WireItemTable = {
  id: Generated<number>;
  source_id: number;
  sha256: string;
  name: string;
  format: string;
  bytes: Uint8Array;
  refusal: Json | null;
  received_at: Time;
};

/** One row per address. The columns below `received_at` are derived from versions and events: only `settle-story.ts` writes them. */
export type StoryTable = {
  id: Generated<number>;
  source_id: number;
  guid: string;
  slug: string;
  received_at: Time;
  state: StoryState;
  reason: string | null;
  notice: string | null;
  embargoed_until: Time | null;
  published_at: Time | null;
  updated_at: Time | null;
  corrected_at: Time | null;
  killed_at: Time | null;
  /** From when readers may see it, or null while they may not: `isLive` as a column. */
  visible_from: Time | null;
  /** When the licence ends and readers may see it no more, or null. */
  visible_until: Time | null;
  newest_version_id: number | null;
  shown_version_id: number | null;
  needs_furniture: Flag;
  /** The stories that tell the same event share it: the smallest of their ids, or null. Only `same-event.ts` writes it. */
  event_group: number | null;
};

/** What a story tells, as marks with weights (`EventMarks`), and when its agency first told it. */
export type TellingTable = { story_id: number; story_version_id: number; at: Time; language: string; marks: Json };

/** The marks again, one a row, to look candidates up by. */
export type TellingMarkTable = { mark: string; at: Time; story_id: number };

/** Two stories that were found to tell the same event; `story_id` is the smaller id. */
export type SameEventTable = { story_id: number; other_id: number };

/** What editors say of a grouping; append-only. `other_id` belongs to `join`. */
export type GroupingEventTable = {
  id: Generated<number>;
  kind: 'apart' | 'join';
  story_id: number;
  other_id: number | null;
  by_whom: string | null;
  at: Time;
};

/** Every guid by which an agency has meant a story; `replaced` ones were succeeded by another. */
export type StoryGuidTable = { source_id: number; guid: string; story_id: number; replaced: Flag };

/** Every version of the copy; append-only but for the note that it is furnished. Columns after `copy` repeat it for lists. */
export type StoryVersionTable = {
  id: Generated<number>;
  story_id: number;
  number: number;
  wire_item_id: number;
  guid: string;
  sha256: string;
  copy: Json;
  headline: string;
  section: string | null;
  section_key: string | null;
  language: string | null;
  dateline: string | null;
  credit_line: string | null;
  pub_status: PubStatus;
  embargoed_until: string | null;
  /** When the item says that the licence for it ends: ISO 8601, or `unreadable`. */
  licence_ends: string | null;
  agency_version: string | null;
  version_created: string | null;
  correction: Flag;
  correction_note: string | null;
  kill_words: string | null;
  /** It has a headline at most, or orders the story away in words: it never takes the place of a version that readers can read. */
  wordless: Generated<Flag>;
  received_at: Time;
  reading_minutes: number | null;
  furnished_at: Time | null;
  /** The version of the checks that sealed the furniture. */
  checks: string | null;
  claimed_until: Time | null;
};

/**
 * What one item says of another: that it takes its place, or orders it killed or withheld. Remembered by guid, because the
 * other may come later. A withhold ends when the newest version of the item no longer says it.
 */
export type ItemReferenceTable = {
  source_id: number;
  by_guid: string;
  guid: string;
  kind: 'replace' | 'kill' | 'withhold';
  /** What readers are told of a kill. */
  notice: string | null;
  at: Time;
  ended_at: Time | null;
};

/** All the words of an item that says "kill" in words: they may name stories that come later. */
export type WordNoticeTable = { story_version_id: number; source_id: number; words: string; at: Time };

/** The words of what readers may see (PostgreSQL; in SQLite `search` is an FTS5 table, and only `search.ts` speaks to it). */
export type SearchTable = { story_id: number; words: string };

/** What people did to a story (`hold` …) and each state that it settled in (`state`); append-only. */
export type StoryEventTable = {
  id: Generated<number>;
  story_id: number;
  kind: StoryAction['kind'] | 'state';
  state: StoryState | null;
  reason: string | null;
  notice: string | null;
  by_whom: string | null;
  at: Time;
};

export type FurnitureKind = 'displayHeadline' | 'standfirst' | 'summary' | 'keyPointsTitle' | 'keyPoint' | 'pullQuote';

/** One row per element. `speaker` belongs to the pull quote. */
export type FurnitureTable = {
  id: Generated<number>;
  story_version_id: number;
  kind: FurnitureKind;
  position: number;
  text: string;
  made_by: Json;
  evidence: Json;
  speaker: string | null;
  /** The editor who answers for it where the checks do not let it pass. */
  override: Json | null;
  /** When these words were first made; an element that a new version leaves as it was keeps its time. */
  made_at: Time | null;
};

/** What checks found: of an element's refused candidates, or of a place that stayed empty (`furniture_id` null). */
export type FindingTable = {
  id: Generated<number>;
  story_version_id: number;
  furniture_id: number | null;
  position: number;
  check_name: string;
  message: string;
  starts: number | null;
  ends: number | null;
};

/** Who said what, in one version. `text` is the copy's, from `starts` to `ends`. */
export type QuotationTable = {
  id: Generated<number>;
  story_version_id: number;
  position: number;
  kind: QuotationKind;
  starts: number;
  ends: number;
  text: string;
  speaker: Json | null;
  cue: Json | null;
  name: string | null;
  role: string | null;
  person_id: number | null;
};

/** Somebody who is quoted by name. `slug` is `slugOf` the name, so that a page can link without asking. */
export type PersonTable = { id: Generated<number>; slug: string; name: string };

/** A version that the publisher's language model is, or was, asked about. Done when `done_at` is set; `outcome` says how it went. */
export type ModelAskTable = {
  story_version_id: number;
  tries: number;
  /** Until then nobody else asks: a worker is at it, or the endpoint was out of reach. */
  claimed_until: Time | null;
  done_at: Time | null;
  outcome: ModelOutcome | null;
};

/** `taken`: words of the model are on the page; `refused`: none passed; `unusable`: no answer to work with; `edited`: an editor was first. */
export type ModelOutcome = 'taken' | 'refused' | 'unusable' | 'edited' | 'outdated';

export type PictureTable = {
  id: Generated<number>;
  story_version_id: number;
  position: number;
  href: string;
  caption: string | null;
  credit: string | null;
};

export type CommentTable = {
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
};

/** What a comment said before it was edited; append-only. */
export type CommentVersionTable = { comment_id: number; number: number; text: string; replaced_at: Time };

/** One reader's respect for one comment. */
export type CommentRespectTable = { comment_id: number; reader_id: number; at: Time };

/** One reader's report of one comment; append-only. */
export type CommentReportTable = {
  id: Generated<number>;
  comment_id: number;
  reader_id: number;
  reason: ReportReason;
  words: string;
  at: Time;
};

/** A reader says that a sentence of the copy is wrong. `starts` and `ends` are places in the text of that version. */
export type CorrectionNoteTable = {
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
export type DiscussionEventTable = {
  id: Generated<number>;
  story_id: number;
  kind: 'open' | 'close';
  by_whom: string;
  at: Time;
};

/** How busy a source is: `full_at` is the moment, in milliseconds, to which what it did lasts. Also the proofs of work that were spent. */
export type PaceTable = { key: string; full_at: number };

/** Every decision about a comment, with its reasons and by whom; append-only. */
export type CommentEventTable = {
  id: Generated<number>;
  comment_id: number;
  state: CommentState;
  reasons: Json;
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
export type CommentLeaseTable = { comment_id: number; staff_id: string; staff_name: string; until: Time };

/** A reader asks for another look at the decision `event_id`; answered by the event that names it. Append-only. */
export type AppealTable = { id: Generated<number>; comment_id: number; event_id: number; words: string; at: Time };

/** What moderators tell readers. Never changed: a new row with the same code takes the place of the one it retires. */
export type CannedReasonTable = {
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
export type ReaderEventTable = {
  id: Generated<number>;
  reader_id: number;
  kind: 'mute' | 'ban' | 'restore';
  until: Time | null;
  reason: string;
  staff_id: string | null;
  by_whom: string;
  at: Time;
};

export type SettingTable = { key: string; value: Json };

export type MigrationTable = { name: string; at: Time };

export type Database = OthersTables &
  AccountTables & {
    source: SourceTable;
    source_state: SourceStateTable;
    source_memory: SourceMemoryTable;
    wire_item: WireItemTable;
    story: StoryTable;
    story_guid: StoryGuidTable;
    story_version: StoryVersionTable;
    story_event: StoryEventTable;
    furniture: FurnitureTable;
    finding: FindingTable;
    quotation: QuotationTable;
    person: PersonTable;
    model_ask: ModelAskTable;
    picture: PictureTable;
    comment: CommentTable;
    comment_event: CommentEventTable;
    comment_version: CommentVersionTable;
    comment_respect: CommentRespectTable;
    comment_report: CommentReportTable;
    correction_note: CorrectionNoteTable;
    discussion_event: DiscussionEventTable;
    pace: PaceTable;
    comment_lease: CommentLeaseTable;
    appeal: AppealTable;
    canned_reason: CannedReasonTable;
    reader_event: ReaderEventTable;
    setting: SettingTable;
    item_reference: ItemReferenceTable;
    word_notice: WordNoticeTable;
    search: SearchTable;
    telling: TellingTable;
    telling_mark: TellingMarkTable;
    same_event: SameEventTable;
    grouping_event: GroupingEventTable;
    migration: MigrationTable;
  };
