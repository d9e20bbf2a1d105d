import type { Token } from '../tokens.ts';
import type { Phrase } from './phrase.ts';

/** Whose they are is told with them, or they are told apart by whose they are. */
const WANTS_OWNER =
  /^(?:own|members?|people|peoples|leaders?|chief|chairman|president|founder|owners?|families|family|children|lives|name|kind|part|way|size|value|first|second|third|last|next|latest|best|worst|largest|biggest|highest|lowest|\p{L}+ty-\p{L}+|other)$/u;

/**
 * The "its" or "their" right behind the verbs of a clause, which can only be the subject's: headlines do without ("to raise | its |
 * stake"). Places of tokens.
 */
export function ownOfSubject(
  tokens: readonly Token[],
  phrases: readonly Phrase[],
  { subject, verb }: { readonly subject: number; readonly verb: number },
): readonly number[] {
  // "the firm and its owner agreed to raise its stake": between subject and verb nobody else is named.
  if (phrases.slice(subject + 1, verb).some(({ kind }) => kind !== 'adverb' && kind !== 'time')) return [];
  for (let k = verb + 1; k < phrases.length; k++) {
    const { kind, from, to } = phrases[k]!;
    if (kind === 'infinitive' || kind === 'adverb') continue;
    if (kind !== 'noun' || to - from < 2 || !/^(?:its|their)$/.test(tokens[from]!.norm)) return [];
    const next = tokens[from + 1]!;
    return /^(?:NOUN|ADJ)$/.test(next.pos) && !WANTS_OWNER.test(next.norm) ? [from] : [];
  }
  return [];
}
