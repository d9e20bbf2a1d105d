/** So many words in a row, the same in two texts, are hardly chance. */
const RUN = 4;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** The runs of four words of a text, whatever their case and marks, each as a whole number of 32 bits; of fewer words all are one run. */
export function wordRuns(text: string): ReadonlySet<number> {
  const words = wordNumbers(text);
  const runs = new Set<number>();
  const last = Math.max(0, words.length - RUN);
  for (let at = 0; at <= last && words.length > 0; at++) {
    let run = BASE;
    for (let k = at; k < at + RUN && k < words.length; k++) run = Math.imul(run ^ words[k]!, PRIME);
    runs.add(mixed(run));
  }
  return runs;
}

/** The words of a text as numbers. Plain letters and digits need no looking up: most comments hold nothing else. */
function wordNumbers(text: string): number[] {
  const numbers: number[] = [];
  let hash = BASE;
  let inWord = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x7f) return (text.normalize('NFKC').toLowerCase().match(WORD) ?? []).map(numberOf);
    const small = code >= 0x41 && code <= 0x5a ? code + 0x20 : code;
    if ((small >= 0x61 && small <= 0x7a) || (small >= 0x30 && small <= 0x39)) {
      hash = Math.imul(hash ^ small, PRIME);
      inWord = true;
    } else if (inWord) {
      numbers.push(mixed(hash));
      hash = BASE;
      inWord = false;
    }
  }
  if (inWord) numbers.push(mixed(hash));
  return numbers;
}

/**
 * Three numbers of a text, the least of its runs, the least first; fewer where it has fewer. By the first it is found again: a text
 * that shares most of its runs mostly has it among its three, and another has not (MinHash; Broder, 1997).
 */
export const sketchOf = (runs: ReadonlySet<number>): readonly number[] => [...runs].sort((a, b) => a - b).slice(0, 3);

/** Of the runs that either text has, the share that both have: 0 to 1. */
export function sharedRuns(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let both = 0;
  for (const run of a) if (b.has(run)) both++;
  const all = a.size + b.size - both;
  return all === 0 ? 0 : both / all;
}

/** FNV-1a. */
const BASE = 0x811c9dc5;
const PRIME = 0x01000193;

function numberOf(word: string): number {
  let hash = BASE;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), PRIME);
  return mixed(hash);
}

/** The bits of a number spread over all of it (the end of MurmurHash3): else texts that begin alike would have numbers that lie near. */
function mixed(number: number): number {
  let hash = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) | 0;
}
