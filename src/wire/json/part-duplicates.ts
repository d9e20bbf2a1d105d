/** Keys whose value decides whether copy may be published, lower case, without "_" and "-". */
const deciding = new Set(
  'pubstatus status embargoed embargo embargoeduntil signal signals editorialtypes ednote revisions replaces'.split(
    ' ',
  ),
);

/**
 * JSON text in which a deciding key that stands twice in one object gets another case of letters the second time, so that
 * both values are seen: JSON.parse keeps the last alone, and a second "usable" would bring a killed story back.
 * The text must be valid JSON. Keys in their several cases are what `valuesAt` reads.
 */
export function partDuplicates(json: string): string {
  const open: (Set<string> | null)[] = [];
  const pieces: string[] = [];
  let copied = 0;
  for (let at = 0; at < json.length; at++) {
    const char = json[at];
    if (char === '{' || char === '[') open.push(null);
    else if (char === '}' || char === ']') open.pop();
    if (char !== '"') continue;
    const end = stringEnd(json, at);
    const key = end - at < 40 && isKey(json, end) ? keyOf(json.slice(at, end)) : undefined;
    if (key !== undefined && deciding.has(folded(key))) {
      const seen = open.at(-1) ?? new Set<string>();
      open[open.length - 1] = seen;
      if (seen.has(key)) {
        const other = otherSpelling(key, seen);
        pieces.push(json.slice(copied, at), JSON.stringify(other));
        copied = end;
        seen.add(other);
      } else seen.add(key);
    }
    at = end - 1;
  }
  pieces.push(json.slice(copied));
  return pieces.join('');
}

const folded = (key: string): string => key.toLowerCase().replace(/[_-]/g, '');

/** Where the string that begins at `from` ends, past its closing quote. */
export function stringEnd(json: string, from: number): number {
  for (let at = from + 1; at < json.length; at++) {
    const char = json[at];
    if (char === '\\') at++;
    else if (char === '"') return at + 1;
  }
  return json.length;
}

function isKey(json: string, end: number): boolean {
  let at = end;
  while (at < json.length && ' \t\r\n'.includes(json[at] ?? '')) at++;
  return json[at] === ':';
}

function keyOf(literal: string): string {
  return literal.includes('\\') ? String(JSON.parse(literal)) : literal.slice(1, -1);
}

/** The key with other letters in capitals; with a hundred duplicates each has its own. */
function otherSpelling(key: string, seen: ReadonlySet<string>): string {
  const lower = key.toLowerCase();
  for (let bits = 1; bits < 2 ** Math.min(lower.length, 10); bits++) {
    const other = [...lower].map((letter, place) => ((bits >> place) & 1 ? letter.toUpperCase() : letter)).join('');
    if (!seen.has(other)) return other;
  }
  throw new Error(`"${key.slice(0, 40)}" stands in one object too often`);
}
