/** In which order the threads of a discussion stand. Inside a thread answers always come in the order of time. */
export const SORTS = ['newest', 'oldest', 'discussed', 'picked'] as const;
export type Sort = (typeof SORTS)[number];

/** Where a line stands: `depth` 0 heads the thread, 1 answers it, 2 is everything below, flat and in the order of time. */
type Place = {
  readonly id: number;
  readonly depth: 0 | 1 | 2;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  /** Whom it answers; without a name when that comment is gone. */
  readonly parent?: { readonly id: number; readonly name?: string };
};

/** A comment as this reader sees it: others' only when approved, her own also while they wait. */
export type CommentLine = Place & {
  readonly kind: 'comment';
  readonly name: string;
  readonly text: string;
  readonly state: 'approved' | 'pending' | 'held';
  readonly respects: number;
  readonly editedAt?: string;
  readonly picked: boolean;
  /** Its writer sits at the newsroom’s desk; this reader has muted her. */
  readonly staff?: true;
  readonly muted?: true;
  /** This reader wrote it; this reader respects it. */
  readonly own: boolean;
  readonly respected: boolean;
};

/** What stands in for a comment that is gone and has answers: none of its words, nor whose they were. */
export type GoneLine = Place & { readonly kind: 'gone'; readonly why: 'deleted' | 'removed' | 'held' };

export type DiscussionLine = CommentLine | GoneLine;

/** A comment with the answers that are shown with it; `hidden` counts those that are not, for the link to all. */
export type Thread = {
  readonly head: DiscussionLine;
  readonly answers: readonly DiscussionLine[];
  readonly hidden: number;
};

/** One page of a discussion. `alone` is set when it shows nothing but this thread. */
export type DiscussionPage = {
  readonly sort: Sort;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly threads: readonly Thread[];
  /** Approved comments of the whole discussion. */
  readonly comments: number;
  readonly alone?: number;
};

/** Threads on a page, answers under each of them there, and answers on a page that shows one thread alone. */
export const PAGE_OF_THREADS = 50;
export const ANSWERS_SHOWN = 10;
export const PAGE_OF_ANSWERS = 200;

/** How long a reader may change her words, in milliseconds. */
export const EDIT_MS = 5 * 60_000;
