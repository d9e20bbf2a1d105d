import { rememberWords } from '../../text/memory/remember-words.ts';
import { type Meaning, meaningOf } from './meaning.ts';

/** A word, number, currency sign or mark of a draft, and what it says by itself. Places are in its text. */
export type Word = {
  readonly text: string;
  readonly norm: string;
  readonly start: number;
  readonly end: number;
  readonly meaning: Meaning | null;
};

const WORD =
  /(?:\p{L}\.){2,}|\d[\d,]*(?:\.\d+)?|n['’]t(?![\p{L}])|['’](?:s|re|ve|ll|d|m)(?![\p{L}])|[\p{L}\p{M}]+?(?=n['’]t(?!\p{L}))|[\p{L}\p{M}]+|\p{N}+|\S/giu;

/** Cuts a text in words and marks: both sides of a comparison are cut here, so that they agree. */
export function wordsIn(text: string): Word[] {
  const found: Word[] = [];
  for (let at = 0; at < text.length; at++) {
    if (isSpace(text.charCodeAt(at))) continue;
    const start = at;
    while (at < text.length && !isSpace(text.charCodeAt(at))) at++;
    for (const { text: word, norm, start: from, end: to, meaning } of partsOf(text.slice(start, at)))
      found.push({ text: word, norm, start: start + from, end: start + to, meaning });
  }
  return found;
}

/** The words of what stands between two spaces. */
const partsOf = rememberWords((run): readonly Word[] =>
  Array.from(run.matchAll(WORD), ({ 0: text, index }) => {
    const norm = text.toLowerCase().replace('’', "'");
    return { text, norm, start: index, end: index + text.length, meaning: meaningOf(text, norm) };
  }),
);

/** What `\s` matches: the white space of a keyboard, and of Unicode. */
const isSpace = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || (code >= 160 && SPACES.has(code));
const SPACES = new Set([
  0xa0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a, 0x2028, 0x2029,
  0x202f, 0x205f, 0x3000, 0xfeff,
]);
