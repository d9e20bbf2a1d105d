/** The words that stand in a word's company more often than chance has it, and how much more. */
export type Associations = { readonly places: number[]; readonly weights: number[] };

/** Words so far apart keep company. */
const WINDOW = 40;
/** Takes weight from the company of rare words, which is mostly chance. */
const SMOOTHING = 0.75;

/** Positive pointwise mutual information of the words that have a place, one row a word. */
export function associationsOf(
  texts: readonly (readonly string[])[],
  places: ReadonlyMap<string, number>,
): Associations[] {
  const together = Array.from({ length: places.size }, () => new Map<number, number>());
  const totals = new Float64Array(places.size);
  for (const words of texts) {
    const row = words.flatMap((word) => places.get(word) ?? []);
    for (const [i, one] of row.entries()) {
      for (const other of row.slice(i + 1, i + 1 + WINDOW)) {
        if (one === other) continue;
        together[one]!.set(other, (together[one]!.get(other) ?? 0) + 1);
        together[other]!.set(one, (together[other]!.get(one) ?? 0) + 1);
        totals[one]!++;
        totals[other]!++;
      }
    }
  }
  const all = totals.reduce((sum, value) => sum + value, 0);
  const smooth = totals.map((value) => value ** SMOOTHING);
  const allSmooth = smooth.reduce((sum, value) => sum + value, 0);
  return together.map((row, one) => {
    const found: Associations = { places: [], weights: [] };
    for (const [other, count] of row) {
      const weight = Math.log(count / all / ((totals[one]! / all) * (smooth[other]! / allSmooth)));
      if (weight <= 0) continue;
      found.places.push(other);
      found.weights.push(weight);
    }
    return found;
  });
}
