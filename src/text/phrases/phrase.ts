import type { Token } from '../tokens.ts';

/**
 * A stretch of a clause that goes or stays together. `noun` with all that stands before its head and its "of …"; `verb` with its
 * auxiliaries, denial and particle; `infinitive` ("to sell"), `participle` ("selling", "made"); `preposition` with its noun
 * phrase; `opener` ("that", "who", "because": a clause follows); `joint` ("and", "or"). Places are tokens, `to` exclusive.
 */
export type Phrase = {
  readonly kind:
    | 'noun'
    | 'verb'
    | 'infinitive'
    | 'participle'
    | 'preposition'
    | 'adjective'
    | 'adverb'
    | 'time'
    | 'opener'
    | 'joint'
    | 'aside'
    | 'mark';
  readonly from: number;
  readonly to: number;
  /** The noun, verb, adjective or opener that the rest hangs on; of a prepositional phrase its noun, or the preposition. */
  readonly head: number;
  readonly verb?: VerbForm;
};

/** What the words of a verb say beside the deed. */
export type VerbForm = {
  readonly lemma: string;
  readonly finite: boolean;
  /** "was sold". */
  readonly passive: boolean;
  /** "is", "seems", "became": what somebody is follows. */
  readonly links: boolean;
};

/** Where the next phrase is read: from `at` on, before `to`; `before` are the phrases of the clause so far. */
export type Place = {
  readonly tokens: readonly Token[];
  readonly at: number;
  readonly to: number;
  readonly before: readonly Phrase[];
};

/** The last phrase that says more than when, how and by the way. */
export const lastTelling = (before: readonly Phrase[]): Phrase | undefined =>
  before.findLast(({ kind }) => kind !== 'adverb' && kind !== 'time' && kind !== 'aside');

/** Whether a finite verb is among some phrases. */
export const hasVerb = (phrases: readonly Phrase[]): boolean => phrases.some(({ kind }) => kind === 'verb');

/** Tokens without a space between them ("fuel-injection", "Iran's") are one word to a reader. */
export const isGlued = (tokens: readonly Token[], at: number): boolean =>
  at > 0 &&
  at < tokens.length &&
  tokens[at - 1]!.end === tokens[at]!.start &&
  !/^[,.;:!?()"“”]$/.test(tokens[at]!.text) &&
  !/^[("“‘]$/.test(tokens[at - 1]!.text);
