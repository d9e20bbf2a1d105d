import type { Token } from '../../text/tokens.ts';
import { ROLES } from '../../text/words/name-words.ts';
import { firstAt, type Place } from './name-places.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u).filter((word) => word !== ''));
/** Nouns by which a text speaks of somebody without a name, besides roles; those of men and women fit one pronoun only. */
const MEN = words(`
  man boy father son brother husband uncle grandfather nephew boyfriend stepfather gentleman guy king prince businessman
  spokesman chairman policeman fireman salesman
`);
const WOMEN = words(`
  woman girl mother daughter sister wife aunt grandmother niece girlfriend stepmother lady queen princess businesswoman
  spokeswoman chairwoman policewoman actress widow heiress bride
`);
const EITHER = words(`
  person child baby toddler teenager teen youth youngster pensioner motorist passenger pedestrian patient prisoner inmate
  soldier sailor gunman attacker assailant official worker employee colleague rival opponent predecessor successor
  counterpart someone somebody hero character thief robber burglar killer murderer bomber militant rebel protester customer
  client tourist migrant refugee teammate roommate lover leader dictator informant source insider accuser complainant
  accomplice sibling parent relative cousin contestant winner loser runner-up holder favourite favorite
`);
/** How many words a noun may have before it in its phrase. */
const MOST_BEFORE = 8;
/** How far before a description the name that it describes is looked for, in characters. */
const LONGEST_NAME = 40;

/** "a man", "her doctor", "the team's captain", "him": somebody whom the pronoun fits, without a name of his own in the sentence. */
export function isUnnamedPerson(
  tokens: readonly Token[],
  at: number,
  pronoun: string,
  places: readonly Place[],
): boolean {
  const { norm, pos, text, end } = tokens[at]!;
  if (isObject(tokens, at, pronoun)) return true;
  if (!/^(?:NOUN|PRON|PROPN)$/u.test(pos) || !isPerson(norm, pronoun)) return false;
  if ((/^\p{Lu}/u.test(text) && at > 0) || /^(?:NOUN|PROPN)$/u.test(tokens[at + 1]?.pos ?? '')) return false;
  let first = at;
  while (first > 0 && at - first < MOST_BEFORE && /^(?:NOUN|ADJ|NUM|PROPN)$/u.test(tokens[first - 1]!.pos)) first--;
  const opener = tokens[first - 1];
  const isHis = /^(?:'s|'|his|her|its|their|my|our)$/u.test(opener?.norm ?? '');
  if (!isHis && opener?.pos !== 'DET' && pos !== 'PRON') return false;
  if (opener?.norm !== "'s" && isPredicate(tokens[first - 2])) return false;
  const next = places[firstAt(places, end)];
  const isTitle = next?.name.kind === 'person' && next.start - end <= 2;
  return !isTitle && !isAside(tokens, first - 1, places);
}

const isPerson = (noun: string, pronoun: string): boolean => {
  if (MEN.has(noun)) return pronoun === 'he';
  if (WOMEN.has(noun)) return pronoun === 'she';
  return EITHER.has(noun) || ROLES.has(noun);
};

/** "him", or "her" with nothing behind it that is hers: somebody else than who acts in the sentence. */
function isObject(tokens: readonly Token[], at: number, pronoun: string): boolean {
  const { norm } = tokens[at]!;
  if (pronoun === 'he') return norm === 'him';
  return norm === 'her' && !/^(?:NOUN|PROPN|ADJ|NUM|ADV|VERB)$/u.test(tokens[at + 1]?.pos ?? '');
}

/** "was a teacher", "became the mayor": what somebody is, who is named already. */
const isPredicate = (before: Token | undefined): boolean =>
  /^(?:is|was|as|be|been|being|become|became|becoming|becomes|named|elected|appointed|'s)$/u.test(before?.norm ?? '');

/** ", the mayor of Port Sel" behind a person's name, or behind her age. */
function isAside(tokens: readonly Token[], first: number, places: readonly Place[]): boolean {
  const before = tokens[first - 2];
  if (tokens[first - 1]?.text !== ',' || before === undefined) return false;
  if (/^\d+$/u.test(before.text)) return true;
  for (let k = firstAt(places, before.end - LONGEST_NAME); k < places.length && places[k]!.start < before.end; k++)
    if (places[k]!.end === before.end && places[k]!.name.kind === 'person') return true;
  return false;
}
