import type { LearntTopics } from '../../src/moderate/topic/topic-model.ts';

const DIGITS = 6;

/**
 * What each word is of a text, in the mean over all texts: its weight by how rare it is and how often it is written, where the
 * text has length 1. The likeness of a text to this is what it shares with any text.
 */
export function usualWeights(
  texts: readonly (readonly string[])[],
  { places, counts }: Pick<LearntTopics, 'places' | 'counts'>,
): number[] {
  const rarity = (count: number): number => Math.max(0, Math.log((texts.length + 1) / (count + 1.5)));
  const sums = new Float64Array(places.size);
  for (const words of texts) {
    const often = new Map<string, number>();
    for (const word of words) often.set(word, (often.get(word) ?? 0) + 1);
    const weights = [...often].map(([word, count]) => {
      const place = places.get(word);
      return { place, weight: (1 + Math.log(count)) * rarity(place === undefined ? 0 : counts[place]!) };
    });
    const length = Math.hypot(...weights.map(({ weight }) => weight));
    if (length > 0) for (const { place, weight } of weights) if (place !== undefined) sums[place]! += weight / length;
  }
  return [...sums].map((sum) => Number((sum / Math.max(1, texts.length)).toFixed(DIGITS)));
}
