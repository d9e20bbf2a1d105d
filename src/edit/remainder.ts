import { ARTICLES } from '../text/function-words.ts';
import type { Clause } from './clause.ts';

const IS_WORD = /[\p{L}\p{N}]/u;

type Count = { words: number; characters: number };

/** What is left of a clause while phrases are taken away; it knows its size without being written out. */
export type Remainder = {
  has(at: number): boolean;
  remove(phrase: { readonly from: number; readonly to: number }): void;
  /** Whether it can have at most so many words and characters, with or without its articles. */
  mayFit(most: Readonly<Count>, articles: boolean): boolean;
  /** The tokens that are left, in order. */
  places(articles: boolean): number[];
};

export function remainderOf({ sentence: { tokens }, from, skipped }: Clause, to: number): Remainder {
  const gone = new Uint8Array(Math.max(0, to - from));
  const all: Count = { words: 0, characters: 0 };
  const articleCount: Count = { words: 0, characters: 0 };
  const change = (at: number, sign: 1 | -1): void => {
    const { text, norm } = tokens[at]!;
    for (const count of ARTICLES.has(norm) ? [all, articleCount] : [all]) {
      if (text.length > 1 || IS_WORD.test(text)) count.words += sign;
      count.characters += sign * text.length;
    }
  };
  const take = (at: number): void => {
    if (gone[at - from] !== 0) return;
    gone[at - from] = 1;
    change(at, -1);
  };
  for (let i = from; i < to; i++) change(i, 1);
  for (const i of skipped) take(i);
  return {
    has: (at) => gone[at - from] === 0,
    remove(phrase) {
      for (let i = phrase.from; i < phrase.to; i++) take(i);
    },
    mayFit(most, articles) {
      const less = articles ? { words: 0, characters: 0 } : articleCount;
      return all.words - less.words <= most.words && all.characters - less.characters <= most.characters;
    },
    places(articles) {
      const found: number[] = [];
      for (let at = from; at < from + gone.length; at++) {
        if (gone[at - from] === 0 && (articles || !ARTICLES.has(tokens[at]!.norm))) found.push(at);
      }
      return found;
    },
  };
}
