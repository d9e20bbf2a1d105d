import { MAXIMUM_NAME } from '../story/discussion/comment.ts';
import { STAFF, STAFF_ALONE } from './name-words.ts';
import { tidyName } from './tidy-name.ts';

const CONTROL = /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]|[\p{Co}\p{Cs}]/u;
const WEB_ADDRESS =
  /:\/\/|\bwww\.|(?<![\p{L}.])[\p{L}\p{N}-]{2,}\.(?:com|net|org|info|biz|io|co|in|uk|ru|cn|de|xyz|top|site|online|shop|club)(?![\p{L}\p{N}.])/iu;
/** Letters, marks and what stands between them in somebody's name, in any script. */
const NAME = /^(?:[\p{L}\p{M}\p{Nd} '’‘ʼʻ`´"“”„״׳.,()·・‧‐‑–-]|\u200c|\u200d)+$/u;
const MIXED_ALPHABETS =
  /\p{sc=Latin}\p{M}*[\p{sc=Cyrillic}\p{sc=Greek}]|[\p{sc=Cyrillic}\p{sc=Greek}]\p{M}*\p{sc=Latin}/u;
/** One character can be a name where a character is a word or a syllable. */
const LONG_ENOUGH = /[\p{L}].*[\p{L}\p{M}]|[\p{sc=Han}\p{sc=Hangul}\p{sc=Hira}\p{sc=Kana}]/su;

const graphemes = new Intl.Segmenter('en');

/** Why `name` cannot stand over a comment, in words for the person who typed it; undefined when it can. */
export function findNameProblem(name: string): string | undefined {
  // Before anything else, so that nobody's megabyte is looked at closely.
  if (name.length > MAXIMUM_NAME * 8) return TOO_LONG;
  if (CONTROL.test(name)) return 'Please type your name again: it holds hidden characters that we cannot show.';
  const tidy = tidyName(name);
  if (tidy === '') return 'Please write your name.';
  if (tidy.length > MAXIMUM_NAME && [...graphemes.segment(tidy)].length > MAXIMUM_NAME) return TOO_LONG;
  if (tidy.includes('@')) return 'Please write your name, not an e-mail address or a handle.';
  if (WEB_ADDRESS.test(tidy)) return 'Please write your name, not a web address.';
  if (!NAME.test(tidy)) {
    return 'Please write your name with letters. Between them there may be spaces, hyphens, apostrophes and full stops.';
  }
  if (!LONG_ENOUGH.test(tidy)) return 'Please write your full name.';
  if (MIXED_ALPHABETS.test(tidy)) return 'Please write your name in one alphabet.';
  if (posesAsStaff(tidy)) return 'Please write your own name: this one would look like a message from the newsroom.';
  return undefined;
}

const TOO_LONG = `Please keep your name to ${MAXIMUM_NAME} characters.`;

/** Whether a tidy name would look like one of the newsroom's. */
export function posesAsStaff(name: string): boolean {
  const words = withoutDisguise(name)
    .split(/[^\p{L}\p{M}-]+/u)
    .filter(Boolean);
  return words.some((word) => STAFF.has(word)) || words.every((word) => STAFF_ALONE.has(word));
}

/** "M0derat0r" and "Admin2" read as what they mean to be taken for. */
const withoutDisguise = (name: string): string =>
  name.toLowerCase().replace(/(?<=\p{L})[01345](?=\p{L})/gu, (digit) => LOOKALIKES[digit] ?? '');

const LOOKALIKES: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's' };
