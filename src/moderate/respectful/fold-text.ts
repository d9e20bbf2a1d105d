import { LOOKALIKES } from './lookalikes.ts';

/** Text as it is compared: lower case, plain letters. `at[i]` is where unit `i` comes from in the text as written. */
export type Folded = {
  readonly text: string;
  /** UTF-16 offsets into the text as written, one more than `text` has units; undefined when they are the same. */
  readonly at: Int32Array | undefined;
};

const PLAIN = /^[\t\n\r\x20-\x7e]*$/;
const INVISIBLE = /[\p{Cf}\p{M}\u115f\u1160\u3164\uffa0]/u;
const cache = new Map<number, string>();
const MOST_CACHED = 20_000;

/**
 * Undoes what hides a word from a reader's eye but not from a machine: width, style and accents (Unicode NFKD), letters of
 * other scripts that look like Latin ones (Unicode UTS 39), characters that cannot be seen.
 * @NOTE A word that is wholly of another script keeps its letters: "сор" within Russian is not "cop".
 */
export function foldText(text: string): Folded {
  if (PLAIN.test(text)) return { text: text.toLowerCase(), at: undefined };
  const foreign = mostlyForeign(text);
  let out = '';
  const at: number[] = [];
  let offset = 0;
  for (const character of text) {
    const folded = foldCharacter(character, foreign);
    out += folded;
    for (let i = 0; i < folded.length; i++) at.push(offset);
    offset += character.length;
  }
  at.push(text.length);
  return { text: out, at: Int32Array.from(at) };
}

function foldCharacter(character: string, foreign: boolean): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 128) return code >= 65 && code <= 90 ? String.fromCharCode(code + 32) : character;
  if (foreign && /\p{L}/u.test(character)) return character.toLowerCase();
  const known = cache.get(code);
  if (known !== undefined) return known;
  const folded = plain(character);
  if (cache.size < MOST_CACHED) cache.set(code, folded);
  return folded;
}

function plain(character: string): string {
  if (INVISIBLE.test(character)) return '';
  const lookalike = LOOKALIKES.get(character);
  if (lookalike !== undefined) return lookalike;
  let out = '';
  for (const part of character.normalize('NFKD')) {
    if (!INVISIBLE.test(part)) out += LOOKALIKES.get(part) ?? part.toLowerCase();
  }
  return out;
}

/** Whether the text is written in another script than Latin, so that its letters are what they are. */
function mostlyForeign(text: string): boolean {
  let latin = 0;
  let other = 0;
  for (const { index } of text.slice(0, 2000).matchAll(/\p{L}/gu)) {
    if (text.charCodeAt(index) < 0x250) latin++;
    else if (/\p{Script=Cyrillic}|\p{Script=Greek}|\p{Script=Armenian}|\p{Script=Cherokee}/u.test(text.charAt(index)))
      other++;
  }
  return other > latin * 2;
}
