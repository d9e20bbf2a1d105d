const LETTERS = 0x1b873593;
const SHORTEST = 3;
const LONGEST = 5;
const LONGEST_WORD = 30;
/** Shorter words are seen whole, which says as much. */
const SHORTEST_WORD = 4;
const EDGE = 1;

/** Two hashes as one (the finisher of MurmurHash3); the order matters. */
export function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ Math.imul(b, 0xcc9e2d51), 0x1b873593);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}

/** A word's hash (FNV-1a over its UTF-16 units). */
export function wordHash(word: string): number {
  let hash = 0x811c9dc5 | 0;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 15);
}

/** The runs of three to five letters in a word of at least four, its edges counted as letters. */
export function letterFeatures(word: string): number[] {
  if (word.length < SHORTEST_WORD) return [];
  const ids: number[] = [];
  const units = [EDGE, ...Array.from(word.slice(0, LONGEST_WORD), (letter) => letter.charCodeAt(0)), EDGE];
  for (let from = 0; from < units.length; from++) {
    let hash = LETTERS;
    for (let size = 1; size <= LONGEST && from + size <= units.length; size++) {
      hash = mix(hash, units[from + size - 1] ?? 0);
      if (size >= SHORTEST && size < units.length) ids.push(hash);
    }
  }
  return ids;
}
