import type { Name } from '../../text/names/names.ts';
import { markedSpans } from '../../text/quote-marks.ts';
import { copyTokens } from '../reading/copy-tokens.ts';
import { type Discourse, nameOf } from './discourse.ts';
import { isBody } from './is-body.ts';
import { says } from './meant-body.ts';
import { firstAt, mayBePerson, type Place } from './name-places.ts';
import { isUnnamedPerson } from './unnamed-person.ts';

/** How many sentences before its own a pronoun may look back over, and how many it looks over at least. */
const MOST_BACK = 8;
const LEAST_BACK = 2;
/** How many sentences of a quotation may stand between who speaks and the pronoun. */
const MOST_QUOTED = 4;
/** How many characters a pronoun may look back over; bounds the work. */
const FARTHEST = 4000;

/** What of the text counts for a pronoun: everything before `to`, or only what stands outside quotation marks. */
type View = {
  readonly discourse: Discourse;
  readonly pronoun: string;
  readonly to: number;
  readonly skipsQuoted: boolean;
};

/** Where somebody is spoken of, by name or by a pronoun; nobody knows of whom an unread one speaks. */
type Spoken = { readonly name: Name | undefined; readonly start: number };

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
  // What somebody says names others than who goes on to speak.
  const view: View = { discourse, pronoun: tokens[at]!.norm, to: tokens[at]!.start, skipsQuoted: speaks };
  if (isCaption(discourse, before) && !isCaption(discourse, k)) return undefined;
  const here = onlyOne(view, told[before]!.sentence.start);
  if (here === undefined) return undefined;
  const { subject, speakers } = told[before]!;
  if (actsBehindComma(discourse, before, here)) return undefined;
  // "Kei West leads the race": a subject that may be called by a name nobody knows for a person's.
  if (subject?.kind === 'name' && subject.place.name !== here && !isBody(discourse, subject.place.name))
    return undefined;
  const spoke = speakers.some((actor) => nameOf(discourse, before, actor) === here);
  // Of whom she spoke does not matter where she goes on to speak.
  const from = speaks && spoke ? before + 1 : before;
  if (told.slice(from, k + 1).some((_, i) => speaksOfOther(view, from + i))) return undefined;
  if (spoke || (subject !== undefined && nameOf(discourse, before, subject) === here)) return here;
  return onlyOne(view, told[firstLookedAt(discourse, k)]!.sentence.start) === here ? here : undefined;
}

/** "Asked whether Tarr, the mayor, would go, | Ban demurred": a name of one word that may be a person's has the verb. */
function actsBehindComma(discourse: Discourse, k: number, here: Name): boolean {
  const { tokens, end, start } = discourse.told[k]!.sentence;
  return discourse.places
    .slice(firstAt(discourse.places, start), firstAt(discourse.places, end))
    .some(({ name, start: from, end: to }) => {
      const at = tokens.findIndex((token) => token.start === from);
      const verb = tokens[tokens.findIndex((token) => token.end === to) + 1];
      return (
        name !== here && at > 0 && tokens[at - 1]!.text === ',' && verb?.pos === 'VERB' && !isBody(discourse, name)
      );
    });
}

/** The sentence before `k` with words of the reporter's own; a quotation of several sentences lies between at most. */
function lastOwnWords({ told }: Discourse, k: number): number {
  const isQuotation = (at: number): boolean => {
    const { quoted, tokens } = told[at]!.sentence;
    return quoted.every((inside, i) => inside || tokens[i]!.pos === 'PUNCT');
  };
  let before = k - 1;
  while (before > 0 && k - before < MOST_QUOTED && isQuotation(before)) before--;
  return Math.max(0, before);
}

/** "Ode signs the treaty ." among sentences that end as sentences do: the line below a picture, which interrupts what is told. */
const isCaption = ({ told, text }: Discourse, k: number): boolean =>
  /\s\.$/u.test(text.slice(0, told[k]!.sentence.end).slice(-3));

/** The first sentence that counts: of the paragraph, and two at least. */
function firstLookedAt({ told }: Discourse, k: number): number {
  let first = k;
  const isNear = () => k - first < LEAST_BACK || told[first - 1]!.paragraph === told[k]!.paragraph;
  while (first > 0 && k - first < MOST_BACK && isNear()) first--;
  return first;
}

/** The only person whom the pronoun fits of those who are spoken of from `from` on, once in the reporter's own words. */
function onlyOne(view: View, from: number): Name | undefined {
  const { discourse, to } = view;
  if (to - from > FARTHEST) return undefined;
  const named = discourse.places.slice(firstAt(discourse.places, from), firstAt(discourse.places, to));
  const isPerson = ({ name }: Place): boolean => name.kind === 'person';
  const spoken: Spoken[] = [...named.filter(isPerson), ...readFrom(view, from)].filter((each) => counts(view, each));
  const only = spoken[0]?.name;
  if (only === undefined || spoken.some(({ name }) => name !== only)) return undefined;
  if (spoken.every(({ start }) => isQuoted(discourse.text, start))) return undefined;
  return named.some((place) => mayBeSomebody(discourse, place)) ? undefined : only;
}

/** The same pronoun where it was read before. */
function readFrom({ discourse: { meant }, pronoun }: View, from: number): Spoken[] {
  const found: Spoken[] = [];
  for (let i = meant.length - 1; i >= 0 && meant[i]!.start >= from; i--)
    if (meant[i]!.pronoun === pronoun) found.push(meant[i]!);
  return found;
}

/** Whether the pronoun may stand for the name: by its honorific or first name, or by the pronoun that stood for it before. */
function counts({ discourse, pronoun, skipsQuoted }: View, { name, start }: Spoken): boolean {
  const known = name && (name.pronoun ?? discourse.called.get(name));
  return (known === undefined || known === pronoun) && !(skipsQuoted && isQuoted(discourse.text, start));
}

/** A name that may be another person's, for all we know: no place, and no mere attribute ("Sel Green chairman"). */
function mayBeSomebody({ text, strangers }: Discourse, { name, start, end }: Place): boolean {
  if (!mayBePerson(name)) return false;
  if (strangers[firstAt(strangers, start)]?.start === start) return true;
  const isWhere = /\b(?:in|at|to|from|near|of|the|around|across|outside|through)\s$/iu.test(
    text.slice(Math.max(0, start - 9), start),
  );
  const words = copyTokens(text);
  const next = words[firstAt(words, end)];
  return !isWhere && !(next?.pos === 'NOUN' && next.start === end + 1);
}

function isQuoted(text: string, place: number): boolean {
  const marks = markedSpans(text);
  const mark = marks[firstAt(marks, place + 1) - 1];
  return mark !== undefined && place < mark.end;
}

/** Whether sentence `k` speaks of somebody whom the pronoun fits and who is not named. */
function speaksOfOther({ discourse, pronoun, to, skipsQuoted }: View, k: number): boolean {
  const { tokens, quoted } = discourse.told[k]!.sentence;
  return tokens.some(
    ({ start }, i) =>
      start < to && !(skipsQuoted && quoted[i]) && isUnnamedPerson(tokens, i, pronoun, discourse.places),
  );
}
