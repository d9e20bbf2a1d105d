import type { Block, Mark } from '../../story/copy.ts';
import { textOrHtml } from '../blocks/html-blocks.ts';

// What no text has (XML 1.0, 2.2, and HTML's control characters), and what turns the direction of letters (UAX #9, 2.1 to 2.3).
const suspects = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff\u202a-\u202e\u2066-\u2069]/;
const [PDF, PDI] = ['\u202c', '\u2069'];
const overrides = '\u202d\u202e';
const embeddings = '\u202a\u202b';
const isolates = '\u2066\u2067\u2068';

/**
 * The places of characters that must not reach a page: control characters, overrides of the direction, under which words read as
 * others, and embeddings that do not end where they began, which would turn what stands beside the copy. Arabic and Hebrew keep theirs.
 */
function straysIn(text: string): Set<number> {
  const strays = new Set<number>();
  if (!suspects.test(text)) return strays;
  const open: { readonly at: number; readonly end: string; readonly stray: boolean }[] = [];
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (!suspects.test(char)) continue;
    if (overrides.includes(char)) open.push({ at, end: PDF, stray: true });
    else if (embeddings.includes(char)) open.push({ at, end: PDF, stray: false });
    else if (isolates.includes(char)) open.push({ at, end: PDI, stray: false });
    else if (open.at(-1)?.end === char) {
      const opened = open.pop();
      if (!opened?.stray) continue;
      strays.add(opened.at).add(at);
    } else strays.add(at);
  }
  for (const { at } of open) strays.add(at);
  return strays;
}

/** A line without strays and without markup, for whatever is set in one: headlines, credits, keywords. */
export const cleanLine = (line: string): string => withoutStrays(textOrHtml(withoutStrays(line)));

function withoutStrays(text: string): string {
  const strays = straysIn(text);
  return strays.size === 0 ? text : [...keptIn(text, strays)].join('');
}

function* keptIn(text: string, strays: ReadonlySet<number>): Generator<string> {
  let from = 0;
  for (const at of [...strays].sort((one, other) => one - other)) {
    yield text.slice(from, at);
    from = at + 1;
  }
  yield text.slice(from);
}

/** A block without strays, its marks where their words are now; undefined when nothing is left. */
export function cleanBlock(block: Block): Block | undefined {
  const strays = straysIn(block.text);
  if (strays.size === 0) return block;
  const text = withoutStrays(block.text);
  if (text.trim() === '') return undefined;
  const { marks, ...rest } = block;
  const moved = new Uint32Array(block.text.length + 1);
  for (let at = 0; at < block.text.length; at++) moved[at + 1] = (moved[at] ?? 0) + (strays.has(at) ? 0 : 1);
  const kept = marks
    ?.map((mark): Mark => ({ ...mark, start: moved[mark.start] ?? 0, end: moved[mark.end] ?? 0 }))
    .filter(({ start, end }) => end > start);
  return { ...rest, text, ...(kept && kept.length > 0 && { marks: kept }) };
}
