import { ROLES } from '../text/name-words.ts';
import type { Name } from '../text/names.ts';
import { markedSpans } from '../text/quote-marks.ts';
import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import type { Discourse } from './discourse.ts';
import { isBody, says } from './meant-body.ts';
import { firstAt, mayBePerson, type Place } from './name-places.ts';
import type { Actor } from './sentence-subject.ts';
import type { TaggedSentence } from './tagged-sentences.ts';

/** How many sentences before its own a pronoun may look back over, and how many it looks over at least. */
const MOST_BACK = 8;
const LEAST_BACK = 2;
/** How many sentences of a quotation may stand between who speaks and the pronoun. */
const MOST_QUOTED = 4;

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
/** People without a name whom a text may mean by "he" and "she", besides those who are called by a role. */
const MEN = words('man boy father son brother husband uncle grandfather nephew boyfriend stepfather gentleman guy king prince businessman spokesman chairman policeman fireman salesman actor');
const WOMEN = words('woman girl mother daughter sister wife aunt grandmother niece girlfriend stepmother lady queen princess businesswoman spokeswoman chairwoman policewoman actress widow heiress bride');
const OTHERS = words(
  'person child baby toddler teenager teen youth youngster pensioner motorist passenger pedestrian patient prisoner inmate soldier sailor gunman attacker assailant official worker employee colleague rival opponent opposite predecessor successor counterpart someone somebody one hero character thief robber burglar killer murderer bomber militant rebel protester customer client tourist migrant refugee teammate roommate lover leader figure bearer dictator informant source insider accuser complainant accomplice sibling parent relative cousin other contestant winner loser runner-up holder favourite favorite',
);

/**
 * The one person whom "he" or "she" at token `at` of sentence `k` can mean, with nobody without a name between: who acted or
 * spoke in the sentence before, if it names nobody else whom the pronoun fits; or else the only one whom it fits of all who
 * are named in the paragraph. Undefined where there is any doubt.
 */
export function personMeant(discourse: Discourse, k: number, at: number): Name | undefined {
  const { told } = discourse;
  const { tokens } = told[k]!.sentence;
  const speaks = says(tokens, at);
  const before = lastOwnWords(discourse, k);
  const near = told[before]!.sentence.start;
  // What somebody says names others than who goes on to speak.
  const view: View = { discourse, pronoun: tokens[at]!.norm, to: tokens[at]!.start, skipsQuoted: speaks };
  if (isCaption(discourse, before) && !isCaption(discourse, k)) return undefined;
  const here = onlyOne(spokenOf(view, near), view);
  if (here === undefined || strangersFrom(view, near)) return undefined;
  const subject = told[before]!.subject;
  // "Kei West leads the race": a subject that may be called by a name nobody knows for a person's.
  if (subject?.kind === 'name' && subject.place.name !== here && !isBody(discourse, subject.place.name)) return undefined;
  const acts = actsIn(discourse, before, here, speaks);
  // Of whom she speaks does not matter where she goes on to speak.
  const from = speaks && acts ? before + 1 : before;
  if (told.slice(from, k + 1).some(({ sentence }) => hasOther(sentence, view))) return undefined;
  if (acts) return here;
  const first = told[firstLookedAt(discourse, k)]!.sentence.start;
  return onlyOne(spokenOf(view, first), view) === here && !strangersFrom(view, first) ? here : undefined;
}

/** What of the text counts for a pronoun: everything before `to`, or only what stands outside quotation marks. */
type View = { readonly discourse: Discourse; readonly pronoun: string; readonly to: number; readonly skipsQuoted: boolean };

/** The sentence before `k` with words of the reporter's own; a quotation of several sentences lies between at most. */
function lastOwnWords({ told }: Discourse, k: number): number {
  let before = k - 1;
  while (before > 0 && k - before < MOST_QUOTED && told[before]!.sentence.quoted.every((quoted, i) => quoted || told[before]!.sentence.tokens[i]!.pos === 'PUNCT')) before--;
  return Math.max(0, before);
}

/** "Ode signs the treaty ." among sentences that end as sentences do: the line below a picture, which interrupts what is told. */
const isCaption = ({ told, text }: Discourse, k: number): boolean => /\s\.$/u.test(text.slice(told[k]!.sentence.start, told[k]!.sentence.end));

/** Everybody the pronoun fits who is spoken of from `from` on: by name, or by the same pronoun where it was read before. */
function spokenOf({ discourse, pronoun, to, skipsQuoted }: View, from: number): { name: Name | undefined; start: number }[] {
  const { places } = discourse;
  return [...places.slice(firstAt(places, from), firstAt(places, to)).filter(({ name }) => name.kind === 'person'), ...recent(discourse, from, pronoun)].filter(
    ({ name, start }) => fits(name, pronoun, discourse) && !(skipsQuoted && isQuoted(discourse, start)),
  );
}

function onlyOne(spoken: readonly { name: Name | undefined; start: number }[], { discourse }: View): Name | undefined {
  const only = spoken[0]?.name;
  if (only === undefined || spoken.some(({ name }) => name !== only)) return undefined;
  return spoken.some(({ start }) => !isQuoted(discourse, start)) ? only : undefined;
}

/** Names that may be another person's, for all we know. */
function strangersFrom({ discourse: { places, strangers, text }, to }: View, from: number): boolean {
  if (strangers.some((start) => start >= from && start < to)) return true;
  return places.slice(firstAt(places, from), firstAt(places, to)).some((place) => mayBePerson(place.name) && !isWhere(text, place) && !isAttribute(text, place));
}

/** Whether this person does what the sentence tells, or says it. */
function actsIn({ told, meant }: Discourse, k: number, person: Name, speaks: boolean): boolean {
  const { sentence, subject, speakers } = told[k]!;
  const isHer = (actor: Actor | undefined): boolean =>
    actor?.kind === 'name'
      ? actor.place.name === person
      : actor?.kind === 'pronoun' && meant.find(({ start }) => start === sentence.tokens[actor.at]!.start)?.name === person;
  return speakers.some(isHer) || (isHer(subject) && (speakers.length === 0 || !speaks));
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

/** "Sel Green chairman": the name only says of what. */
const isAttribute = (text: string, { end }: Place): boolean => /^\s\p{Ll}+\s\p{Lu}/u.test(text.slice(end, end + 30));

const isWhere = (text: string, { start }: Place): boolean =>
  /\b(?:in|at|to|from|near|of|the|around|across|outside|through)\s$/iu.test(text.slice(Math.max(0, start - 9), start));

const isQuoted = ({ text }: Discourse, place: number): boolean => insideMarks(markedSpans(text), place);

function insideMarks(marks: readonly Span[], place: number): boolean {
  const mark = marks[firstAt(marks, place + 1) - 1];
  return mark !== undefined && place < mark.end;
}

/** Whether the sentence speaks of somebody whom the pronoun fits and who is not named. */
function hasOther({ tokens, quoted }: TaggedSentence, { discourse, pronoun, to, skipsQuoted }: View): boolean {
  return tokens.some(
    (token, i) =>
      token.start < to &&
      !(skipsQuoted && quoted[i]) &&
      (isUnnamedPerson(tokens, i, pronoun, discourse.places) || isObject(tokens, i, pronoun)),
  );
}

/** "him", or "her" with nothing behind it that is hers: somebody else than who acts in the sentence. */
const isObject = (tokens: readonly Token[], at: number, pronoun: string): boolean =>
  pronoun === 'he'
    ? tokens[at]!.norm === 'him'
    : tokens[at]!.norm === 'her' && !/^(?:NOUN|PROPN|ADJ|NUM|ADV|VERB)$|^''$/u.test(tokens[at + 1]?.pos ?? '');

/** "a man", "her doctor", "the team's captain": a person without a name, who is nobody's role, aside or predicate. */
function isUnnamedPerson(tokens: readonly Token[], at: number, pronoun: string, places: readonly Place[]): boolean {
  const { norm, pos, end, text } = tokens[at]!;
  if (/^\p{Lu}/u.test(text) && at > 0) return false;
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
