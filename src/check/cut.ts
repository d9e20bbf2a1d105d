import { ARTICLES } from '../text/function-words.ts';
import type { Token } from '../text/tokens.ts';
import type { Alignment } from './align.ts';
import { isWord } from './unit.ts';

/** A run of the region's tokens that the draft leaves out. `before` and `after` are the kept tokens beside it, -1 at the ends. */
export type Cut = {
  readonly first: number;
  readonly last: number;
  readonly before: number;
  readonly after: number;
  readonly words: readonly Token[];
};

/** For each token of the region, whether the draft keeps it. */
export function keptTokens({ region, kept }: Alignment): boolean[] {
  const found = region.tokens.map(() => false);
  for (const [i, unit] of region.units.entries()) if (kept[i]) found.fill(true, unit.first, unit.last + 1);
  return found;
}

/** What the draft leaves out of its sentence, in order. Runs of articles and punctuation alone are no cut. */
export function cutsOf(alignment: Alignment): Cut[] {
  const { tokens } = alignment.region;
  const kept = keptTokens(alignment);
  const cuts: Cut[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (kept[i]) continue;
    const first = i;
    while (i + 1 < tokens.length && !kept[i + 1]) i++;
    const words = tokens.slice(first, i + 1).filter((token) => isWord(token) && !ARTICLES.has(token.norm));
    if (words.length > 0)
      cuts.push({ first, last: i, before: first - 1, after: i + 1 < tokens.length ? i + 1 : -1, words });
  }
  return cuts;
}
