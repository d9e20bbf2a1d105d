import type { Context } from 'hono';

/** What a handler says of a page that may be kept for everybody. */
export type Keep = {
  /** What the page shows: `story:<slug>`, `lists`, `people`. A change of any of them drops the page. */
  readonly tags: readonly string[];
  /** A moment from which the page may be different without any change, such as the end of an embargo. */
  readonly freshUntil?: Date;
  /** The page is the same for readers whose browser has commented. */
  readonly sameForAll?: boolean;
};

/** How the page cache asks: it hands this to the application with each request whose answer it could keep. */
export type KeepBindings = { readonly keepPage?: (keep: Keep) => void };

/** Tells the page cache, if one asks, that the answer to this request may be kept. */
export function keepPage(c: Context, keep: Keep): void {
  (c.env as KeepBindings | undefined)?.keepPage?.(keep);
}

/** When a page turns stale by itself: the earlier of the next story's turn and the closing of its discussion. */
export const earlierOf = (turn: Date | undefined, closing: string | undefined): Date | undefined =>
  closing !== undefined && (turn === undefined || Date.parse(closing) < turn.getTime()) ? new Date(closing) : turn;
