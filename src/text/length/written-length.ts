/** How often a repeated group of `size` characters counts before the rest of its run is padding. */
const timesCounted = (size: number): number => (size === 1 ? 3 : size < 12 ? 2 : 1);
/** A longer group than this has said enough by itself: it is more than the fewest characters of a comment. */
const LONGEST_GROUP = 60;

const WHITE_SPACE = /\p{White_Space}+/u;
const PLAIN = /^[\x21-\x7e]+$/;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;
/** What takes no ink although some of it is called a letter or a symbol: joiners, fillers, selectors, the empty Braille cell. */
const WITHOUT_INK = /[\p{Cc}\p{Cf}\p{Co}\p{Default_Ignorable_Code_Point}\u2800\ufffc]/gu;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Characters as a person counts them, who would call it padding when "aaaaaa" or "ha ha ha ha" fills a form.
 * - What a reader sees as one character is one: "é", "👩‍👧‍👦", "क्षि", whatever it is made of.
 * - White space counts one between words, however much there is, and nothing at the ends.
 * - What cannot be seen (zero width, control and formatting characters, marks that stand on nothing) counts nothing.
 * - What repeats right behind itself, in whatever case, is a run. When one character stands four times or more, three count;
 *   when a group of 2 to 11 characters stands three times or more, two count; when a group of 12 to 60 stands twice or
 *   more, one counts. So "!!!" is 3 and "!!!!!!" too, "ha ha" is 5 and "ha ha ha ha" too.
 * The page's counter and the server both call this. It is linear, never throws, and needs no import.
 */
export function writtenLength(text: string): number {
  if (text !== last.text) last = { text, length: countWritten(text) };
  return last.length;
}

/** Several rules ask it of one comment, one after the other. */
let last = { text: '', length: 0 };

function countWritten(text: string): number {
  const written = numbered(text);
  const padding = findPadding(written);
  let count = 0;
  let space = 0;
  for (let at = 0; at < written.length; at++) {
    if (padding[at]) continue;
    if (written[at] === SPACE) {
      space = 1;
    } else {
      count += 1 + (count > 0 ? space : 0);
      space = 0;
    }
  }
  return count;
}

const SPACE = 0;

/** The visible characters as numbers, equal ones alike, with one SPACE between words. */
function numbered(text: string): number[] {
  const numbers = new Map<string, number>();
  const written: number[] = [];
  for (const word of text.split(WHITE_SPACE)) {
    const before = written.length;
    if (before > 0) written.push(SPACE);
    const start = written.length;
    if (PLAIN.test(word)) {
      const small = word.toLowerCase();
      for (let at = 0; at < small.length; at++) written.push(small.charCodeAt(at));
    } else {
      for (const character of charactersOf(word)) written.push(numberOf(character, numbers));
    }
    if (written.length === start) written.length = before;
  }
  // So that the last group of "ha ha ha" ends as the others do.
  written.push(SPACE);
  return written;
}

/** One unit is its own number, of more each has one beyond those. */
function numberOf(character: string, numbers: Map<string, number>): number {
  if (character.length === 1) return character.charCodeAt(0);
  const number = numbers.get(character) ?? 0x10000 + numbers.size;
  numbers.set(character, number);
  return number;
}

/** The visible characters of a word, so written that the same character is the same string. */
function charactersOf(word: string): string[] {
  const characters: string[] = [];
  for (const { segment } of graphemes.segment(word)) {
    const ink = segment.replace(WITHOUT_INK, '');
    if (VISIBLE.test(ink)) characters.push(ink.normalize('NFC').toLowerCase());
  }
  return characters;
}

/** 1 where a character only repeats what stands before it once too often. */
function findPadding(written: readonly number[]): Uint8Array {
  const padding = new Uint8Array(written.length);
  const longest = Math.min(LONGEST_GROUP, written.length - 1);
  for (let size = 1; size <= longest; size++) {
    const enough = timesCounted(size) * size;
    if (!mayRepeat(written, size, enough)) continue;
    let matching = 0;
    for (let at = size; at < written.length; at++) {
      matching = written[at] === written[at - size] ? matching + 1 : 0;
      // Only a whole group more than counts is padding; then all of it is, from its first character on.
      if (matching === enough) padding.fill(1, at - size + 1, at + 1);
      else if (matching > enough) padding[at] = 1;
    }
  }
  return padding;
}

/** False where no `enough` characters in a row are those `size` before them: one of them, and a neighbour, stands at a step of `enough`. */
function mayRepeat(written: readonly number[], size: number, enough: number): boolean {
  const repeats = (at: number) => written[at] === written[at - size];
  for (let at = size + enough - 1; at < written.length; at += enough) {
    if (repeats(at) && (repeats(at - 1) || repeats(at + 1))) return true;
  }
  return false;
}
