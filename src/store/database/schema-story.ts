import type { Generated } from 'kysely';
import type { PubStatus } from '../../story/copy.ts';
import type { StoryAction } from '../../story/status.ts';
import type { StoryState } from '../../story/story.ts';
import type { Flag, Json, Time } from './columns.ts';

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
  /** The page elsewhere whose discussion this is; null for a story of ours. Such a one is in no list, feed, map or search. */
  page_url: string | null;
  /** The stories that tell the same event share it: the smallest of their ids, or null. Only `same-event.ts` writes it. */
  event_group: number | null;
};

/** Every guid by which an agency has meant a story; `replaced` ones were succeeded by another. */
type StoryGuidTable = { source_id: number; guid: string; story_id: number; replaced: Flag };

/** Every version of the copy; append-only but for the note that it is furnished. Columns after `copy` repeat it for lists. */
type StoryVersionTable = {
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

/** The words of what readers may see (PostgreSQL; in SQLite `search` is an FTS5 table, and only `search.ts` speaks to it). */
type SearchTable = { story_id: number; words: string };

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

type PictureTable = {
  id: Generated<number>;
  story_version_id: number;
  position: number;
  href: string;
  caption: string | null;
  credit: string | null;
};

export type StoryTables = {
  story: StoryTable;
  story_guid: StoryGuidTable;
  story_version: StoryVersionTable;
  search: SearchTable;
  story_event: StoryEventTable;
  picture: PictureTable;
};
