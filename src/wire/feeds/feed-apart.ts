import type { WireItem } from '../wire-item.ts';

// Two headlines of one story that was updated share more words than this.
const MOST_SHARED = 0.3;

/**
 * The entries of a feed, each with an id that is its own story's: some feeds give all their entries one guid. Entries that
 * share it, link to pages of their own and have headlines of their own are told apart by their pages.
 */
export function apartByPage(items: readonly WireItem[]): readonly WireItem[] {
  const first = new Map<string, WireItem>();
  const shared = new Set<string>();
  for (const item of items) {
    const { guid } = item;
    if (guid === undefined) continue;
    const other = first.get(guid);
    if (other === undefined) first.set(guid, item);
    else if (areStories(item, other)) shared.add(guid);
  }
  if (shared.size === 0) return items;
  return items.map((item) =>
    item.link !== undefined && item.guid !== undefined && shared.has(item.guid) ? { ...item, guid: item.link } : item,
  );
}

function areStories(one: WireItem, other: WireItem): boolean {
  if (one.link === undefined || other.link === undefined || one.link === other.link) return false;
  const [mine, others] = [wordsOf(one), wordsOf(other)];
  if (mine.size === 0 || others.size === 0) return false;
  const both = [...mine].filter((word) => others.has(word)).length;
  return both / Math.min(mine.size, others.size) < MOST_SHARED;
}

const wordsOf = ({ headline = '' }: WireItem): ReadonlySet<string> =>
  new Set(headline.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
