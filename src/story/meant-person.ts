import { ROLES } from '../text/name-words.ts';
import type { Name } from '../text/names.ts';
import type { Token } from '../text/tokens.ts';
import type { Discourse } from './discourse.ts';
import { firstAt, mayBePerson, type Place } from './name-places.ts';

/** How many sentences before its own a pronoun may look back over, and how many it looks over at least. */
const MOST_BACK = 8;
const LEAST_BACK = 2;

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
/** People without a name whom a text may mean by "he" and "she", besides those who are called by a role. */
const MEN = words('man boy father son brother husband uncle grandfather nephew boyfriend stepfather gentleman guy king prince businessman spokesman chairman policeman fireman salesman actor');
const WOMEN = words('woman girl mother daughter sister wife aunt grandmother niece girlfriend stepmother lady queen princess businesswoman spokeswoman chairwoman policewoman actress widow heiress bride');
const OTHERS = words(
  'person child baby toddler teenager teen youth youngster pensioner motorist passenger pedestrian patient prisoner inmate soldier sailor gunman attacker assailant official worker employee colleague rival opponent opposite predecessor successor counterpart someone somebody one hero character thief robber burglar killer murderer bomber militant rebel protester customer client tourist migrant refugee teammate roommate lover leader figure bearer dictator informant source insider accuser complainant accomplice sibling parent relative cousin other contestant winner loser runner-up holder favourite favorite',
);

/**
 * The one person whom "he" or "she" at token `at` of sentence `k` can mean: of those named shortly before, the only one whom it
 * fits, spoken of in this sentence or the one before, and nobody without a name between. Undefined where there is any doubt.
 */
export function personMeant(discourse: Discourse, k: number, at: number): Name | undefined {
  const { told, places, strangers, text } = discourse;
  const { start, norm: pronoun } = told[k]!.sentence.tokens[at]!;
  const from = told[firstLookedAt(discourse, k)]!.sentence.start;
  const near = told[Math.max(0, k - 1)]!.sentence.start;
  const named = places.slice(firstAt(places, from), firstAt(places, start));
  const meant = recent(discourse, from, pronoun);
  const spokenOf = [...named.filter(({ name }) => name.kind === 'person'), ...meant].filter(({ name }) =>
    fits(name, pronoun, discourse),
  );
  const only = spokenOf[0]?.name;
  if (only === undefined || spokenOf.some(({ name }) => name !== only)) return undefined;
  if (!spokenOf.some((place) => place.start >= near && !isQuoted(discourse, place.start, k))) return undefined;
  if (strangers.some((place) => place >= from && place < start)) return undefined;
  if (named.some((place) => place.start >= near && mayBePerson(place.name) && !isWhere(text, place))) return undefined;
  return unnamedBetween(discourse, k, at) ? undefined : only;
}

/** The first sentence that counts: of the paragraph, and two at least. */
function firstLookedAt({ told }: Discourse, k: number): number {
  let first = k;
  const isNear = () => k - first < LEAST_BACK || told[first - 1]!.paragraph === told[k]!.paragraph;
  while (first > 0 && k - first < MOST_BACK && isNear()) first--;
  return first;
}

/** The same pronoun where it was read before; one of which nobody knows who is meant is a stranger's. */
function recent({ meant }: Discourse, from: number, pronoun: string): { name: Name | undefined; start: number }[] {
  const found: { name: Name | undefined; start: number }[] = [];
  for (let i = meant.length - 1; i >= 0 && meant[i]!.start >= from; i--) if (meant[i]!.pronoun === pronoun) found.push(meant[i]!);
  return found;
}

/** Whether the pronoun may stand for the name: by its honorific or first name, and by the pronoun that stood for it before. */
function fits(name: Name | undefined, pronoun: string, { meant }: Discourse): boolean {
  if (name === undefined) return true;
  const known = name.pronoun ?? meant.find((other) => other.name === name)?.pronoun;
  return known === undefined || known === pronoun;
}

const isWhere = (text: string, { start }: Place): boolean =>
  /\b(?:in|at|to|from|near|of|the|around|across|outside|through)\s$/iu.test(text.slice(Math.max(0, start - 9), start));

function isQuoted({ told }: Discourse, place: number, k: number): boolean {
  const sentence = told.slice(Math.max(0, k - 1), k + 1).find(({ sentence: { start, end } }) => start <= place && place < end)?.sentence;
  const at = sentence?.tokens.findIndex(({ start }) => start === place) ?? -1;
  return at >= 0 && sentence!.quoted[at] === true;
}

/** Somebody whom the pronoun fits and who is not named, in this sentence before it or in the one before. */
function unnamedBetween({ told, places }: Discourse, k: number, at: number): boolean {
  const sentence = told[k]!.sentence;
  const pronoun = sentence.tokens[at]!.norm;
  const before = k === 0 ? [] : told[k - 1]!.sentence.tokens;
  return (
    before.some((_, i) => isUnnamedPerson(before, i, pronoun, places)) ||
    sentence.tokens.slice(0, at).some((_, i) => isUnnamedPerson(sentence.tokens, i, pronoun, places))
  );
}

/** "a man", "her doctor", "the team's captain": a person without a name, who is nobody's role, aside or predicate. */
function isUnnamedPerson(tokens: readonly Token[], at: number, pronoun: string, places: readonly Place[]): boolean {
  const { norm, pos, end } = tokens[at]!;
  if (pos !== 'NOUN' && pos !== 'PRON' && pos !== 'PROPN') return false;
  const fitting = OTHERS.has(norm) || (ROLES.has(norm) && !MEN.has(norm) && !WOMEN.has(norm)) || (pronoun === 'he' ? MEN : WOMEN).has(norm);
  if (!fitting || /^(?:NOUN|PROPN)$/u.test(tokens[at + 1]?.pos ?? '')) return false;
  let first = at;
  while (first > 0 && at - first < 8 && /^(?:NOUN|ADJ|NUM|PROPN)$|^'s$/u.test(tokens[first - 1]!.pos) ) first--;
  const opener = tokens[first - 1];
  const referred = opener?.pos === 'DET' || /^(?:'s|'|his|her|its|their|my|our)$/u.test(opener?.norm ?? '') || pos === 'PRON';
  if (!referred) return false;
  // "was a teacher", "as the mayor": what somebody is.
  if (/^(?:is|was|as|be|been|being|become|became|becoming|becomes|named|elected|appointed|'s)$/u.test(tokens[first - 2]?.norm ?? '') && opener?.norm !== "'s") return false;
  // "the mayor Ann Ode", "the mayor, Ann Ode,".
  const next = places[firstAt(places, end)];
  const gap = next === undefined ? 99 : next.start - end;
  if (next?.name.kind === 'person' && gap <= 2) return false;
  return !isAside(tokens, first - 1, places);
}

/** ", the mayor of Port Sel" right behind a person's name. */
function isAside(tokens: readonly Token[], first: number, places: readonly Place[]): boolean {
  if (tokens[first - 1]?.text !== ',' || tokens[first - 2] === undefined) return false;
  const end = tokens[first - 2]!.end;
  const place = places[firstAt(places, tokens[first - 2]!.start - 40)];
  for (let k = firstAt(places, end - 40); k < places.length && places[k]!.start < end; k++)
    if (places[k]!.end === end && places[k]!.name.kind === 'person') return true;
  return place === undefined ? false : /^\d+$/u.test(tokens[first - 2]!.text);
}
