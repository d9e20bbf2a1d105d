import { ARTICLES } from '../../text/function-words.ts';
import type { Token } from '../../text/tokens.ts';
import type { Clause } from './clause.ts';

/** "'s" and "n't" are read as a part of the word before them. */
const IS_WORD = /^(?!['’]\p{L}|n['’]t).*[\p{L}\p{N}]/u;

type Count = { words: number; characters: number };

/** What is left of a clause while phrases are taken away; it knows its size without being written out. */
export type Remainder = {
  has(at: number): boolean;
  remove(phrase: { readonly from: number; readonly to: number }): void;
  /** The same, to be cut further in another way. */
  copy(): Remainder;
  /** Whether it can have at most so many words and characters, with or without its articles. */
  mayFit(most: Readonly<Count>, articles: boolean): boolean;
  /** The tokens that are left, in order. */
  places(articles: boolean): number[];
};

export function remainderOf({ sentence: { tokens }, from, skipped }: Clause, to: number): Remainder {
  const gone = new Uint8Array(Math.max(0, to - from));
  const all: Count = { words: 0, characters: 0 };
  const articles: Count = { words: 0, characters: 0 };
  const first: Parts = { tokens, from, gone, all, articles };
  for (let i = from; i < to; i++) change(first, i, 1);
  for (const i of skipped) take(first, i);
  return remainder(first);
}

/** "three million people a week", "a few": an article that says how often or how many. */
const isRate = (tokens: readonly Token[], at: number): boolean =>
  /^an?$/.test(tokens[at]!.norm) &&
  (/^(?:few|little|lot)$/.test(tokens[at + 1]?.norm ?? '') ||
    (/^(?:second|minute|hour|day|night|week|month|year|barrel|gallon|tonne|ton|share|head|litre|unit|pound|ounce)$/.test(
      tokens[at + 1]?.norm ?? '',
    ) &&
      /^(?:NOUN|NUM|SYM)$/.test(tokens[at - 1]?.pos ?? '')));

type Parts = {
  readonly tokens: readonly Token[];
  readonly from: number;
  readonly gone: Uint8Array;
  readonly all: Count;
  readonly articles: Count;
};

function change({ tokens, all, articles }: Parts, at: number, sign: 1 | -1): void {
  const { text, norm } = tokens[at]!;
  const word = IS_WORD.test(text) ? sign : 0;
  all.words += word;
  all.characters += sign * text.length;
  if (!ARTICLES.has(norm)) return;
  articles.words += word;
  articles.characters += sign * text.length;
}

function take(parts: Parts, at: number): void {
  if (parts.gone[at - parts.from] !== 0) return;
  parts.gone[at - parts.from] = 1;
  change(parts, at, -1);
}

function remainder(parts: Parts): Remainder {
  const { tokens, from, gone, all, articles } = parts;
  return {
    has: (at) => gone[at - from] === 0,
    remove(phrase) {
      for (let i = phrase.from; i < phrase.to; i++) take(parts, i);
    },
    copy: () => remainder({ tokens, from, gone: gone.slice(), all: { ...all }, articles: { ...articles } }),
    mayFit(most, withArticles) {
      const less = withArticles ? { words: 0, characters: 0 } : articles;
      return all.words - less.words <= most.words && all.characters - less.characters <= most.characters;
    },
    places(withArticles) {
      const found: number[] = [];
      for (let at = from; at < from + gone.length; at++) {
        if (gone[at - from] === 0 && (withArticles || !ARTICLES.has(tokens[at]!.norm) || isRate(tokens, at)))
          found.push(at);
      }
      return found;
    },
  };
}
