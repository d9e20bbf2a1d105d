/** So many words in a row, the same in two texts, are hardly chance. */
const RUN = 4;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** The runs of four words of a text, whatever their case and marks, each as a whole number of 32 bits; of fewer words all are one run. */
export function wordRuns(text: string): ReadonlySet<number> {
  const words = text.normalize('NFKC').toLowerCase().match(WORD) ?? [];
  const runs = new Set<number>();
  for (let at = 0; at === 0 || at + RUN <= words.length; at++) {
    const run = words.slice(at, at + RUN);
    if (run.length > 0) runs.add(numberOf(run.join(' ')));
  }
  return runs;
}

/**
 * One number for a text: two texts that share most of their runs mostly have the same one, and others have not (MinHash; Broder,
 * 1997). Undefined for a text without words.
 */
export function sketchOf(runs: ReadonlySet<number>): number | undefined {
  let least: number | undefined;
  for (const run of runs) if (least === undefined || run < least) least = run;
  return least;
}

/** Of the runs that either text has, the share that both have: 0 to 1. */
export function sharedRuns(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let both = 0;
  for (const run of a) if (b.has(run)) both++;
  const all = a.size + b.size - both;
  return all === 0 ? 0 : both / all;
}

/** FNV-1a, its bits mixed (as in MurmurHash3): else texts that begin alike would have numbers that lie near. */
function numberOf(run: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < run.length; at++) hash = Math.imul(hash ^ run.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) | 0;
}
