import type { Span } from '../span.ts';

/** Words of the copy and where they stand. */
export type Mention = Span & { readonly text: string };

/** How the words reach us: in quotation marks, in part in quotation marks, or reported. */
export type QuotationKind = 'direct' | 'mixed' | 'indirect';

/**
 * Who said what. The span is the words said, in `Copy.text`, outer quotation marks excluded.
 * `speaker` is the mention beside the cue (perhaps "he"); `name` is the full name where it is certain, else absent.
 */
export type Quotation = Span & {
  readonly kind: QuotationKind;
  readonly speaker: Mention | null;
  readonly name?: string;
  /** "US Secretary of State": the words that stand with the name, where the copy gives them. */
  readonly role?: string;
  readonly cue: Mention | null;
};
