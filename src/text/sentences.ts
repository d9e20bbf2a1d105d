import { rememberLast } from './memory/remember-last.ts';
import type { Span } from './span.ts';
import {
  AFTER_NAMES,
  AFTER_TIMES,
  BEFORE_NUMBERS,
  GOES_ON,
  OPENERS,
  TIMES_OF_DAY,
  TITLES,
} from './words/abbreviations.ts';

/** How far around a full stop we look; keeps the work linear on any text. */
const WINDOW = 60;
const ITEM = /^(?:[•⁃‣▪◦]|[(]?(?:[0-9]{1,2}|[a-z]|[ivx]{1,4})[.]?[)]) ?\S/iu;
/** "1) One 2) Two": an item of a list may begin anywhere, if the paragraph begins with one. */
const LIST = /^\s*(?:[•⁃‣▪◦]|[(]?(?:1|a|i)[.]?[)])/iu;
/** Stops with the marks that close behind them. */
const STOP = String.raw`(?<stops>[.!?…]+(?: [.](?![.\p{L}\p{N}]))*)(?<closers>["'”’»)\]]*)(?<space>\s+|(?=[“‘])|(?=\p{Lu})|$)`;
const STOPS = new RegExp(STOP, 'giu');
/** In a paragraph that is a list also the space before each thing that may be one of its items. */
const STOPS_AND_ITEMS = new RegExp(
  String.raw`${STOP}|(?<!\s)(?<list>\s+)(?=[•⁃‣▪◦(a-z0-9][a-z0-9.]{0,4} ?[)]? ?\S)`,
  'giu',
);
const PARAGRAPH = /\n[^\S\n]*\n/gu;

/** The sentences of a text, trimmed, in order; together they hold every word. A blank line always ends one. */
export const sentences: (text: string) => readonly Span[] = rememberLast((text) => {
  const found: Span[] = [];
  let start = 0;
  for (const gap of text.matchAll(PARAGRAPH)) {
    splitParagraph(text.slice(start, gap.index), start, found);
    start = gap.index + gap[0].length;
  }
  splitParagraph(text.slice(start), start, found);
  return found;
});

function splitParagraph(paragraph: string, offset: number, found: Span[]): void {
  const isList = LIST.test(paragraph.slice(0, 8));
  let start = 0;
  for (const match of paragraph.matchAll(isList ? STOPS_AND_ITEMS : STOPS)) {
    const { stops = '', closers = '', space = '', list } = match.groups ?? {};
    const end = match.index + (list === undefined ? stops.length + closers.length : 0);
    if (list === undefined) {
      const before = paragraph.slice(Math.max(start, match.index - WINDOW), match.index);
      const after = paragraph.slice(end + space.length, end + space.length + WINDOW);
      if (after === '') continue;
      if (!(isList && ITEM.test(after)) && !isEnd({ before, stops, closers, space, after })) continue;
    } else if (!ITEM.test(paragraph.slice(end + list.length, end + list.length + 9))) continue;
    push(paragraph, start, end, offset, found);
    start = end;
  }
  push(paragraph, start, paragraph.length, offset, found);
}

function push(paragraph: string, start: number, end: number, offset: number, found: Span[]): void {
  const raw = paragraph.slice(start, end);
  const trimmed = raw.trim();
  if (trimmed === '') return;
  const at = offset + start + raw.length - raw.trimStart().length;
  found.push({ start: at, end: at + trimmed.length });
}

type Place = {
  readonly before: string;
  readonly stops: string;
  readonly closers: string;
  readonly space: string;
  readonly after: string;
};

const REPORTING =
  /^(?:[\p{L}.'’-]+ ){1,5}?(?:said|says|say|asked|asks|told|tells|added|adds|wrote|writes|tweeted|shouted|replied|wondered|demanded|questioned|quipped|joked|exclaimed|continued|yelled|cried|mused|inquired|responded|insisted|recalled|explained|declared)\b/u;

/** Whether the stops at this place end a sentence: by what stands before them, then by what comes after. */
function isEnd({ before, stops, closers, space, after }: Place): boolean {
  const next = after.replace(/^["'“‘([«]+/u, '');
  const quoted = next.length < after.length && !after.startsWith('(');
  const nextWord = /^[\p{L}\p{N}'’.-]*[\p{L}\p{N}]/u.exec(next)?.[0] ?? '';
  const opener = OPENERS.has(nextWord.toLowerCase());
  const word = /[\p{L}\p{N}.'’&°]*$/u.exec(before)?.[0].replace(/^['’]/u, '') ?? '';
  if (/^[^\p{L}\p{N}]*\p{Ll}/u.test(after)) return false;
  // Without white space only an obvious opener starts a new sentence: "left.The" but not "Node.JS".
  if (space === '')
    return (
      /^[“‘]/u.test(after) ||
      ((opener || TITLES.has(nextWord.toLowerCase())) && closers === '' && /(?:\p{Ll}{2}|[0-9])$/u.test(word))
    );
  if (/^[–—]/u.test(after)) return stops === '.' && closers === '';
  if (/[!?]/u.test(stops)) return closers === '' || quoted || opener || !REPORTING.test(after);
  // An ellipsis that opens a sentence does not end it.
  if (isEllipsis(stops) && !/[\p{L}\p{N}]/u.test(before)) return false;
  if (isEllipsis(stops)) return opener || quoted || closers !== '' || stops.replace(/ /gu, '').length > 3;
  if (closers !== '' && !/^[)\]]/u.test(closers)) return true;
  return endsAtStop(word, before, { nextWord, after: next, opener, quoted });
}

const isEllipsis = (stops: string): boolean => /^(?:…|[. ]{2,})/u.test(stops);

function endsAtStop(
  word: string,
  before: string,
  next: { readonly nextWord: string; readonly after: string; readonly opener: boolean; readonly quoted: boolean },
): boolean {
  const key = word.toLowerCase();
  const digit = /^\p{N}/u.test(next.nextWord);
  const isInitials = /^(?:\p{L}\.&?)+\p{L}$/u.test(word);
  const opens = next.opener && !(isInitials && goesOn(next.after));
  // "1. The first item": the number of a list's item.
  if (/^\s*(?:[0-9]{1,2}|[•⁃] ?[0-9]{1,2}|[a-z])$/iu.test(before) && !next.quoted) return false;
  // Lower-case "a.m" is a time of day even though it looks like initials.
  if (TIMES_OF_DAY.has(key)) return !digit && !AFTER_TIMES.has(next.nextWord.toLowerCase());
  if (/^\p{Lu}$/u.test(word)) return next.opener;
  if (BEFORE_NUMBERS.has(key) && (/^\p{Lu}/u.test(word) || digit || key.length < 3)) {
    if (digit) return false;
    return key === 'no' || key === 'mar' ? true : next.opener || next.quoted;
  }
  if (TITLES.has(key) && !(key === 'v' && next.opener)) return false;
  if (AFTER_NAMES.has(key) && (/^\p{Lu}/u.test(word) || key.includes('.') || key.length > 3 || key === 'co'))
    return opens || (next.quoted && !key.includes('.'));
  if (isInitials) return opens || next.quoted;
  return true;
}

/** "the U.S. Should act", "the U.S. And Japan": agencies' own programs write a capital behind any stop; a question has its mark. */
const goesOn = (after: string): boolean => STATES.test(after) || JOINS_NAME.test(after);
const STATES = new RegExp(String.raw`^(?:${GOES_ON}|May) \p{Ll}(?![^.!]*\?)`, 'u');
const JOINS_NAME =
  /^And (?!(?:The|A|It|He|She|They|We|You|I|In|On|At|That|This|If|When)\b)\p{Lu}[\p{L}.]+(?! (?:said|says))/u;
