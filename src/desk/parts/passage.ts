import type { Copy } from '../../story/copy.ts';
import { blockSpans } from '../../story/copy.ts';
import { copySentences } from '../../story/reading/copy-sentences.ts';
import type { Span } from '../../story/span.ts';
import { STOP_WORDS } from '../../text/words/function-words.ts';

/** The paragraph of the copy that a comment seems to be about, with the place of the sentence in it. */
export type Passage = { readonly text: string; readonly sentence: Span };

/** Sentences of the copy that are looked at: a book is no article. */
const MOST_SENTENCES = 400;
const MOST_WORDS = 2000;
/** A word in no more sentences than this says alone which one is meant. */
const RARE = 2;

/**
 * The sentence of the copy that shares most with a comment, rare words counting more than frequent ones; undefined when
 * they share less than two words, or one that is rare. It is a help for the eye and decides nothing.
 */
export function findPassage(comment: string, copy: Copy): Passage | undefined {
  const wanted = new Set(stemsOf(comment));
  const sentences = copySentences(copy.text)
    .slice(0, MOST_SENTENCES)
    .map((span) => ({ span, stems: new Set(stemsOf(copy.text.slice(span.start, span.end))) }));
  const spread = new Map<string, number>();
  for (const { stems } of sentences) for (const stem of stems) spread.set(stem, (spread.get(stem) ?? 0) + 1);
  let best: { readonly span: Span; readonly score: number } | undefined;
  for (const { span, stems } of sentences) {
    const shared = [...stems].filter((stem) => wanted.has(stem));
    const score = shared.reduce((sum, stem) => sum + Math.log(1 + sentences.length / (spread.get(stem) ?? 1)), 0);
    const tells = shared.length >= 2 || shared.some((stem) => (spread.get(stem) ?? 0) <= RARE);
    if (tells && score > (best?.score ?? 0)) best = { span, score };
  }
  return best && paragraphAround(copy, best.span);
}

function paragraphAround(copy: Copy, { start, end }: Span): Passage | undefined {
  const block = blockSpans(copy.blocks).find((span) => span.start <= start && end <= span.end);
  if (!block) return { text: copy.text.slice(start, end), sentence: { start: 0, end: end - start } };
  return {
    text: copy.text.slice(block.start, block.end),
    sentence: { start: start - block.start, end: end - block.start },
  };
}

/** Words that carry something, cut to what their forms share: "ferries" and "ferry" are one. */
function stemsOf(text: string): string[] {
  const words =
    text
      .slice(0, 20_000)
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{Nd}]+/gu) ?? [];
  return words
    .slice(0, MOST_WORDS)
    .filter((word) => word.length > 2 && !STOP_WORDS.has(word))
    .map((word) => word.replace(/(?:ies|ing|ed|es|s|y|e)$/u, ''))
    .filter((stem) => stem.length > 2);
}
