/** The places from one to another, exclusive; none where the second is not behind the first. */
export const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
