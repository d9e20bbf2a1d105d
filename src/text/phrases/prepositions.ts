import type { Token } from '../tokens.ts';
import { wordSet } from '../words/word-set.ts';
import { nounPhraseAt } from './noun-phrase.ts';
import { isOpener } from './openers.ts';
import type { Phrase, Place } from './phrase.ts';

/** Forms of verbs that open a phrase as a preposition does. */
const FROM_VERBS = wordSet(
  'compared following including regarding concerning excluding pending barring according owing',
);
const OF_TWO_WORDS = new Set([
  'due to',
  'compared with',
  'compared to',
  'because of',
  'instead of',
  'ahead of',
  'out of',
  'according to',
  'as well',
  'such as',
  'as of',
  'up to',
  'prior to',
  'next to',
  'close to',
  'along with',
  'rather than',
  'in front',
  'as part',
  'owing to',
  'thanks to',
  'regardless of',
  'apart from',
  'aside from',
  'away from',
  'as to',
  'as for',
  'subject to',
]);
/** Behind another preposition these belong to it: "from under the quay", "for up to a year". */
const SECOND = wordSet(
  `from since until till out up over down off around about at just of by for to in under behind between before after within near more
  less than`,
);

/** Whether a verb's form in small letters stands for a preposition: "including". */
export const isFromVerb = (norm: string): boolean => FROM_VERBS.has(norm);

/** "in the bank", "due to a shortage", "by selling": the preposition alone where a verb follows it; null where none stands. */
export function prepositionAt({ tokens, at, to }: Place): Phrase | null {
  const { pos, norm } = tokens[at]!;
  // "was due to start": no cause.
  const isDue = norm === 'due' && tokens[at + 2]?.pos === 'VERB' && !/ing$/.test(tokens[at + 2]!.norm);
  const isTwo = OF_TWO_WORDS.has(`${norm} ${tokens[at + 1]?.norm}`) && !isDue;
  // "a rise | to/PART $16bn".
  const isTo = norm === 'to' && pos === 'PART';
  if (!isTwo && !isTo && pos !== 'ADP' && !isFromVerb(norm) && !(pos === 'SCONJ' && !isOpener(norm))) return null;
  const start = isTwo ? at + 2 : at + 1;
  const isSecond = start < to && tokens[start]!.pos === 'ADP' && SECOND.has(tokens[start]!.norm);
  const noun = nounPhraseAt(tokens, isSecond ? start + 1 : start, to);
  if (!noun) return { kind: 'preposition', from: at, to: start, head: at };
  return { kind: 'preposition', from: at, ...(bothEnds(tokens, at, { noun, to }) ?? noun) };
}

/** "between A and B": the second of the two; null where there are no two. */
function bothEnds(
  tokens: readonly Token[],
  at: number,
  { noun, to }: { readonly noun: NonNullable<ReturnType<typeof nounPhraseAt>>; readonly to: number },
): ReturnType<typeof nounPhraseAt> {
  if (tokens[at]!.norm !== 'between' || noun.to >= to || tokens[noun.to]!.norm !== 'and') return null;
  return nounPhraseAt(tokens, noun.to + 1, to);
}
