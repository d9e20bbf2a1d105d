import type { Span } from './span.ts';

/** Inline markup that survives from a wire, as places in its block's text. `href` is http, https or mailto. */
export type Mark = Span &
  ({ readonly kind: 'strong' } | { readonly kind: 'emphasis' } | { readonly kind: 'link'; readonly href: string });

/**
 * One block of the body. `text` is plain and never empty. A table's rows are parted by line feeds and its cells by tabs;
 * `preformatted` keeps its spaces.
 */
export type Block = {
  readonly kind: 'paragraph' | 'heading' | 'item' | 'quotation' | 'preformatted' | 'table';
  readonly text: string;
  readonly marks?: readonly Mark[];
};

/** "Washington DC, February 5": `text` as the agency wrote it, `place` and `date` (ISO, `YYYY-MM-DD`) where they can be read. */
export type Dateline = { readonly text: string; readonly place?: string; readonly date?: string };

/** What the agency says may be done with the copy. `unreadable` stands for a status that we cannot read: it holds. */
export type PubStatus = 'usable' | 'withheld' | 'canceled' | 'unreadable';

/** One version of a story as the agency sent it: its words and what it says about them. Never holds notes not for publication. */
export type Copy = {
  readonly headline: string;
  /** The agency's short name of the story, by which its notices speak of it. */
  readonly slugline?: string;
  readonly byline?: string;
  readonly dateline?: Dateline;
  readonly blocks: readonly Block[];
  /** The blocks' texts, in order, parted by blank lines: what evidence and quotations point into. */
  readonly text: string;
  readonly creditLine?: string;
  readonly language: string;
  readonly section?: string;
  readonly keywords: readonly string[];
  readonly link?: string;
  readonly pubStatus: PubStatus;
  /** Why it has no words, or why `pubStatus` is `unreadable` where the agency does not say so itself: a sentence for the newsroom. */
  readonly problem?: string;
  /** ISO 8601 with a zone, or `unreadable` when the agency embargoes the copy until a time that we cannot read. */
  readonly embargoedUntil?: string;
  /** When the item itself says that the licence for it ends: ISO 8601 in UTC, or `unreadable`. */
  readonly licenceEnds?: string;
  readonly firstCreated?: string;
  readonly versionCreated?: string;
  readonly agencyVersion?: string;
  /** `update`, `correction`, …: what the agency says that this version is. */
  readonly signals: readonly string[];
  /** What the agency says was wrong, for readers, when `signals` has `correction`. */
  readonly correctionNote?: string;
};

export const textOf = (blocks: readonly Block[]): string => blocks.map((block) => block.text).join('\n\n');

/** The place of each block in `textOf(blocks)`, in order. */
export function blockSpans(blocks: readonly Block[]): Span[] {
  let start = 0;
  return blocks.map((block) => {
    const span = { start, end: start + block.text.length };
    start = span.end + 2;
    return span;
  });
}
