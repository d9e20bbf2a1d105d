import type { Token } from '../text/tokens.ts';
import { STOP_WORDS } from '../text/words/function-words.ts';
import { isContent } from './story-view.ts';

/** The content of some tokens, for comparing: lemmas, each once. */
export const contentOf = (list: readonly Token[]): ReadonlySet<string> =>
  new Set(list.filter(isContent).map(({ lemma }) => lemma));

/** Verbs of the news whose past forms have another stem. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  (
    'fell fall,fallen fall,rose rise,risen rise,grew grow,grown grow,won win,lost lose,made make,took take,taken take,gave give,' +
    'given give,got get,went go,gone go,came come,became become,saw see,seen see,found find,left leave,led lead,held hold,' +
    'kept keep,sold sell,bought buy,brought bring,met meet,told tell,paid pay,fought fight,caught catch,sent send,spent spend'
  )
    .split(',')
    .map((pair) => pair.split(' ') as [string, string]),
);

/** The content of written words without a tagger: cheap, for comparing drafts with one another. A figure alone tells no other news. */
export function contentOfText(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    if (word.length > 1 && !STOP_WORDS.has(word)) found.add(bare(IRREGULAR.get(word) ?? word));
  }
  return found;
}

/** "ferries", "ferry's" and "ferry" are the same here; so are "rises" and "rising". */
export const bare = (word: string): string => word.replace(/(?:ning|ping|ting|ing|ied|ies|ed|es|s|e|y)$/, '') || word;

/** How much of the smaller set the other holds, 0 to 1. */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return a.size <= b.size ? shareOf(a, b) : shareOf(b, a);
}

/** How much of the first set the other holds, 0 to 1. */
export function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return a.size === 0 ? 0 : shared / a.size;
}

/** Orders by worth, each time taking off what repeats those already taken; `weight` says how much a repetition costs. */
export function spread<T>(
  list: readonly T[],
  worth: (item: T) => number,
  content: (item: T) => ReadonlySet<string>,
  weight: number,
): T[] {
  const left = list.map((item) => ({ item, value: worth(item), content: content(item), repeats: 0 }));
  const taken: T[] = [];
  while (left.length > 0) {
    let best = 0;
    for (let i = 1; i < left.length; i++) {
      if (left[i]!.value - weight * left[i]!.repeats > left[best]!.value - weight * left[best]!.repeats) best = i;
    }
    const [next] = left.splice(best, 1);
    taken.push(next!.item);
    for (const other of left) other.repeats = Math.max(other.repeats, overlap(next!.content, other.content));
  }
  return taken;
}
