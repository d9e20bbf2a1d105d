import type { Mention } from '../story/quotation.ts';
import { ROLES } from '../text/name-words.ts';
import { findNames, type Name } from '../text/names.ts';
import type { Span } from '../text/span.ts';

/** The person behind a speaker's mention, where it is certain. */
export type Person = { readonly name: string; readonly role?: string };

type Place = Span & { readonly name: Name };

/** How far back "he" and "she" look for the last speaker; about three paragraphs. */
const REACH = 1200;

/**
 * Finds who is meant, mention by mention in the order of the text: a full name, a surname of one bearer, a role that one
 * person carries, or "he" and "she" where only one person can be meant. `hidden` are places that do not count for
 * pronouns, such as the words in marks.
 */
export function personFinder(
  text: string,
  isHidden: (at: number) => boolean,
): (mention: Mention) => Person | undefined {
  const people = findNames(text).filter((name) => name.kind === 'person');
  const places: Place[] = people
    .flatMap((name) => name.mentions.map((span) => ({ ...span, name })))
    .filter((place) => !isHidden(place.start))
    .sort((a, b) => a.start - b.start);
  let last: { readonly name: Name; readonly at: number } | undefined;
  return (mention) => {
    const name = namedIn(text, places, mention) ?? byPronoun(mention, places, last) ?? byRole(mention, people);
    if (name === undefined) return undefined;
    last = { name, at: mention.end };
    // One word is a whole name only where nothing longer is known, and then it is not certain whose.
    if (!/[\s-]/u.test(name.full)) return undefined;
    return { name: name.full, ...(name.role === undefined ? {} : { role: cleanRole(name.role) }) };
  };
}

/** The agency's words for the role, without the article. */
const cleanRole = (role: string): string => role.replace(/^(?:the|an?)\s+/iu, '').trim();

/** The first place at or after `from`, by halving. */
function firstAt(places: readonly Place[], from: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]!.start < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** "Rubio", "Marco Rubio, 54", "US Secretary of State Marco Rubio"; not "Rubio's aide" and not "a friend of Rubio". */
function namedIn(text: string, places: readonly Place[], mention: Mention): Name | undefined {
  const inside: Place[] = [];
  for (let k = firstAt(places, mention.start); k < places.length && places[k]!.start < mention.end; k++)
    inside.push(places[k]!);
  const [first] = inside;
  if (first === undefined || first.end > mention.end || new Set(inside.map((place) => place.name)).size > 1)
    return undefined;
  const before = text.slice(mention.start, first.start);
  const after = text.slice(first.end, mention.end);
  if (/^['’]|\band\b/u.test(after) || /^['’]s?/u.test(text.slice(first.end, first.end + 1)) || /\band\b/u.test(before))
    return undefined;
  if (after !== '' && !/^(?:,|\s+(?:on|in|at|of|from|\(|—|–|-))/u.test(after)) return undefined;
  // "spokesman for Ann Ode": a preposition before the name, unless a department stands between.
  if (
    /\b(?:for|to|with|from|by|in|at)\b/iu.test(before) ||
    /\bof\s+(?:the\s+)?$/iu.test(before) ||
    /['’]s\b/u.test(before)
  )
    return undefined;
  return first.name;
}

function byPronoun(
  mention: Mention,
  places: readonly Place[],
  last: { name: Name; at: number } | undefined,
): Name | undefined {
  const pronoun = mention.text.toLowerCase();
  if (pronoun !== 'he' && pronoun !== 'she') return undefined;
  const fits = (name: Name) => name.pronoun === undefined || name.pronoun === pronoun;
  const since = last !== undefined && mention.start - last.at <= REACH ? last.at : mention.start - REACH / 2;
  const named = new Set<Name>();
  for (let k = firstAt(places, since); k < places.length && places[k]!.start < mention.start; k++) {
    if (fits(places[k]!.name)) named.add(places[k]!.name);
  }
  if (last !== undefined && mention.start - last.at <= REACH) {
    if (!fits(last.name)) named.delete(last.name);
    else named.add(last.name);
  }
  return named.size === 1 ? [...named][0] : undefined;
}

/** "the state secretary": every word of it stands in the role of just one person. */
function byRole(mention: Mention, people: readonly Name[]): Name | undefined {
  if (!/^the\s/iu.test(mention.text)) return undefined;
  const wanted = roleWords(mention.text);
  if (!wanted.some((word) => ROLES.has(word)) || wanted.length > 6) return undefined;
  const bearers = people.filter((name) => {
    const own = new Set(roleWords(name.role ?? ''));
    return wanted.every((word) => own.has(word));
  });
  return bearers.length === 1 ? bearers[0] : undefined;
}

const roleWords = (role: string): string[] =>
  role
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '' && !/^(?:the|a|an|of|for|and|us|u|s|uk)$/u.test(word));
