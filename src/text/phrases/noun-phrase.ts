import { tickerEnd } from '../tickers.ts';
import type { Token } from '../tokens.ts';
import { ARTICLES, MONTHS, WEEKDAYS } from '../words/function-words.ts';
import { wordSet } from '../words/word-set.ts';
import { isMistakenNoun } from './mistaken-noun.ts';
import { describes, isNominal, isPersonal, isPossessive, startsInner, startsNoun } from './noun-parts.ts';
import { isGlued } from './phrase.ts';

/** Where a noun phrase ends (exclusive) and the noun that the rest hangs on; places are tokens. */
export type NounAt = { readonly to: number; readonly head: number };

const QUOTES = new Set(['"', '“', '”', "'", '‘', '’', '<', '>']);
/** They stand before a number as a part of it. */
const BOUNDS = wordSet(
  `about around over under nearly almost some only just roughly approximately more less fewer up at least most than to an another well as
  many much`,
);
/** Pronouns that are a phrase by themselves. */
const ALONE = wordSet(
  `i he she it we you they him them us me this that these those who there itself himself herself themselves somebody someone something
  anybody anyone anything nobody everyone everybody everything nothing others another both all some many most none one each`,
);
const MODALS = wordSet('will would may might can could must should shall');

/** The noun phrase that begins at a place; null when none does. With `plain`, without its "of …". */
export function nounPhraseAt(tokens: readonly Token[], from: number, to: number, plain = false): NounAt | null {
  const base = basePhrase(tokens, from, to);
  if (!base || plain) return base;
  let end = base.to;
  while (end < to - 1 && tokens[end]!.norm === 'of') {
    const inner = basePhrase(tokens, end + 1, to);
    if (!inner) break;
    end = inner.to;
  }
  return { to: end, head: base.head };
}

function basePhrase(tokens: readonly Token[], from: number, to: number): NounAt | null {
  let start = from;
  while (start < to && QUOTES.has(tokens[start]!.text)) start++;
  if (start >= to) return null;
  const pronoun = pronounAt(tokens, start, to);
  if (pronoun) return pronoun;
  const first = skipDeterminers(tokens, start, to);
  return wordsToHead(tokens, { from, start, first, to });
}

/** "it", "nobody else", "somebody's boat", "half | of its jets": a phrase that a pronoun makes. */
function pronounAt(tokens: readonly Token[], at: number, to: number): NounAt | null {
  const { norm, pos } = tokens[at]!;
  const itself = { to: at + 1, head: at };
  if (isPersonal(norm) && pos === 'PRON') return itself;
  const next = tokens[at + 1];
  if (/^(?:PRON|NOUN|ADV|DET)$/.test(pos) && ALONE.has(norm)) {
    if (/(?:one|body)$/.test(norm)) {
      const owner = next?.norm === 'else' ? at + 2 : at + 1;
      const owned = /^['’]s$/.test(tokens[owner]?.text ?? '') ? basePhrase(tokens, owner + 1, to) : null;
      return owned ?? { to: owner, head: at };
    }
    if (MODALS.has(next?.norm ?? '') || (pos === 'PRON' && !startsNoun(tokens, at + 1, to))) return itself;
  }
  return next?.norm === 'of' && /^(?:half|most|some|many|all|both|each|none|one|any|several|few|much)$/.test(norm)
    ? itself
    : null;
}

/** Behind "all the", "at least", "its", "yesterday's". */
function skipDeterminers(tokens: readonly Token[], start: number, to: number): number {
  let at = skipBounds(tokens, start, to);
  if (at === start && /^(?:all|both|half|such|each|every|no|any|some)$/.test(tokens[at]!.norm)) at++;
  const token = tokens[at];
  if (at < to && token && (token.pos === 'DET' || ARTICLES.has(token.norm) || isPossessive(token.norm))) at++;
  at = skipBounds(tokens, at, to);
  const isOwner =
    /^(?:yesterday|today|tomorrow)$/.test(tokens[at]?.norm ?? '') && /^['’]s$/.test(tokens[at + 1]?.text ?? '');
  return isOwner ? at + 2 : at;
}

function skipBounds(tokens: readonly Token[], from: number, to: number): number {
  let at = from;
  while (at < to && BOUNDS.has(tokens[at]!.norm)) at++;
  if (at === from || at >= to) return from;
  const { pos, text, norm } = tokens[at]!;
  const isNumber =
    /^(?:SYM|NUM)$/.test(pos) ||
    /^[$£€]|\d/.test(text) ||
    /^(?:dozen|half|third|quarter|hundred|thousand|million)$/.test(norm);
  return isNumber ? at : from;
}

/** Where a phrase may go on: its first token, with quotation marks and without, its first word behind articles, and its limit. */
type Bounds = { readonly from: number; readonly start: number; readonly first: number; readonly to: number };

/** The last noun of the words that belong together from `first` on. */
function wordsToHead(tokens: readonly Token[], bounds: Bounds): NounAt | null {
  const { first, start, to } = bounds;
  let head = -1;
  let end = first;
  // Behind an owner the words that describe begin anew: "MG Rover's | proposed tie-up".
  let owned = false;
  let at = first;
  for (; at < to; at++) {
    const part = partAt(tokens, at, { ...bounds, head, owned });
    if (part === 'outside') break;
    if (part === 'brackets') at = tokens.findIndex(({ text }, i) => i > at && (text === ')' || text === '>'));
    if (part === 'noun' || part === 'hyphened') head = at;
    if (part === 'noun' || part === 'hyphened' || part === 'last') end = at + 1;
    if (part === 'noun' || part === 'owner') owned = part === 'owner';
    if (part === 'last') break;
  }
  return head < 0 ? headless(tokens, start, at) : { to: end, head };
}

/** What a word is to the noun phrase before it: `last` and `outside` end it. */
type Part = 'noun' | 'hyphened' | 'owner' | 'inside' | 'brackets' | 'last' | 'outside';

function partAt(
  tokens: readonly Token[],
  at: number,
  { from, start, to, head, owned }: Bounds & { readonly head: number; readonly owned: boolean },
): Part {
  const token = tokens[at]!;
  const { norm, text } = token;
  const ticker = tickerEnd(tokens, at, to);
  if (ticker > at) return head >= 0 && ticker < to && isNominal(tokens[ticker]) ? 'brackets' : 'outside';
  // "profits | thanks to a sale".
  if (head >= 0 && norm === 'thanks' && tokens[at + 1]?.norm === 'to') return 'outside';
  // "at its plant in Ohio | next year".
  const opensTime = /^(?:next|last|late|early|earlier|this)$/.test(norm);
  if (opensTime && (head >= 0 || (at > start && tokens[start]!.pos === 'ADJ'))) return 'outside';
  if (isNominal(token) || isMistakenNoun(tokens, at, head))
    return head >= 0 && !owned && isDayBehind(tokens, at, head) ? 'outside' : 'noun';
  if (/^['’]s?$/.test(text) && head >= 0 && (text.length > 1 || startsNoun(tokens, at + 1, to))) {
    // "Iran's missile programme": the owner stands before the head.
    const isOwner = at + 1 < to && (startsInner(tokens, at + 1) || /^\p{Lu}/u.test(tokens[at + 1]!.text));
    return isOwner ? 'owner' : 'last';
  }
  if (text === '(' && head >= 0 && isBracketInside(tokens, at, to)) return 'brackets';
  if (text === '-' && isGlued(tokens, at)) return 'inside';
  if (isGlued(tokens, at) && tokens[at - 1]!.text === '-') return 'hyphened';
  if (QUOTES.has(text)) {
    if (head < 0 || (at + 1 < to && startsInner(tokens, at + 1))) return 'inside';
    return closesMark(tokens, from, at) ? 'last' : 'outside';
  }
  // A number closes nothing: "two potentially lucrative contracts".
  const behindNoun = head >= 0 && !owned && tokens[head]!.pos !== 'NUM';
  return describes(tokens, at, { to, behindNoun }) ? 'inside' : 'outside';
}

/** A day behind a noun is a time of its own: "the plan | Tuesday". */
const isDayBehind = (tokens: readonly Token[], at: number, head: number): boolean =>
  !isGlued(tokens, at) && isDay(tokens[at]!) && !isDay(tokens[head]!) && tokens[at - 1]!.pos !== 'DET';

const isDay = ({ norm }: Token): boolean =>
  (WEEKDAYS as readonly string[]).includes(norm) ||
  MONTHS.has(norm) ||
  /^(?:yesterday|today|tonight|tomorrow)$/.test(norm);

/** "a $40bn (£21bn) deal": what stands in brackets inside is no part of it. */
function isBracketInside(tokens: readonly Token[], at: number, to: number): boolean {
  const close = tokens.findIndex(({ text }, i) => i > at && i < at + 8 && text === ')');
  return close > 0 && close + 1 < to && isNominal(tokens[close + 1]);
}

/** An odd number of marks since the start: this one closes. */
const closesMark = (tokens: readonly Token[], start: number, at: number): boolean =>
  tokens.slice(start, at).filter(({ text }) => QUOTES.has(text)).length % 2 === 1;

/** "the poor", "the lowest": behind an article an adjective does for a noun; "this" alone does, too. */
function headless(tokens: readonly Token[], start: number, end: number): NounAt | null {
  if (tokens[start]!.pos !== 'DET') return null;
  if (end > start + 1 && /^(?:ADJ|NUM)$/.test(tokens[end - 1]?.pos ?? '')) return { to: end, head: end - 1 };
  return end === start + 1 && ALONE.has(tokens[start]!.norm) ? { to: end, head: start } : null;
}
