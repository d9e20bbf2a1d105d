import { tickerEnd } from '../tickers.ts';
import type { Token } from '../tokens.ts';
import { splitHiddenVerb } from './hidden-verb.ts';
import { joinLists } from './lists.ts';
import { nounPhraseAt } from './noun-phrase.ts';
import { openerAt } from './openers.ts';
import { isGlued, type Phrase, type Place } from './phrase.ts';
import { prepositionAt } from './prepositions.ts';
import { timesAt } from './times.ts';
import { verbOrParticipleAt } from './verb-or-participle.ts';
import { infinitiveAt } from './verb-phrase.ts';

const ASIDES = new Set([
  'of course',
  'in fact',
  'at least',
  'for example',
  'for instance',
  'in particular',
  'at all',
  'in general',
  'so far',
  'once again',
  'in turn',
  'as well',
]);
const MARK = /^(?:[,;:.?!–—…<>[\]]|--|-)$/;

/** The phrases of a clause, from its subject on, in order: every token belongs to one. */
export function readPhrases(tokens: readonly Token[], from: number, to: number): Phrase[] {
  const found: Phrase[] = [];
  for (let at = from; at < to; at = found.at(-1)!.to) {
    const place = { tokens, at, to, before: found };
    found.push(...splitHiddenVerb(phraseAt(place), place));
  }
  return joinLists(found, tokens);
}

/** The kinds of phrases in the order in which a place is tried for them: what is certain by its form comes first. */
const READERS: readonly ((place: Place) => Phrase | null)[] = [
  bracketsAt,
  markAt,
  quotedAt,
  jointAt,
  asideAdverbAt,
  // "in May" before "may", "to Monday" before "to close", "since then" before "since he left".
  timeAt,
  toDeedAt,
  openerAt,
  verbOrParticipleAt,
  // "About 60 people" before "about the plan".
  boundedNounAt,
  prepositionAt,
  nounAt,
  adjectiveAt,
];

function phraseAt(place: Place): Phrase {
  for (const reader of READERS) {
    const phrase = reader(place);
    if (phrase) return phrase;
  }
  const { tokens, at } = place;
  return oneWord(tokens[at]!.pos === 'ADV' || /[\p{L}\p{N}]/u.test(tokens[at]!.text) ? 'adverb' : 'mark', at);
}

const oneWord = (kind: Phrase['kind'], at: number): Phrase => ({ kind, from: at, to: at + 1, head: at });

/** "(£21bn)", "<AXP>": what stands in brackets; the bracket alone where none closes it. */
function bracketsAt({ tokens, at, to }: Place): Phrase | null {
  const ticker = tickerEnd(tokens, at, to);
  if (ticker > at) return { kind: 'aside', from: at, to: ticker, head: at };
  if (tokens[at]!.text !== '(' && tokens[at]!.text !== '[') return null;
  const close = tokens.findIndex(({ text }, i) => i > at && (text === ')' || text === ']'));
  return { kind: 'aside', from: at, to: close > 0 && close < to ? close + 1 : at + 1, head: at };
}

function markAt({ tokens, at }: Place): Phrase | null {
  return MARK.test(tokens[at]!.text) && !isGlued(tokens, at) ? oneWord('mark', at) : null;
}

/** Quotation marks part nothing: they go with the phrase behind them. */
function quotedAt(place: Place): Phrase | null {
  const { tokens, at, to } = place;
  if (!/^(?:["“”]|'')$/.test(tokens[at]!.text) || at + 1 >= to) return null;
  return { ...phraseAt({ ...place, at: at + 1 }), from: at };
}

function jointAt({ tokens, at }: Place): Phrase | null {
  const { pos, norm } = tokens[at]!;
  return pos === 'CCONJ' || /^(?:and|or|but|nor)$/.test(norm) ? oneWord('joint', at) : null;
}

/** "of course", "in fact"; not the bound of "at least 40". */
function asideAdverbAt({ tokens, at, to }: Place): Phrase | null {
  const bounds = /^(?:NUM|SYM)$/.test(tokens[at + 2]?.pos ?? '');
  const isAside = at + 1 < to && !bounds && ASIDES.has(`${tokens[at]!.norm} ${tokens[at + 1]!.norm}`);
  return isAside ? { kind: 'adverb', from: at, to: at + 2, head: at } : null;
}

function timeAt({ tokens, at, to }: Place): Phrase | null {
  const end = timesAt(tokens, at, to);
  return end > at ? { kind: 'time', from: at, to: end, head: at } : null;
}

function toDeedAt({ tokens, at, to }: Place): Phrase | null {
  const found = infinitiveAt(tokens, at, to);
  return found && { kind: 'infinitive', from: at, ...found };
}

/** "About 60 people" as a subject or an object: how many, not about whom. */
function boundedNounAt({ tokens, at, to, before }: Place): Phrase | null {
  const { norm } = tokens[at]!;
  const isBound =
    /^(?:about|around|nearly|almost)$/.test(norm) ||
    // "put over 700 tonnes into".
    (/^(?:over|under)$/.test(norm) && (before.length === 0 || tokens[at + 1]?.pos === 'NUM')) ||
    /^(?:at least|at most|up to)$/.test(`${norm} ${tokens[at + 1]?.norm}`);
  if (!isBound || !/^(?:verb|infinitive|participle)$/.test(before.at(-1)?.kind ?? 'verb')) return null;
  return nounAt({ tokens, at, to });
}

function nounAt({ tokens, at, to }: Omit<Place, 'before'>): Phrase | null {
  const found = nounPhraseAt(tokens, at, to);
  return found && { kind: 'noun', from: at, ...found };
}

/** "open", "too small"; an adverb begins one only behind "is". */
function adjectiveAt({ tokens, at, to, before }: Place): Phrase | null {
  const { pos } = tokens[at]!;
  const opens =
    pos === 'ADJ' || (pos === 'ADV' && at + 1 < to && tokens[at + 1]!.pos === 'ADJ' && before.at(-1)?.verb?.links);
  if (!opens) return null;
  let end = at;
  while (end < to && tokens[end]!.pos === 'ADV') end++;
  while (end < to && (describesState(tokens[end]!) || (isGlued(tokens, end) && end > at))) end++;
  const last = Math.max(end, at + 1);
  return { kind: 'adjective', from: at, to: last, head: last - 1 };
}

/** Not "next", "early": these begin a time. */
const describesState = ({ pos, norm }: Token): boolean =>
  pos === 'ADJ' && !/^(?:last|next|early|late|earlier)$/.test(norm);
