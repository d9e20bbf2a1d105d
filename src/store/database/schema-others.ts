import type { Generated } from 'kysely';
import type { Flag, Json, Time } from './columns.ts';

/** A key with which another program asks for judgements. The key itself is kept nowhere. */
type ApiKeyTable = {
  id: Generated<number>;
  /** Unique among the keys that are not removed. */
  name: string;
  key_sha256: string;
  per_second: number;
  /** Requests in a day (UTC); null for no such limit. */
  per_day: number | null;
  /** Origins whose pages may ask with this key from a browser (CORS); none by default. */
  origins: Json;
  /** 1 when it may register pages elsewhere for a discussion. */
  pages: Generated<Flag>;
  created_at: Time;
  removed_at: Time | null;
};

/** How many requests of a day are spoken for. Processes take them in blocks, before they are asked. */
type ApiKeyUseTable = { key_id: number; day: string; taken: number };

/** What a moderator elsewhere says that a comment's scores ought to be; append-only. */
type SuggestedScoreTable = {
  id: Generated<number>;
  key_id: number;
  text: string;
  context: Json | null;
  scores: Json;
  languages: Json | null;
  community_id: string | null;
  client_token: string | null;
  at: Time;
};

/** A discussion in an export. `story_id` is the story of ours that it belongs to, null while none was found. */
type ImportThreadTable = {
  source: string;
  thread: string;
  address: string | null;
  title: string | null;
  story_id: number | null;
};

/** Who wrote in an export. The e-mail address is kept as its hash alone, so that its owner can be found who shows it. */
type ImportAuthorTable = {
  source: string;
  author: string;
  name: string;
  email_sha256: string | null;
  reader_id: number | null;
};

/** A comment in an export, by its number there. `data` is emptied once it is in the discussion; `done` also marks what never comes in. */
type ImportItemTable = {
  source: string;
  item: string;
  thread: string;
  parent: string | null;
  at: Time;
  data: Json | null;
  done: Generated<Flag>;
  comment_id: number | null;
};

/** Whom to tell of what. `secret` says where the secret stands, not the secret; `ended` why it is told nothing any more. */
type WebhookTable = {
  id: Generated<number>;
  url: string;
  events: Json;
  secret: Json;
  /** 1 when its server may stand in a private network. */
  private: Generated<Flag>;
  created_at: Time;
  removed_at: Time | null;
  ended: string | null;
};

/** What happened, written by triggers in the transaction in which it did. `type` holds one or two types, parted by a space. */
type WebhookEventTable = {
  id: Generated<number>;
  type: string;
  comment_id: number | null;
  story_id: number | null;
  at: Time;
  /** 1 once there is a delivery for each webhook that wants it. */
  spread: Generated<Flag>;
};

/** One event for one webhook. `delivered`; `dead`: given up; `gone`: nothing is left to tell. */
type WebhookDeliveryTable = {
  id: Generated<number>;
  webhook_id: number;
  event_id: number;
  tries: Generated<number>;
  next_try: Time;
  claimed_until: Time | null;
  done_at: Time | null;
  outcome: 'delivered' | 'dead' | 'gone' | null;
  problem: string | null;
};

/** The tables that serve other programs. */
export type OthersTables = {
  api_key: ApiKeyTable;
  api_key_use: ApiKeyUseTable;
  suggested_score: SuggestedScoreTable;
  import_thread: ImportThreadTable;
  import_author: ImportAuthorTable;
  import_item: ImportItemTable;
  webhook: WebhookTable;
  webhook_event: WebhookEventTable;
  webhook_delivery: WebhookDeliveryTable;
};
