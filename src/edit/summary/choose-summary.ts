import type { Draft, WordOdds } from '../../story/furniture.ts';
import { oncePer } from '../../text/memory/once-per.ts';
import { wordsOf } from '../likely-words.ts';

type Sizes = { readonly fewest: number; readonly most: number; readonly words: number };
/** A form that may be chosen; `place` is -1 for what is taken already. */
type Item = { readonly place: number; readonly draft: Draft; readonly words: readonly string[] };

/** A form of more words than this stands beside a shorter one. */
const LONG = 32;
/** Words of a summary that a person writes, together with ours what a match is measured by. */
const WRITTEN = 60;
/** Beginnings that are pursued at each step. */
const PURSUED = 6;

/**
 * The sentences, at most one of each place, that together tell most of what a summary is likely to tell, as far as they are proved.
 * Only those that are chosen are proved: where one is not, it is chosen anew without that form.
 */
export function chooseProved<T extends Draft>(
  places: readonly Iterable<Draft>[],
  odds: WordOdds,
  {
    taken,
    sizes,
    prove,
  }: { readonly taken: readonly Draft[]; readonly sizes: Sizes; readonly prove: (draft: Draft) => T | null },
): T[] {
  const proved = new Map<Draft, T>();
  const refused = new Set<Draft>();
  const kept = taken.map((draft) => ({ place: -1, draft, words: wordsIn(draft) }));
  for (;;) {
    const items = places.flatMap((drafts, place) =>
      formsOf(drafts, refused).map((draft) => ({ place, draft, words: wordsIn(draft) })),
    );
    const chosen = chooseItems(items, kept, { odds, sizes });
    for (const { draft } of chosen) {
      if (proved.has(draft)) continue;
      const element = prove(draft);
      if (element) proved.set(draft, element);
      else refused.add(draft);
    }
    if (chosen.every(({ draft }) => proved.has(draft))) return chosen.map(({ draft }) => proved.get(draft)!);
  }
}

const wordsIn = oncePer(({ text }: Draft) => wordsOf(text));

/** The first form that is not refused, of a long one also a shorter one; a person is named in full where that form can be proved. */
function formsOf(drafts: Iterable<Draft>, refused: ReadonlySet<Draft>): Draft[] {
  const found: Draft[] = [];
  for (const draft of drafts) {
    if (refused.has(draft) || found.some((other) => namesInFull(other, draft))) continue;
    found.push(draft);
    if (found.length === 2 || wordsIn(draft).length <= LONG) break;
  }
  return found;
}

/** `introduce` puts the full name into a form, with one more proof behind those that it has. */
const namesInFull = (full: Draft, { evidence, text }: Draft): boolean =>
  full.evidence.length > evidence.length &&
  full.text.length > text.length &&
  evidence.every(({ start, end }, i) => full.evidence[i]!.start === start && full.evidence[i]!.end === end) &&
  full.text.endsWith(text.slice(-12));

/** What a beginning holds: its items in rising order, its words and how often it has each, and how much of a summary it tells. */
type Way = {
  readonly chosen: readonly number[];
  readonly size: number;
  readonly counts: Uint8Array;
  readonly gain: number;
};

/**
 * The items that together tell most of what a summary of the story is likely to tell: words that they repeat count no more than they
 * would there, and words that tell little take room from others.
 */
function chooseItems(
  items: readonly Item[],
  kept: readonly Item[],
  { odds, sizes: { fewest, most, words } }: { readonly odds: WordOdds; readonly sizes: Sizes },
): Item[] {
  const table = tableOf([...items, ...kept], odds);
  const start = kept.reduce((way, item) => table.with(way, item, []), table.nothing);
  let ways: Way[] = [start];
  let best: Way | null = null;
  for (let count = kept.length + 1; count <= most; count++) {
    const longer = ways.flatMap((way) =>
      items.flatMap(({ place, words: own }, i) =>
        way.size + own.length > words || way.chosen.some((at) => items[at]!.place === place)
          ? []
          : [{ way, item: i, value: (way.gain + table.gain(way, items[i]!)) / (way.size + own.length + WRITTEN) }],
      ),
    );
    if (longer.length === 0) break;
    longer.sort((a, b) => b.value - a.value);
    const next = new Map<string, Way>();
    for (const { way, item } of longer) {
      const chosen = [...way.chosen, item].sort((a, b) => a - b);
      const key = chosen.join();
      if (!next.has(key)) next.set(key, table.with(way, items[item]!, chosen));
      if (next.size === PURSUED) break;
    }
    ways = [...next.values()];
    if (best === null || count <= fewest || worthOf(ways[0]!) > worthOf(best)) best = ways[0]!;
  }
  return best ? best.chosen.map((at) => items[at]!) : [];
}

const worthOf = ({ gain, size }: Way): number => gain / (size + WRITTEN);

type Table = {
  readonly nothing: Way;
  /** What an item adds to a beginning. */
  gain(way: Way, item: Item): number;
  with(way: Way, item: Item, chosen: readonly number[]): Way;
};

/** The words of all items by number, so that thousands of beginnings can be weighed. */
function tableOf(items: readonly Item[], odds: WordOdds): Table {
  const numbers = new Map<string, number>();
  const likely: (readonly number[] | undefined)[] = [];
  const places = new Map<Item, Uint16Array>();
  for (const item of items) {
    const own = Uint16Array.from(item.words, (word) => {
      const known = numbers.get(word);
      if (known !== undefined) return known;
      likely.push(odds.get(word));
      numbers.set(word, likely.length - 1);
      return likely.length - 1;
    });
    places.set(item, own);
  }
  /** Adds an item to counts; what it tells is what the words tell that are there once more now. */
  const add = (counts: Uint8Array, item: Item): number => {
    let gain = 0;
    for (const word of places.get(item)!) gain += likely[word]?.[counts[word]!++] ?? 0;
    return gain;
  };
  const spare = new Uint8Array(likely.length);
  return {
    nothing: { chosen: [], size: 0, counts: new Uint8Array(likely.length), gain: 0 },
    gain(way, item) {
      spare.set(way.counts);
      return add(spare, item);
    },
    with(way, item, chosen) {
      const counts = way.counts.slice();
      return { chosen, counts, gain: way.gain + add(counts, item), size: way.size + item.words.length };
    },
  };
}
