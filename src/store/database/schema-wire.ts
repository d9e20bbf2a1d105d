import type { Generated } from 'kysely';
import type { Flag, Json, Time } from './columns.ts';

/** Who sends copy, under which contract, and how it comes. */
type SourceTable = {
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
type SourceStateTable = {
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
type SourceMemoryTable = { source_id: number; key: string; value: string; at: Time };

/** Every file as it came. `refusal` is set when nothing could be read from it. */
type WireItemTable = {
  id: Generated<number>;
  source_id: number;
  sha256: string;
  name: string;
  format: string;
  bytes: Uint8Array;
  refusal: Json | null;
  received_at: Time;
};

/**
 * What one item says of another: that it takes its place, or orders it killed or withheld. Remembered by guid, because the
 * other may come later. A withhold ends when the newest version of the item no longer says it.
 */
type ItemReferenceTable = {
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
type WordNoticeTable = { story_version_id: number; source_id: number; words: string; at: Time };

/** What a story tells, as marks with weights (`EventMarks`), and when its agency first told it. */
type TellingTable = { story_id: number; story_version_id: number; at: Time; language: string; marks: Json };

/** The marks again, one a row, to look candidates up by. */
type TellingMarkTable = { mark: string; at: Time; story_id: number };

/** Two stories that were found to tell the same event; `story_id` is the smaller id. */
type SameEventTable = { story_id: number; other_id: number };

/** What editors say of a grouping; append-only. `other_id` belongs to `join`. */
type GroupingEventTable = {
  id: Generated<number>;
  kind: 'apart' | 'join';
  story_id: number;
  other_id: number | null;
  by_whom: string | null;
  at: Time;
};

export type WireTables = {
  source: SourceTable;
  source_state: SourceStateTable;
  source_memory: SourceMemoryTable;
  wire_item: WireItemTable;
  item_reference: ItemReferenceTable;
  word_notice: WordNoticeTable;
  telling: TellingTable;
  telling_mark: TellingMarkTable;
  same_event: SameEventTable;
  grouping_event: GroupingEventTable;
};
