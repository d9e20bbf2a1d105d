import { isParticiple } from '../../text/phrases/verb-phrase.ts';
import type { Token } from '../../text/tokens.ts';
import { wordSet } from '../../text/words/word-set.ts';

/** States and plans, which last: "planned" behind "said" is what somebody plans. */
const LASTING = wordSet(
  'think know want need feel believe hope fear plan expect intend like favour favor support oppose own hold live work lie remain seem have',
);

/**
 * Whether a past form in reported speech may be a present one that followed "said" back in time: "said the pier was a danger", which
 * is one. Behind "says" it would be one no more. What was done ("was sold", "fell") stays past.
 */
export function mayBeShifted(tokens: readonly Token[], verb: number): boolean {
  const { norm, lemma, pos } = tokens[verb]!;
  let next = verb + 1;
  while (/^(?:ADV|PART)$/.test(tokens[next]?.pos ?? '') && tokens[next]!.norm !== 'to') next++;
  const follows = tokens[next];
  if (norm === 'was' || norm === 'were')
    return follows !== undefined && !(follows.pos === 'VERB' && isParticiple(follows)) && follows.norm !== 'to';
  // "had sold": a perfect; "had a yard".
  if (norm === 'had') return /^(?:DET|NOUN|NUM|ADJ)$/.test(follows?.pos ?? '');
  return pos === 'VERB' && norm !== lemma && !/(?:s|ing)$/.test(norm) && LASTING.has(lemma);
}
