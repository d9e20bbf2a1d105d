import { rememberLast } from '../../text/memory/remember-last.ts';
import { markedSpans } from '../../text/quote-marks.ts';
import type { Token } from '../../text/tokens.ts';
import type { Span } from '../span.ts';
import { type Reported, reportedIn } from '../speech/reported.ts';
import { copySentences } from './copy-sentences.ts';
import { copyTokens } from './copy-tokens.ts';

/** A sentence of a copy (or its headline) with its tokens: whether each stands in quotation marks, and what is reported in it. */
export type TaggedSentence = Span & {
  readonly tokens: readonly Token[];
  readonly quoted: readonly boolean[];
  readonly reported: readonly Reported[];
  /** The places of tokens whose text is not the copy's: "will" where it says "would". */
  readonly rewritten?: readonly number[];
};

/** The sentences of a copy's text as the writers and the checks read them; the last copy's are kept. */
export const taggedSentences: (text: string) => readonly TaggedSentence[] = rememberLast((text) => {
  const all = copyTokens(text);
  const marks = markedSpans(text);
  let at = 0;
  return copySentences(text).map((span) => {
    while (at < all.length && all[at]!.start < span.start) at++;
    const first = at;
    while (at < all.length && all[at]!.start < span.end) at++;
    return tagged(span, all.slice(first, at), { marks, isHeadline: false });
  });
});

/** The tokens of one sentence, with the quotation marks that are known of its text. */
export function tagged(
  { start, end }: Span,
  tokens: readonly Token[],
  { marks, isHeadline }: { readonly marks: readonly Span[]; readonly isHeadline: boolean },
): TaggedSentence {
  const near = marks.filter((mark) => mark.start < end && start < mark.end);
  const quoted = tokens.map((token) => near.some((mark) => mark.start <= token.start && token.end <= mark.end));
  return { start, end, tokens, quoted, reported: reportedIn({ tokens, quoted }, isHeadline) };
}
