import type { Name } from '../../text/names/names.ts';
import type { Span } from '../../text/span.ts';
import { NOT_PEOPLE } from '../../text/words/name-words.ts';

/** One mention of a name. */
export type Place = Span & { readonly name: Name };

/** Every mention of the names, in the order of the text. */
export const placesOf = (names: readonly Name[]): Place[] =>
  names
    .flatMap((name) => name.mentions.map(({ start, end }) => ({ start, end, name })))
    .sort((a, b) => a.start - b.start);

/** The first place at or after `from`, by halving. */
export function firstAt(places: readonly Span[], from: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]!.start < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a name that nothing shows to be a person's may be one, for all we know. */
export const mayBePerson = (name: Name): boolean => / /.test(name.full) && mayBeNamed(name);

const mayBeNamed = ({ kind, full }: Name): boolean =>
  kind === 'other' &&
  /^\p{Lu}\p{Ll}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]+){0,2}$/u.test(full) &&
  !NOT_PEOPLE.has(full.slice(full.lastIndexOf(' ') + 1).toLowerCase());

/** Where names that may be a person's, for all we know, stand as a subject: "he" behind one is not guessed. */
export function strangersIn(text: string, names: readonly Name[]): number[] {
  return names
    .filter(mayBeNamed)
    .flatMap(({ mentions }) => mentions)
    .filter(({ start, end }) => isSubject(text.slice(Math.max(0, start - 6), start), text.slice(end, end + 12)))
    .map(({ start }) => start)
    .sort((a, b) => a - b);
}

const isSubject = (before: string, after: string): boolean =>
  !/\b(?:in|at|to|of|from|the|near) $/iu.test(before) &&
  /^(?:,| (?:\p{Ll}+ed|said|says|told|who|is|was|has|had)\b)/u.test(after);
