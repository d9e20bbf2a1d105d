import { findNameProblem } from './find-name-problem.ts';
import { ADDRESS_BEHIND, DOTTED_TITLES, JOINED_PARTICLES, SUFFIXES, TITLES } from './name-words.ts';
import { tidyName } from './tidy-name.ts';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Scripts that begin a name with a capital. Georgian has capitals too, and does not. */
const CASED = /[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}\p{sc=Armenian}]/u;
/** Names of whole families of scripts that put the family first. */
const FAMILY_FIRST = /^[\p{sc=Han}\p{sc=Hangul}\p{sc=Hira}\p{sc=Kana}ー々 ]+$/u;

/**
 * The name over a comment: first name and the initial of the last one, "Priya Sharma" is "Priya S". Undefined when the name
 * cannot be used; `findNameProblem` says why.
 * - The initial is the first character that a reader sees of the last word, in any script: "क्षितिज शर्मा" is "क्षितिज श".
 *   Particles before it fall away with the middle names: "Ludwig van Beethoven" is "Ludwig B".
 * - A name of one word stays as it is. So does one in Chinese, Japanese or Korean characters without a space: its family name
 *   is mostly one character, so an initial would hide nothing. With a space the family stands first: "김 민수" is "민수 김".
 * - Initials in front give way to a first name behind them ("A. P. J. Abdul Kalam" is "Abdul K"); without one they stay:
 *   "J. R. R. Tolkien" is "J T", which gives away no more than was meant.
 * - Titles, degrees and nicknames in brackets or quotation marks go. "Sharma, Priya" is turned round.
 * - ALL CAPITALS and all small letters are written as a name is.
 */
export function shortName(fullName: string): string | undefined {
  if (findNameProblem(fullName) !== undefined) return undefined;
  const name = tidyName(fullName).replace(ADDRESS_BEHIND, '');
  const words = inOrder(withoutNicknames(name)).map((word) => cased(word, name));
  const [first, ...others] = words;
  if (first === undefined) return undefined;
  const last = others.at(-1);
  const given = isInitial(first) ? (others.slice(0, -1).find((word) => !isInitial(word)) ?? first) : first;
  return last === undefined ? given : `${given} ${initialOf(last)}`;
}

const withoutNicknames = (name: string): string => {
  const without = name.replace(/\([^()]*\)|["“„][^"“”„]*["”“]/gu, ' ').replace(/["“”„()]/gu, ' ');
  return /\p{L}/u.test(without) ? without : name.replace(/["“”„()]/gu, ' ');
};

/** The words of a name, given name first, without titles and degrees; at least one. */
function inOrder(name: string): string[] {
  const [before = '', ...behind] = name
    .split(',')
    .map((part) => withoutSuffixes(wordsOf(part)))
    .filter((part) => part.length > 0)
    .map((part) => part.join(' '));
  // "Sharma, Priya" is a list's way of writing; "Priya Sharma, Mumbai" names a place.
  // What is nothing but "Jr" is still what she wrote.
  const turned = (behind.length > 0 && !before.includes(' ') ? `${behind[0]} ${before}` : before) || name;
  const words = withoutTitles(turned.split(' ').flatMap(splitAtStops));
  return FAMILY_FIRST.test(name) ? words.toReversed() : words;
}

/** Words between spaces, and in a foreign name written in East Asian characters between its dots. */
const wordsOf = (part: string): string[] =>
  part
    .split(/ |(?<=[\p{sc=Han}\p{sc=Kana}ー])[·・‧](?=[\p{sc=Han}\p{sc=Kana}])/u)
    .filter((word) => /\p{L}/u.test(word));

const plain = (word: string): string => word.toLowerCase().replaceAll('.', '');

function withoutSuffixes(words: readonly string[]): string[] {
  const end = words.findLastIndex((word, at) => at === 0 || !SUFFIXES.has(plain(word)));
  const kept = words.slice(0, end + 1);
  // Behind a comma there may be nothing but "Jr".
  return kept.length === 1 && SUFFIXES.has(plain(kept[0] ?? '')) ? [] : kept;
}

/** "J.R.R." is three words, "Dr.Priya" two; each keeps its full stop. What has no letter is none. */
const splitAtStops = (word: string): string[] => (word.match(/[^.]+\.?/gu) ?? []).filter((part) => /\p{L}/u.test(part));

function withoutTitles(words: readonly string[]): string[] {
  const isTitle = (word: string) => TITLES.has(plain(word)) || (word.endsWith('.') && DOTTED_TITLES.has(plain(word)));
  const start = words.findIndex((word, at) => at === words.length - 1 || !isTitle(word));
  return words
    .slice(start)
    .map((word) => trimmed(word.replaceAll('.', '')))
    .filter(Boolean);
}

/** Without what may not stand at a word's ends. */
const trimmed = (word: string): string => word.replace(/^[^\p{L}]+|[^\p{L}\p{M}\p{Nd}’']+$/gu, '');

const isInitial = (word: string): boolean => CASED.test(word) && firstCharacter(word) === word;

/** What a reader sees as the first character. Of two letters of ASCII it is the first, which needs no looking up. */
function firstCharacter(word: string): string | undefined {
  if (/^[a-z](?:[a-z]|$)/i.test(word)) return word.charAt(0);
  const [first] = graphemes.segment(word);
  return first?.segment;
}

function initialOf(word: string): string {
  const initial = firstCharacter(word.replace(JOINED_PARTICLES, '')) ?? word;
  return CASED.test(initial) ? capital(initial) : initial;
}

/** A capital, unless that takes more characters ("ß"). */
const capital = (letter: string): string =>
  letter.toUpperCase().length > letter.length ? letter : letter.toUpperCase();

/** A word with a capital in front when the name, or this word, was typed in one case only. */
function cased(word: string, name: string): string {
  if (!CASED.test(word)) return word;
  if (!/\p{Lu}/u.test(word)) return capitalised(word);
  if (/\p{Ll}/u.test(word)) return word;
  const allCapitals = !/\p{Ll}/u.test(name);
  const letters = word.replace(/[^\p{L}]/gu, '').length;
  // "JRR Tolkien", "PK": letters that nobody can speak as a word are initials.
  const spoken = /[AEIOUYÀ-ÖØ-Ý\u0100-\u024f\u0370-\u058f]/u.test(word);
  return letters > 3 || (allCapitals && letters > 1 && spoken) ? capitalised(word.toLowerCase()) : word;
}

const capitalised = (word: string): string =>
  word.replace(/(?<=^|[-‐‑–]|(?<=^\p{L})['’ʼ])\p{Ll}/gu, (letter) => capital(letter));
