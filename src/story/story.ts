import type { Copy } from './copy.ts';
import type { Furniture } from './furniture.ts';
import type { SourceProfile } from './sources/source-profile.ts';
import type { Quotation } from './speech/quotation.ts';

/** In the order in which a story may pass through them. */
export const STORY_STATES = [
  'received',
  'held',
  'embargoed',
  'ready',
  'live',
  'corrected',
  'expired',
  'killed',
  'spiked',
] as const;
export type StoryState = (typeof STORY_STATES)[number];

/** A story as the newsroom keeps it: one subject, one address, every version of the copy behind it. Times are ISO 8601, UTC. */
export type Story = {
  readonly id: number;
  readonly slug: string;
  readonly guid: string;
  readonly source: string;
  /** The page elsewhere whose discussion this is; absent for a story that we publish. */
  readonly page?: string;
  readonly state: StoryState;
  /** Why it is held, spiked or killed, in words for the newsroom. */
  readonly reason?: string;
  /** What the agency tells readers about a kill or a correction. */
  readonly notice?: string;
  readonly embargoedUntil?: string;
  /** When readers first could see it. */
  readonly publishedAt?: string;
  /** When the licence ends and the page goes. */
  readonly expiresAt?: string;
  /** When a later version replaced the copy that readers saw. */
  readonly updatedAt?: string;
  readonly correctedAt?: string;
  readonly killedAt?: string;
  readonly receivedAt: string;
  /** Our count of versions, from 1. */
  readonly version: number;
};

/** A story with the words that readers see: its newest usable version and the furniture made from just that version. */
export type PublishedStory = Story & {
  readonly copy: Copy;
  readonly furniture: Furniture;
  readonly quotations: readonly Quotation[];
  /** The version of the checks that the furniture went through. */
  readonly checks?: string;
  /** The contract under which it came, where there is one. */
  readonly profile?: SourceProfile;
};

/** A line on the front page, in a section or in a feed. */
export type StoryLine = Pick<Story, 'id' | 'slug' | 'state' | 'publishedAt' | 'updatedAt' | 'correctedAt'> & {
  readonly headline: string;
  readonly standfirst: string;
  readonly section?: string;
  readonly dateline?: string;
  readonly creditLine?: string;
  /** What the agency says was wrong, of a corrected story. */
  readonly correctionNote?: string;
  readonly readingMinutes: number;
  readonly comments: number;
  /** Other sources' stories of the same event, the preferred source first. */
  readonly alsoBy?: readonly StoryLine[];
};

/** What a person said in one story: a row of the record. */
export type RecordedQuotation = {
  readonly person: { readonly slug: string; readonly name: string };
  readonly story: Pick<Story, 'slug' | 'publishedAt'> & { readonly headline: string };
  readonly text: string;
  readonly kind: Quotation['kind'];
  readonly cue?: string;
  readonly role?: string;
};

/** The only place that decides whether readers may see the copy at `now`: embargoes and licences count by the minute. */
export function isLive(story: Pick<Story, 'state' | 'embargoedUntil' | 'expiresAt'>, now: Date): boolean {
  if (story.expiresAt !== undefined && Date.parse(story.expiresAt) <= now.getTime()) return false;
  if (story.state === 'live' || story.state === 'corrected') return true;
  if (story.state !== 'embargoed' || story.embargoedUntil === undefined) return false;
  const lifts = Date.parse(story.embargoedUntil);
  return !Number.isNaN(lifts) && lifts <= now.getTime();
}
