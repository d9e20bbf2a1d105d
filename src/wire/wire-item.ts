import type { Block, Dateline, PubStatus } from '../story/copy.ts';

/** One item of a wire, in IPTC's words. Keys that the file does not give are absent. Dates are ISO 8601 with a zone. */
export type WireItem = {
  readonly guid?: string;
  readonly version?: string;
  /** The version of the same item that this one changes parts of; it has no words of its own (NewsML 1.2, `Update="U"`). */
  readonly changes?: string;
  readonly type?: string;
  readonly headline?: string;
  readonly slugline?: string;
  readonly byline?: string;
  readonly dateline?: Dateline;
  readonly located?: string;
  readonly creditLine?: string;
  readonly source?: string;
  readonly language?: string;
  readonly urgency?: number;
  readonly pubStatus?: PubStatus;
  /** Why it has no words, or why `pubStatus` is `unreadable` where the file does not say so: what to do, for the newsroom. */
  readonly problem?: string;
  /** ISO 8601 with a zone, or the agency's own words when they cannot be read: such copy is held. */
  readonly embargoedUntil?: string;
  /** When the agency's licence for the item ends: ISO 8601 with a zone, or its own words when they cannot be read. */
  readonly expires?: string;
  readonly firstCreated?: string;
  readonly versionCreated?: string;
  readonly edNote?: string;
  /** Must never be published. */
  readonly privateNote?: string;
  readonly usageTerms?: string;
  readonly copyrightNotice?: string;
  readonly copyrightHolder?: string;
  readonly abstract?: string;
  readonly keywords?: readonly string[];
  readonly subjects?: readonly { readonly code?: string; readonly name?: string; readonly scheme?: string }[];
  readonly takeKey?: string;
  readonly category?: string;
  readonly wordCount?: number;
  readonly signals?: readonly string[];
  /** Guids of items that this one replaces under a new guid. */
  readonly replaces?: readonly string[];
  /** Guids of other items that this one orders killed, and of those that it orders withheld. */
  readonly kills?: readonly string[];
  readonly withholds?: readonly string[];
  readonly link?: string;
  readonly associations?: readonly Association[];
  /** The files of an item that is itself a picture or a video. */
  readonly renditions?: readonly Rendition[];
  readonly body?: readonly Block[];
};

/** A picture, a video or another item that belongs to one. */
export type Association = {
  readonly guid?: string;
  readonly type?: string;
  readonly headline?: string;
  readonly caption?: string;
  readonly creditLine?: string;
  readonly renditions?: readonly Rendition[];
};

/** One file of a picture or a video. */
export type Rendition = { readonly name?: string; readonly href?: string; readonly mimeType?: string };

export type Refusal = {
  readonly kind: 'empty' | 'not-copy' | 'unreadable' | 'too-large';
  /** What is wrong and what to do, for the person who sent it. */
  readonly message: string;
};

/** What a parser makes of a file. `format` is for people ("ninjs 2.1", "RSS 2.0", "plain text"). */
export type Parsed =
  | { readonly ok: true; readonly format: string; readonly items: readonly WireItem[] }
  | { readonly ok: false; readonly format?: string; readonly refusal: Refusal };
