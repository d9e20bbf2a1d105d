/** The area under the ROC curve: how often a positive case has the higher score of two. Ties count half; NaN without both kinds. */
export function auc(cases: readonly { readonly score: number; readonly positive: boolean }[]): number {
  const sorted = [...cases].sort((a, b) => a.score - b.score);
  let sum = 0;
  let positives = 0;
  for (let from = 0; from < sorted.length; ) {
    let to = from;
    while (to < sorted.length && sorted[to]?.score === sorted[from]?.score) to++;
    for (let i = from; i < to; i++) {
      if (!sorted[i]?.positive) continue;
      sum += (from + to + 1) / 2;
      positives++;
    }
    from = to;
  }
  const negatives = sorted.length - positives;
  return (sum - (positives * (positives + 1)) / 2) / (positives * negatives);
}
