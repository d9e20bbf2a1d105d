import type { Generated } from 'kysely';
import type { QuotationKind } from '../../story/speech/quotation.ts';
import type { Json, Time } from './columns.ts';

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
type QuotationTable = {
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
type PersonTable = { id: Generated<number>; slug: string; name: string };

/** A version that the publisher's language model is, or was, asked about. Done when `done_at` is set; `outcome` says how it went. */
type ModelAskTable = {
  story_version_id: number;
  tries: number;
  /** Until then nobody else asks: a worker is at it, or the endpoint was out of reach. */
  claimed_until: Time | null;
  done_at: Time | null;
  outcome: ModelOutcome | null;
};

/** `taken`: words of the model are on the page; `refused`: none passed; `unusable`: no answer to work with; `edited`: an editor was first. */
export type ModelOutcome = 'taken' | 'refused' | 'unusable' | 'edited' | 'outdated';

export type MadeTables = {
  furniture: FurnitureTable;
  finding: FindingTable;
  quotation: QuotationTable;
  person: PersonTable;
  model_ask: ModelAskTable;
};
