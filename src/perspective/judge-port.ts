import type { Surroundings } from './read-request.ts';

/** A place in the comment, in UTF-16 units, `end` exclusive, and how probable it is that it alone is disrespectful. */
export type ScoredSpan = { readonly begin: number; readonly end: number; readonly value: number };

/** The three judgements, 1 being good; null where there was nothing to measure it by. */
export type Judged = {
  readonly respectful: number;
  readonly onTopic: number | null;
  readonly thoughtful: number | null;
  /** What drove the judgement of respect down. Only where they are asked for. */
  readonly spans: readonly ScoredSpan[];
};

/** Judges a comment. `unavailable` when a model cannot be loaded or fails: then nobody may pretend to a score. */
export type Judge = (
  comment: Surroundings & { readonly text: string; readonly withSpans: boolean },
) => Promise<
  { readonly kind: 'judged'; readonly judged: Judged } | { readonly kind: 'unavailable'; readonly why: string }
>;
