import type { Token } from '../tokens.ts';
import { wordSet } from '../words/word-set.ts';
import { isPluralNoun } from './noun-parts.ts';
import { nounPhraseAt } from './noun-phrase.ts';
import type { Phrase, Place } from './phrase.ts';

const OPENERS = wordSet(
  `that whilst who whom whose which where when while whether if because although though unless until whereas how why what once
  lest whoever whatever`,
);
/** These open a clause or stand before a noun. */
const BOTH = wordSet('after before since as than like until');

/** Whether a word in small letters can only open a clause. */
export const isOpener = (norm: string): boolean => OPENERS.has(norm);
/** Whether a word in small letters opens a clause or stands before a noun. */
export const mayOpenClause = (norm: string): boolean => BOTH.has(norm);

/** "that", "who", "because", and "after", "as" where a clause follows; null where no clause is opened. */
export function openerAt({ tokens, at, to }: Place): Phrase | null {
  const { norm, pos } = tokens[at]!;
  // "the rate | at which".
  if (pos === 'ADP' && at + 1 < to && /^(?:which|whom)$/.test(tokens[at + 1]!.norm))
    return { kind: 'opener', from: at, to: at + 2, head: at + 1 };
  // "because of the storm".
  if (norm === 'because' && tokens[at + 1]?.norm === 'of') return null;
  // "that house"; of several one says "those": "the charge | that/DET houses fell".
  const points = norm === 'that' && pos === 'DET' && !standsBeforeMany(tokens, at, to);
  const opens = isOpener(norm) && !points ? true : (points || mayOpenClause(norm)) && opensClauseAt(tokens, at, to);
  return opens ? { kind: 'opener', from: at, to: at + 1, head: at } : null;
}

function standsBeforeMany(tokens: readonly Token[], at: number, to: number): boolean {
  const noun = nounPhraseAt(tokens, at + 1, to, true);
  return noun !== null && isPluralNoun(tokens[noun.head]);
}

/** A subject with its verb stands behind "after", "as", "since". */
function opensClauseAt(tokens: readonly Token[], at: number, to: number): boolean {
  const noun = nounPhraseAt(tokens, at + 1, to);
  if (!noun) return false;
  let i = noun.to;
  while (i < to && (tokens[i]!.pos === 'ADV' || tokens[i]!.pos === 'PART')) i++;
  const verb = tokens[i];
  if (!verb || i >= to) return false;
  if (verb.pos === 'AUX') return !/^(?:be|been|being)$/.test(verb.norm);
  return verb.pos === 'VERB' && !/ing$/.test(verb.norm) && tokens[i + 1]?.norm !== 'by';
}
