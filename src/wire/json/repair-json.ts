import { jsonrepair } from 'jsonrepair';
import { jsonOf } from '../../text/parse-json.ts';
import { type Closes, repairStrings } from './repair-strings.ts';

// jsonrepair takes time by the square of some texts; up to this length it answers in a quarter of a second.
const LONGEST_FOR_JSONREPAIR = 32 * 1024;

// Whether a quotation mark in a string ends it. The second rule reads strings whose own quotation marks were left bare.
const anyMark: Closes = () => true;
const markBeforeStructure: Closes = (text, at) =>
  /^"\s{0,200}(?:$|:|[}\]]\s{0,200}(?:$|[,}\]])|,\s{0,200}(?:"[^"\\]{0,80}"\s{0,200}[:,\]]|"[^"\\]{0,80}$|[{[\d-]|true|false|null|[}\]]))/.test(
    text.slice(at, at + 600),
  );

/**
 * JSON as agencies break it, made valid: raw control characters in strings, escapes that JSON does not have (\“), commas too
 * many, several documents in a row, quotation marks left bare. Undefined when it cannot be done without losing or making up
 * words, above all when the end is missing: half a story must never pass for a whole one.
 */
export function repairJson(text: string): string | undefined {
  for (const closes of [anyMark, markBeforeStructure]) {
    const json = repairStrings(text, closes);
    if (isValid(json)) return json;
  }
  return repairLoosely(repairStrings(text, anyMark));
}

/** Single quotation marks, comments, Python's words, missing commas; never a colon, which would make a key of a word. */
function repairLoosely(json: string): string | undefined {
  if (json.length > LONGEST_FOR_JSONREPAIR) return undefined;
  try {
    const repaired = jsonrepair(json);
    const same = [closing, colons, words].every((measure) => measure(json) === measure(repaired));
    return same && isValid(repaired) ? repaired : undefined;
  } catch {
    return undefined;
  }
}

const isValid = (json: string): boolean => jsonOf(json) !== undefined;

/** The brackets and quotation marks at the end; one more after the repair is the sign of a text that was cut off. */
function closing(json: string): string {
  let at = json.length;
  while (at > 0 && ' \t\r\n,\'"}]'.includes(json[at - 1] ?? '')) at--;
  return json.slice(at).replace(/[\s,]/g, '').replaceAll("'", '"');
}

const colons = (json: string): string => json.replace(/[^:]/g, '');

const words = (json: string): string =>
  json
    .replace(/\bNone\b/g, 'null')
    .replace(/\b(?:True|False)\b/g, (word) => word.toLowerCase())
    .replace(/[^\p{L}\p{N}]+/gu, '');
