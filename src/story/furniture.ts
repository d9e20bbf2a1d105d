import type { Evidence, Span } from './span.ts';

/** Who or what made the words of an element. */
export type Maker =
  | { readonly kind: 'agency' }
  | { readonly kind: 'engine'; readonly version: string }
  | { readonly kind: 'model'; readonly name: string }
  | { readonly kind: 'editor'; readonly name: string };

/**
 * What a check found wrong, in words an editor understands. `start` and `end` are places in the checked text, `copy` the
 * place in the copy that says otherwise or is left out.
 */
export type Finding = {
  readonly check: string;
  readonly message: string;
  readonly start?: number;
  readonly end?: number;
  readonly copy?: Evidence;
};

/** A candidate for an element: words, and the places in the copy that prove them. */
export type Draft = {
  readonly text: string;
  readonly madeBy: Maker;
  readonly evidence: readonly Evidence[];
};

/** An editor who answers for words that the checks do not let pass: what they found, and why it may stand. `at` is ISO 8601, UTC. */
export type Override = {
  readonly by: string;
  readonly reason: string;
  readonly at: string;
  readonly findings: readonly Finding[];
};

/**
 * A draft that passed every check, or for which an editor answers. `findings` holds what the checks said of the candidates
 * refused before it.
 */
export type Element = Draft & {
  readonly findings: readonly Finding[];
  readonly override?: Override;
  /** When these words were made (ISO 8601, UTC); the store notes it of what is new and leaves it as it is of what was kept. */
  readonly madeAt?: string;
};

/** A whole quotation lifted from the copy: `text` is `Copy.text` at `start` to `end`, without its outer quotation marks. */
export type PullQuote = Span & { readonly text: string; readonly speaker: string };

/** Everything that stands around the copy. An element that no candidate could prove is `null` or missing from its list. */
export type Furniture = {
  readonly displayHeadline: Element | null;
  readonly standfirst: Element | null;
  readonly summary: readonly Element[];
  readonly keyPointsTitle: Element | null;
  readonly keyPoints: readonly Element[];
  readonly pullQuote: PullQuote | null;
  readonly readingMinutes: number;
};

/** How likely a summary of the story has a word of it once, twice, three and four times; by word, in small letters. */
export type WordOdds = ReadonlyMap<string, readonly number[]>;

/** What the writers propose: for each place, candidates in order, the tightest first, a plain sentence of the copy last. */
export type Drafts = {
  readonly displayHeadline: Iterable<Draft>;
  readonly standfirst: Iterable<Draft>;
  readonly summary: readonly Iterable<Draft>[];
  /** By what the summary's sentences are chosen together. */
  readonly summaryWords?: WordOdds;
  readonly keyPointsTitle: Iterable<Draft>;
  /** More places than are needed: those that can be proved are taken in order, at most five. */
  readonly keyPoints: readonly Iterable<Draft>[];
  /** Those that read less well, for a story in which fewer than three of the others can be proved; and those for want of any other. */
  readonly spareKeyPoints?: readonly Iterable<Draft>[];
  readonly lastKeyPoints?: readonly Iterable<Draft>[];
  readonly pullQuotes: readonly PullQuote[];
};

/** "engine 1", "agency", "editor Asha Rao": for output and for the page. */
export function makerName(maker: Maker): string {
  if (maker.kind === 'agency') return 'agency';
  return maker.kind === 'engine' ? `engine ${maker.version}` : `${maker.kind} ${maker.name}`;
}
