import type { Folded } from './fold-text.ts';
import type { Weights } from './model-file.ts';
import type { Word } from './read-words.ts';
import type { RespectSpan } from './respect-model.ts';
import { lengthScale, type Scored } from './score-sentences.ts';
import { OF_WORD, type Tally } from './tally.ts';
import { FRONT } from './word-sums.ts';

type Judged = {
  readonly words: readonly Word[];
  readonly tally: Tally;
  readonly scored: Scored;
  readonly folded: Folded;
  readonly weights: Weights;
};

const MOST_SPANS = 5;
/** A word is named from this weight on, in logits, and from this share of the heaviest word's. */
const LEAST_WEIGHT = 0.35;
const LEAST_SHARE = 0.35;
/** Words between two named ones that are named with them. */
const BRIDGED = 1;

/** The places that drove the sentences' scores up: what each word's features add, neighbours as one, heaviest first. */
export function spansOf(judged: Judged): RespectSpan[] {
  const weight = weighWords(judged);
  let most = 0;
  for (const each of weight) most = Math.max(most, each);
  const least = Math.max(LEAST_WEIGHT, LEAST_SHARE * most);
  const spans: { start: number; end: number; weight: number; lastWord: number }[] = [];
  const { words, folded } = judged;
  for (const [i, word] of words.entries()) {
    const own = weight[i] ?? 0;
    if (own < least) continue;
    const start = folded.at === undefined ? word.start : (folded.at[word.start] ?? 0);
    const end = folded.at === undefined ? word.end : endOf(folded.at, word.end);
    const before = spans.at(-1);
    if (before && i - before.lastWord <= BRIDGED + 1 && words[before.lastWord]?.sentence === word.sentence) {
      Object.assign(before, { end: Math.max(before.end, end), weight: before.weight + own, lastWord: i });
    } else spans.push({ start, end, weight: own, lastWord: i });
  }
  return spans
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_SPANS)
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, weight: heavy }) => ({ start, end, weight: heavy }));
}

/** What each word adds to its sentence's score; a feature of several words is shared among them. */
function weighWords({ words, tally, scored: { slopes }, weights }: Judged): Float64Array {
  const { added, starts, sizes } = tally;
  const { rows } = tally.words;
  const { linear, embed, dims, linearStep, embedStep } = weights;
  const weight = new Float64Array(words.length);
  for (const [sentence, size] of sizes.entries()) {
    const scale = lengthScale(size);
    const to = starts[sentence + 1] ?? tally.end;
    const adds = (straight: number, numbers: Int8Array | Int32Array, at: number): number => {
      let sum = straight * linearStep;
      for (let d = 0; d < dims; d++) sum += numbers[at + d]! * embedStep * slopes[sentence * dims + d]!;
      return sum * scale;
    };
    for (let i = starts[sentence]!; i < to; i += 3) {
      const what = added[i]!;
      const first = added[i + 1]!;
      const last = added[i + 2]!;
      if (last === OF_WORD) weight[first]! += adds(rows[what + 1]!, rows, what + FRONT);
      else {
        const row = ((what >>> 5) & (embed.length / dims - 1)) * dims;
        const share = adds(linear[what & (linear.length - 1)]!, embed, row) / (last - first + 1);
        for (let word = first; word <= last; word++) weight[word]! += share;
      }
    }
  }
  return weight;
}

/** @NOTE the end of the unit before, not the start of the next: what cannot be seen between two words belongs to neither. */
function endOf(at: Int32Array, end: number): number {
  const next = at[end] ?? 0;
  const last = at[end - 1] ?? 0;
  return next - last <= 2 ? next : last + 1;
}
