import { ARTICLES } from '../../text/function-words.ts';
import type { Token } from '../../text/tokens.ts';
import type { Clause } from './clause.ts';

/** "'s" and "n't" are read as a part of the word before them. */
const IS_WORD = /^(?!['’]\p{L}|n['’]t).*[\p{L}\p{N}]/u;

type Count = { words: number; characters: number };
type Phrase = { readonly from: number; readonly to: number };

/**
 * What is left of a clause while phrases are taken away; it knows its size without being written out. One is used for all
 * the ways of cutting that are tried, each from the beginning: thousands of copies a story would cost more than that.
 */
export type Remainder = {
  has(at: number): boolean;
  remove(phrase: Phrase): void;
  /** Puts back what was removed. */
  reset(): void;
  /** Whether it can have at most so many words and characters, with or without its articles. */
  mayFit(most: Readonly<Count>, articles: boolean): boolean;
  /** The tokens that are left, in order. */
  places(articles: boolean): number[];
};

/** The clause up to `to`, without its skipped tokens and without the phrases that go in any case. */
export function remainderOf(
  { sentence: { tokens }, from, skipped }: Clause,
  to: number,
  always: readonly Phrase[],
): Remainder {
  const sizes = sizesOf(tokens);
  const gone = new Uint8Array(Math.max(0, to - from));
  const all: Count = { words: 0, characters: 0 };
  const articles: Count = { words: 0, characters: 0 };
  const change = (at: number, sign: 1 | -1) => {
    const { word, characters, article } = sizes[at]!;
    all.words += sign * word;
    all.characters += sign * characters;
    if (!article) return;
    articles.words += sign * word;
    articles.characters += sign * characters;
  };
  const take = (at: number) => {
    if (gone[at - from] !== 0) return;
    gone[at - from] = 1;
    change(at, -1);
  };
  const remove = (phrase: Phrase) => {
    for (let i = phrase.from; i < phrase.to; i++) take(i);
  };
  for (let i = from; i < to; i++) change(i, 1);
  for (const i of skipped) take(i);
  for (const phrase of always) remove(phrase);
  const first = { gone: gone.slice(), all: { ...all }, articles: { ...articles } };
  return {
    has: (at) => gone[at - from] === 0,
    remove,
    reset() {
      gone.set(first.gone);
      Object.assign(all, first.all);
      Object.assign(articles, first.articles);
    },
    mayFit(most, withArticles) {
      const words = withArticles ? all.words : all.words - articles.words;
      const characters = withArticles ? all.characters : all.characters - articles.characters;
      return words <= most.words && characters <= most.characters;
    },
    places(withArticles) {
      const found: number[] = [];
      for (let at = from; at < from + gone.length; at++) {
        if (gone[at - from] === 0 && (withArticles || !sizes[at]!.article || isRate(tokens, at))) found.push(at);
      }
      return found;
    },
  };
}

type Size = { readonly word: 0 | 1; readonly characters: number; readonly article: boolean };

/** What each token of a sentence takes; worked out once for all its clauses and their ends. */
function sizesOf(tokens: readonly Token[]): readonly Size[] {
  const known = sized.get(tokens);
  if (known) return known;
  const made = tokens.map(
    ({ text, norm }): Size => ({
      word: IS_WORD.test(text) ? 1 : 0,
      characters: text.length,
      article: ARTICLES.has(norm),
    }),
  );
  sized.set(tokens, made);
  return made;
}

const sized = new WeakMap<readonly Token[], readonly Size[]>();

/** "three million people a week", "a few": an article that says how often or how many. */
const isRate = (tokens: readonly Token[], at: number): boolean =>
  /^an?$/.test(tokens[at]!.norm) &&
  (/^(?:few|little|lot)$/.test(tokens[at + 1]?.norm ?? '') ||
    (/^(?:second|minute|hour|day|night|week|month|year|barrel|gallon|tonne|ton|share|head|litre|unit|pound|ounce)$/.test(
      tokens[at + 1]?.norm ?? '',
    ) &&
      /^(?:NOUN|NUM|SYM)$/.test(tokens[at - 1]?.pos ?? '')));
