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
  const lookalike = LOOKALIKES.get(character);
  if (lookalike !== undefined) return lookalike;
  let out = '';
  for (const part of character.normalize('NFKD')) {
    if (!INVISIBLE.test(part)) out += LOOKALIKES.get(part) ?? part.toLowerCase();
  }
  return out;
}

/** Letters of the Cyrillic and Greek alphabets that look like no Latin one: a disguise has few, a language many. */
const UNLIKE = /[бгджзийлптфцчшщъыьэюяδζθλξπφψςσω]/giu;
const LEAST_UNLIKE = 0.2;

/** Whether the text is written in Cyrillic or Greek, so that its letters are what they are. */
function mostlyForeign(text: string): boolean {
  const part = text.slice(0, 2000);
  return (part.match(UNLIKE)?.length ?? 0) > LEAST_UNLIKE * (part.match(/\p{L}/gu)?.length ?? 0);
}
