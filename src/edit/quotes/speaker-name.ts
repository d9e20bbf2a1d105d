import { copyNames } from '../../story/reading/copy-names.ts';
import type { Mention } from '../../story/speech/quotation.ts';
import { firstAt, type Place, placesOf, strangersIn } from '../../story/who/name-places.ts';
import type { Name } from '../../text/names/names.ts';
import { isParticle, ROLES } from '../../text/words/name-words.ts';

/** The person behind a speaker's mention, where it is certain. */
export type Person = { readonly name: string; readonly role?: string };

/** How far back "he" and "she" look for the last speaker; about three paragraphs. */
const REACH = 1200;
const MOST_ROLE_WORDS = 6;
/** With more bearers than this a role tells nobody apart; bounds the work. */
const MOST_BEARERS = 50;

/**
 * Finds who is meant, mention by mention in the order of the text: a full name, a surname of one bearer, a role that one
 * person carries, or "he" and "she" where only one person can be meant. `hidden` are places that do not count for
 * pronouns, such as the words in marks.
 */
export function personFinder(
  text: string,
  isHidden: (at: number) => boolean,
): (mention: Mention) => Person | undefined {
  const names = copyNames(text);
  const people = names.filter((name) => name.kind === 'person');
  const strangers = strangersIn(text, names);
  const roles = rolesOf(people);
  const bearers = bearersOf(people);
  const places = placesOf(people).filter((place) => !isHidden(place.start));
  let last: { readonly name: Name; readonly at: number } | undefined;
  // A speaker whom we cannot name: "he" behind it may be that one, so it is not guessed.
  let unnamed = Number.NEGATIVE_INFINITY;
  return (mention) => {
    const pronoun = /^(?:he|she)$/iu.test(mention.text);
    const name = pronoun
      ? (opensWith(text, places, mention, strangers) ?? byPronoun(text, mention, places, { last, unnamed, strangers }))
      : (namedIn(text, places, mention) ??
        bySurname(mention, bearers) ??
        apposed(text, places, mention) ??
        byRole(mention, roles));
    if (name === undefined) {
      if (!pronoun) unnamed = mention.end;
      return undefined;
    }
    last = { name, at: mention.end };
    // One word is a whole name only where nothing longer is known, and then it is not certain whose.
    if (!isFull(name.full)) return undefined;
    // "said Norbert Ore. He left": a short word may take the stop of its sentence with it.
    const full = /^(?:jr|sr)\.$/iu.test(name.full.slice(name.full.lastIndexOf(' ') + 1))
      ? name.full
      : name.full.replace(/(?<=\p{Ll}{2})\.$/u, '');
    return { name: full, ...(name.role === undefined ? {} : { role: cleanRole(name.role) }) };
  };
}

/** "Ann Ode", not "Ode" and not "Le Quell". */
const isFull = (name: string): boolean => name.split(/[\s-]+/u).filter((word) => !isParticle(word)).length > 1;

/** The agency's words for the role, without the article. */
const cleanRole = (role: string): string => role.replace(/^(?:the|an?)\s+/iu, '').trim();

/** "Rubio", "Marco Rubio, 54", "US Secretary of State Marco Rubio"; not "Rubio's aide" and not "a friend of Rubio". */
function namedIn(text: string, places: readonly Place[], mention: Mention): Name | undefined {
  const inside: Place[] = [];
  for (let k = firstAt(places, mention.start); k < places.length && places[k]!.start < mention.end; k++)
    inside.push(places[k]!);
  const head = inside.at(-1);
  if (head === undefined || head.end > mention.end) return undefined;
  const others = inside.filter((place) => place.name !== head.name);
  // "Menon spokesman Piet Quell": another name may only stand before the role.
  if (others.length > 0 && !endsInRole(text.slice(others.at(-1)!.end, head.start))) return undefined;
  const before = text.slice(mention.start, head.start);
  const after = text.slice(head.end, mention.end);
  if (/\band\b/u.test(before + after) || /^['’]/u.test(text.slice(head.end, head.end + 1))) return undefined;
  if (after !== '' && !/^(?:,|\s+(?:on|in|at|of|from|\(|—|–|-))/u.test(after)) return undefined;
  // "an aide to Ann Ode" is somebody else; "the bank's Ann Ode" is she.
  const owned = after === '' ? before.replace(/['’]s\b/gu, '') : before;
  if (/\b(?:for|to|with|from|by|in|at)\b|['’]s\b/iu.test(owned) || /\bof\s+(?:the\s+)?$/iu.test(before))
    return undefined;
  return head.name;
}

/** People by the last word of their names, where several bear it. */
function bearersOf(people: readonly Name[]): ReadonlyMap<string, readonly Name[]> {
  const bearers = new Map<string, Name[]>();
  for (const name of people) {
    if (!/\s/u.test(name.full)) continue;
    const surname = name.full.slice(name.full.lastIndexOf(' ') + 1);
    const same = bearers.get(surname);
    if (same === undefined) bearers.set(surname, [name]);
    else same.push(name);
  }
  return bearers;
}

/** "Ode said" in a story about Ann Ode that names Ben Ode too, but only further on or long before. */
function bySurname({ text, start }: Mention, bearers: ReadonlyMap<string, readonly Name[]>): Name | undefined {
  const words = /^(?:(?<title>M(?:r|s|rs))\.? )?(?<surname>\p{Lu}[\p{L}'’-]+)$/u.exec(text)?.groups;
  const all = bearers.get(words?.['surname'] ?? '') ?? [];
  if (all.length < 2 || all.length > MOST_BEARERS) return undefined;
  const wanted = words?.['title'] === undefined ? undefined : words['title'] === 'Mr' ? 'he' : 'she';
  const fitting = all.filter(({ pronoun }) => wanted === undefined || pronoun === undefined || pronoun === wanted);
  const [main, ...others] = fitting.filter((name) => name.mentions[0]!.start < start);
  if (main === undefined) return undefined;
  const near = (name: Name) => name.mentions.some((place) => place.start < start && place.start > start - REACH);
  const rare = others.every((name) => name.mentions.length < main.mentions.length && !near(name));
  return rare ? main : undefined;
}

const endsInRole = (words: string): boolean => ROLES.has(/\p{L}+\s*$/u.exec(words)?.[0].trim().toLowerCase() ?? '');

type Before = {
  readonly last: { readonly name: Name; readonly at: number } | undefined;
  readonly unnamed: number;
  readonly strangers: readonly number[];
};

/** "the union's secretary, Ann Ode, said": the name stands between commas behind the role. */
function apposed(text: string, places: readonly Place[], mention: Mention): Name | undefined {
  const next = places[firstAt(places, mention.end)];
  if (next === undefined || text.slice(mention.end, next.start) !== ', ' || !/[,.;]/u.test(text[next.end] ?? '.'))
    return undefined;
  return ROLES.has(/\p{L}+$/u.exec(mention.text.slice(-30))?.[0].toLowerCase() ?? '') ? next.name : undefined;
}

/** "Ann Ode left. She said": a pronoun that opens a sentence means the one person whom its paragraph has named. */
function opensWith(
  text: string,
  places: readonly Place[],
  mention: Mention,
  strangers: readonly number[],
): Name | undefined {
  if (!/^(?:He|She)$/u.test(mention.text)) return undefined;
  const from = Math.max(0, mention.start - REACH);
  const gap = text.slice(from, mention.start).lastIndexOf('\n\n');
  if (gap < 0 && from > 0) return undefined;
  const start = gap < 0 ? 0 : from + gap;
  if (anyBetween(strangers, start, mention.start)) return undefined;
  const named = new Set<Name>();
  for (let k = firstAt(places, start); k < places.length && places[k]!.start < mention.start; k++)
    named.add(places[k]!.name);
  const [only] = named;
  const fits = only?.pronoun === undefined || only.pronoun === mention.text.toLowerCase();
  return named.size === 1 && fits ? only : undefined;
}

/** Whether one of the sorted places lies between two others. */
function anyBetween(sorted: readonly number[], from: number, to: number): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! <= from) low = middle + 1;
    else high = middle;
  }
  return low < sorted.length && sorted[low]! < to;
}

/** The last speaker, unless somebody else whom the pronoun fits was named since; or the one person named shortly before. */
function byPronoun(
  text: string,
  mention: Mention,
  places: readonly Place[],
  { last, unnamed, strangers }: Before,
): Name | undefined {
  const pronoun = mention.text.toLowerCase();
  // "she told Reeves": who is spoken to does not speak.
  const next = places[firstAt(places, mention.end)];
  const spoken = next !== undefined && /^ \p{Ll}+ $/u.test(text.slice(mention.end, next.start));
  const listener = spoken ? next.name : undefined;
  const recent = last !== undefined && mention.start - last.at <= REACH ? last : undefined;
  const since = recent?.at ?? mention.start - REACH / 2;
  if (unnamed > since || anyBetween(strangers, since, mention.start)) return undefined;
  if (entersUnnamed(text.slice(since, mention.start))) return undefined;
  const named = new Set<Name>(recent === undefined ? [] : [recent.name]);
  for (let k = firstAt(places, since); k < places.length && places[k]!.start < mention.start; k++) {
    named.add(places[k]!.name);
  }
  const fitting = [...named].filter(
    (name) => name !== listener && (name.pronoun === undefined || name.pronoun === pronoun),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** "A council spokesman denied it. … he said": somebody with a role and no name has the word since. */
const entersUnnamed = (between: string): boolean =>
  [...between.matchAll(/(?:^|[.!?]["”’']?)\s+(?:An?|One|Another)((?: [\p{L}’'-]+){1,6})/gu)].some(([, words = '']) =>
    words.split(' ').some((word) => ROLES.has(word.toLowerCase())),
  );

/** "the state secretary": every word of it stands in the role of just one person. */
function byRole(mention: Mention, roles: ReadonlyMap<string, ReadonlySet<Name>>): Name | undefined {
  if (!/^the\s/iu.test(mention.text)) return undefined;
  const wanted = roleWords(mention.text);
  if (!wanted.some((word) => ROLES.has(word)) || wanted.length > MOST_ROLE_WORDS) return undefined;
  const bearers = wanted.map((word) => roles.get(word)).sort((a, b) => (a?.size ?? 0) - (b?.size ?? 0));
  const [rarest, ...others] = bearers;
  if (rarest === undefined || rarest.size > MOST_BEARERS) return undefined;
  const fitting = [...rarest].filter((name) => others.every((each) => each?.has(name)));
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** Who carries each word of a role. */
function rolesOf(people: readonly Name[]): ReadonlyMap<string, ReadonlySet<Name>> {
  const roles = new Map<string, Set<Name>>();
  for (const name of people) {
    for (const word of roleWords(name.role ?? '')) roles.set(word, (roles.get(word) ?? new Set()).add(name));
  }
  return roles;
}

const roleWords = (role: string): string[] =>
  role
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '' && !/^(?:the|a|an|of|for|and|us|u|s|uk)$/u.test(word));
