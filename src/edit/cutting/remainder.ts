import { oncePer } from '../../text/memory/once-per.ts';
import type { Token } from '../../text/tokens.ts';
import { ARTICLES } from '../../text/words/function-words.ts';
import type { Clause } from './clause.ts';
import { isCountingArticle } from './counting-article.ts';

/** "'s" and "n't" are read as a part of the word before them. */
const IS_WORD = /^(?!['’]\p{L}|n['’]t).*[\p{L}\p{N}]/u;

type Count = { readonly words: number; readonly characters: number };
type Phrase = { readonly from: number; readonly to: number };

/**
 * What is left of a clause while phrases are taken away; it knows its size without being written out. One is used for all
 * the ways of cutting that are tried, each from the beginning: thousands of copies a story would cost more than that.
 */
export type Remainder = {
  has(at: number): boolean;
  /** Takes away a phrase that ends before the clause does. */
  remove(phrase: Phrase): void;
  /** Puts back what was removed, and ends the clause before token `to`. */
  reset(to: number): void;
  /** Whether it can have at most so many words and characters, with or without its articles. */
  mayFit(most: Count, articles: boolean): boolean;
  hasArticles(): boolean;
  /** The tokens that are left, in order. */
  places(articles: boolean): number[];
};

/** The clause without its skipped tokens and without the phrases that go in any case. */
export function remainderOf(
  { sentence: { tokens }, from, to: last, skipped }: Clause,
  always: readonly Phrase[],
): Remainder {
  const sizes = sizesOf(tokens);
  const first = new Uint8Array(last - from);
  for (const at of skipped) first[at - from] = 1;
  for (const phrase of always) first.fill(1, phrase.from - from, phrase.to - from);
  const gone = first.slice();
  let end = last;
  // Words and characters, and those of articles among them.
  let words = 0;
  let characters = 0;
  let articleWords = 0;
  let articleCharacters = 0;
  const add = (at: number, sign: 1 | -1) => {
    const size = sizes[at]!;
    words += sign * size.word;
    characters += sign * size.characters;
    if (!size.article) return;
    articleWords += sign * size.word;
    articleCharacters += sign * size.characters;
  };
  return {
    has: (at) => gone[at - from] === 0,
    remove(phrase) {
      for (let at = phrase.from; at < phrase.to; at++) {
        if (gone[at - from] !== 0) continue;
        gone[at - from] = 1;
        add(at, -1);
      }
    },
    reset(to) {
      gone.set(first);
      end = to;
      words = characters = articleWords = articleCharacters = 0;
      for (let at = from; at < to; at++) if (gone[at - from] === 0) add(at, 1);
    },
    mayFit: (most, withArticles) =>
      words - (withArticles ? 0 : articleWords) <= most.words &&
      characters - (withArticles ? 0 : articleCharacters) <= most.characters,
    hasArticles: () => articleCharacters > 0,
    places(withArticles) {
      const found: number[] = [];
      for (let at = from; at < end; at++) {
        if (gone[at - from] === 0 && (withArticles || !sizes[at]!.article || isCountingArticle(tokens, at)))
          found.push(at);
      }
      return found;
    },
  };
}

type Size = { readonly word: 0 | 1; readonly characters: number; readonly article: boolean };

/** What each token of a sentence takes; worked out once for all its clauses and their ends. */
export const sizesOf = oncePer((tokens: readonly Token[]) =>
  tokens.map(
    ({ text, norm }, i): Size => ({
      word: IS_WORD.test(text) && !isPercent(tokens, i) ? 1 : 0,
      characters: text.length,
      article: ARTICLES.has(norm),
    }),
  ),
);

/** "8 percent" and "8 per cent" may be written "8%"; then nothing of it is a word by itself. */
const isPercent = (tokens: readonly Token[], at: number): boolean => {
  const { norm } = tokens[at]!;
  const figure = /\d$/.test(tokens[at - (norm === 'cent' ? 2 : 1)]?.text ?? '');
  if (norm === 'per') return figure && tokens[at + 1]?.norm === 'cent';
  return figure && (norm === 'percent' || norm === 'pct' || (norm === 'cent' && tokens[at - 1]?.norm === 'per'));
};
