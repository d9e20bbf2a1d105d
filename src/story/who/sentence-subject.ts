import type { Token } from '../../text/tokens.ts';
import { ROLES } from '../../text/words/name-words.ts';
import type { TaggedSentence } from '../reading/tagged-sentences.ts';
import { firstAt, type Place } from './name-places.ts';

/** Who or what does the verb of a clause: a name of the copy, a pronoun, or something else (a thing, a role, several). */
export type Actor =
  | { readonly kind: 'name'; readonly place: Place }
  | { readonly kind: 'pronoun'; readonly at: number }
  | { readonly kind: 'other'; readonly from: number; readonly to: number };

/** How many words may stand before the comma behind which the subject of a sentence begins. */
const LONGEST_OPENING = 25;
/** How many words an aside behind the subject may have. */
const LONGEST_ASIDE = 30;

/** What may stand between a name and its verb: "of Port Sel", "last week". */
const GOES_BEHIND = /^(?:of|at|from|in|last|this|earlier|today|yesterday|\p{L}+day)$/u;

const isNominal = (token: Token | undefined): boolean => /^(?:NOUN|PROPN|ADJ|NUM)$/u.test(token?.pos ?? '');
const joins = (token: Token | undefined): boolean => /^(?:'s|'|-|\/|&)$/u.test(token?.norm ?? '');
export const isVerb = (token: Token | undefined): boolean => /^(?:VERB|AUX)$/u.test(token?.pos ?? '');

/** Where the subject of the sentence begins, as an index of its tokens: behind an opening phrase and its comma. -1 where it opens with words in marks, or none. */
export function subjectStart({ tokens, quoted }: TaggedSentence): number {
  let at = 0;
  while (/^(?:but|and|yet|so)$/u.test(tokens[at]?.norm ?? '')) at++;
  if (/^["“”'‘(]|^''$/u.test(tokens[at]?.text ?? '') || quoted[at]) return -1;
  const first = tokens[at];
  if (first === undefined) return -1;
  const opens =
    /^(?:ADP|SCONJ|ADV|PART)$/u.test(first.pos) || (first.pos === 'VERB' && /(?:ing|ed|en)$/u.test(first.norm));
  if (!opens) return at;
  const pronoun = pronounInFront(tokens, at);
  if (pronoun > 0) return pronoun;
  const comma = tokens.findIndex(({ text }, i) => i > at && text === ',' && !quoted[i] && !isDate(tokens, i));
  return comma < 0 || comma - at > LONGEST_OPENING ? -1 : comma + 1;
}

/** "In 2004 she joined": the pronoun behind an opening phrase without a comma; -1 where there is none, or the phrase is a clause. */
function pronounInFront(tokens: readonly Token[], at: number): number {
  for (let i = at + 1; i < tokens.length && i - at < LONGEST_OPENING; i++) {
    if (isVerb(tokens[i]) || tokens[i]!.text === ',') return -1;
    if (/^(?:he|she|it)$/u.test(tokens[i]!.norm)) return isNominal(tokens[i - 1]) && isVerb(tokens[i + 1]) ? i : -1;
  }
  return -1;
}

/** "On May 3, 2004, he": the comma inside the date opens nothing. */
const isDate = (tokens: readonly Token[], comma: number): boolean =>
  /^\d+$/u.test(tokens[comma - 1]?.text ?? '') && /^\d{4}$/u.test(tokens[comma + 1]?.text ?? '');

/** The subject of the sentence's main clause, where it can be told. */
export function subjectIn(sentence: TaggedSentence, places: readonly Place[]): Actor | undefined {
  const start = subjectStart(sentence);
  return start < 0 ? undefined : actorAt(sentence, start, places);
}

/** The noun phrase that begins at a token and to which a verb belongs, as an actor; undefined where none begins there. */
function actorAt({ tokens, quoted }: TaggedSentence, from: number, places: readonly Place[]): Actor | undefined {
  const first = tokens[from];
  if (first === undefined || quoted[from]) return undefined;
  if (first.pos === 'PRON' && /^(?:he|she|it|they|we|i|you)$/u.test(first.norm)) return { kind: 'pronoun', at: from };
  const isOfPhrase = (at: number): boolean =>
    isNominal(tokens[at]) || joins(tokens[at]) || isPart(tokens, at) || isInName(places, tokens[at]!);
  let to = from;
  while (to < tokens.length && !quoted[to] && isOfPhrase(to)) to++;
  if (to === from) return undefined;
  const name = endsBeforeVerb(tokens, to) ? nameIn(tokens, from, to, places) : undefined;
  return name ?? { kind: 'other', from, to: to - 1 };
}

/** Whoever is found to speak at these tokens, as an actor. */
export function speakerAt(
  { tokens }: TaggedSentence,
  [from, to]: readonly [number, number],
  places: readonly Place[],
): Actor {
  if (from === to && tokens[from]!.pos === 'PRON') return { kind: 'pronoun', at: from };
  return nameIn(tokens, from, to + 1, places) ?? { kind: 'other', from, to };
}

/** The tagger takes some surnames for verbs: what belongs to a name does not end its phrase. */
function isInName(places: readonly Place[], { start, end }: Token): boolean {
  const place = places[firstAt(places, start + 1) - 1];
  return place !== undefined && end <= place.end;
}

/** Determiners, and "of", "for" or "and" between two nouns. */
const isPart = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]!.pos === 'DET' ||
  /^(?:his|her|its|their|our|my)$/u.test(tokens[at]!.norm) ||
  (tokens[at]!.norm === '.' && /^\p{L}{1,3}$/u.test(tokens[at - 1]?.text ?? '') && isNominal(tokens[at + 1])) ||
  (/^(?:of|for|and|or|at|in|from|de|la|von|van|bin|al)$/u.test(tokens[at]!.norm) &&
    isNominal(tokens[at - 1]) &&
    (isNominal(tokens[at + 1]) || tokens[at + 1]?.pos === 'DET'));

/** The name that is the head of the phrase: behind nothing but its article and roles, and nothing hangs on it. */
function nameIn(tokens: readonly Token[], from: number, to: number, places: readonly Place[]): Actor | undefined {
  const end = tokens[to - 1]!.end;
  const first = firstAt(places, tokens[from]!.start);
  let k = first;
  while (places[k + 1] !== undefined && places[k + 1]!.end <= end) k++;
  for (; k >= first; k--) {
    const place = places[k];
    if (place === undefined || place.end > end) continue;
    const before = tokens.slice(from, to).filter((token) => token.end <= place.start);
    const after = tokens.slice(from, to).filter((token) => token.start >= place.end);
    const isFull =
      place.name.kind === 'person' && after.length === 0 && place.end - place.start === place.name.full.length;
    if (
      !leadsTo(before, isFull && / /.test(place.name.full)) ||
      !(after.length === 0 || GOES_BEHIND.test(after[0]!.norm))
    )
      continue;
    if ([...before, ...after].some(({ norm }) => norm === 'and' || norm === 'or')) return undefined;
    return { kind: 'name', place };
  }
  return undefined;
}

/** What stands before the name is its article and roles: "the former mayor Ann Ode", not "the trial of Ann Ode" or "Ode's". */
function leadsTo(before: readonly Token[], isFull: boolean): boolean {
  const last = before.at(-1);
  if (last === undefined) return true;
  const words = before.filter(({ norm }) => norm !== '.');
  const role =
    ROLES.has(words.at(-1)?.norm ?? '') || /^(?:mr|mrs|ms|dr|sir|sen|rep|gov)$/u.test(words.at(-1)?.norm ?? '');
  // "an aide to the mayor Ann Ode" is not she.
  if (words.some(({ norm }) => /^(?:to|for)$/u.test(norm))) return false;
  // "the bank's Ann Ode": who has a name of two words is no thing of the bank's.
  if (role || (words.at(-1)?.norm === "'s" && isFull)) return true;
  return before.every(({ pos }) => /^(?:DET|ADJ|NOUN|PROPN)$/u.test(pos)) && before.length < 5;
}

/** A verb follows, at once or behind an aside between commas. */
function endsBeforeVerb(tokens: readonly Token[], to: number): boolean {
  let at = to;
  const open = tokens[at]?.text;
  if (open === ',' || open === '(' || open === '–' || open === '—' || open === '--') {
    const close = open === '(' ? ')' : open;
    // Of an aside with commas of its own the last one before the verb counts.
    let found = -1;
    for (let k = at + 1; k < tokens.length && k - at <= LONGEST_ASIDE; k++) {
      if (tokens[k]!.text !== close) continue;
      found = k;
      if (isVerb(tokens[k + 1]) || tokens[k + 1]?.pos === 'ADV') break;
    }
    if (found < 0) return false;
    at = found + 1;
  }
  while (tokens[at]?.pos === 'ADV' || /^(?:also|both|all)$/u.test(tokens[at]?.norm ?? '')) at++;
  return isVerb(tokens[at]);
}
