/** Whether the quotation mark at `at`, inside a string, ends the string. */
export type Closes = (text: string, at: number) => boolean;

type Put = (at: number, until: number, instead: string) => void;

const controls: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const blanks = '\u00a0\ufeff\u2028\u2029\u0000\u001a';

/**
 * Repairs a JSON text in one pass, by rules that change no word: control characters and wrong escapes in strings, commas too
 * many, documents in a row. Adds no bracket and no end of a string, so that what was cut off stays invalid.
 */
export function repairStrings(text: string, closes: Closes): string {
  const out: string[] = [];
  let copied = 0;
  let depth = 0;
  let documents = 0;
  let comma = -1;
  const put: Put = (at, until, instead) => {
    out.push(text.slice(copied, at), instead);
    copied = until;
  };
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? '';
    if (char === '"') {
      const end = repairString(text, at, { closes, put });
      if (end < 0) return out.join('') + text.slice(copied);
      at = end;
      comma = -1;
    } else if (char === '{' || char === '[') {
      if (depth === 0 && documents++ > 0 && comma < 0) put(at, at, ',');
      depth++;
      comma = -1;
    } else if (char === '}' || char === ']') {
      if (comma >= copied) put(comma, comma + 1, ' ');
      depth--;
      comma = -1;
    } else if (char === ',') {
      if (comma >= 0) put(at, at + 1, ' ');
      else comma = at;
    } else if (blanks.includes(char)) {
      if (comma < 0) put(at, at + 1, ' ');
    } else if (!' \t\r\n'.includes(char)) comma = -1;
  }
  const json = out.join('') + text.slice(copied);
  return documents > 1 && depth === 0 ? `[${json}]` : json;
}

/** Repairs the string that begins at `from`; the place of its closing quotation mark, or -1 when it has none. */
function repairString(text: string, from: number, { closes, put }: { closes: Closes; put: Put }): number {
  for (let at = from + 1; at < text.length; at++) {
    const char = text[at] ?? '';
    if (char === '"') {
      if (closes(text, at)) return at;
      put(at, at + 1, '\\"');
    } else if (char < ' ') {
      put(at, at + 1, controls[char] ?? ' ');
    } else if (char === '\\') {
      const next = text[at + 1] ?? '';
      const unicode = next === 'u' && /^[\da-f]{4}$/i.test(text.slice(at + 2, at + 6));
      if (next === 'u' && !unicode) put(at, at + 1, '\\\\');
      else if (next === '' || !'"\\/bfnrtu'.includes(next)) put(at, at + 1, '');
      if (next >= ' ') at++;
    }
  }
  return -1;
}
