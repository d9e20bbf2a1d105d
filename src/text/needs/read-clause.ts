import { readPhrases } from '../phrases/read-phrases.ts';
import type { Token } from '../tokens.ts';
import { needsOf, type ReadClause } from './clause-needs.ts';

/**
 * The clause that stands between two tokens of a sentence; null where none does. Of one sentence many forms are cut, and the
 * writers and the checks read the same stretches: each is read once, as long as the sentence lives.
 */
export function readClause(sentence: readonly Token[], from: number, to: number): ReadClause | null {
  const read = known.get(sentence) ?? new Map<number, ReadClause | null>();
  known.set(sentence, read);
  // One number for both places: `to` is at most the length.
  const key = from * (sentence.length + 1) + to;
  const found = read.get(key);
  if (found !== undefined) return found;
  const made = readTokens(sentence.slice(from, to));
  read.set(key, made);
  return made;
}

const known = new WeakMap<readonly Token[], Map<number, ReadClause | null>>();

/** The same of tokens that do not stand side by side. */
export const readTokens = (tokens: readonly Token[]): ReadClause | null =>
  needsOf(tokens, readPhrases(tokens, 0, tokens.length));
