import type { Token } from '../text/tokens.ts';
import { isContent } from './story-view.ts';

/** The content of some tokens, for comparing: lemmas, each once. */
export const contentOf = (list: readonly Token[]): ReadonlySet<string> =>
  new Set(list.filter(isContent).map(({ lemma }) => lemma));

/** How much of the smaller set the other holds, 0 to 1. */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const smaller = a.size <= b.size ? a : b;
  const other = smaller === a ? b : a;
  if (smaller.size === 0) return 0;
  let shared = 0;
  for (const word of smaller) if (other.has(word)) shared++;
  return shared / smaller.size;
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
