import type { Block } from '../../story/copy.ts';

// A line this long was not wrapped by hand, so each line is a paragraph.
const LONGEST_WRAPPED_LINE = 100;

/**
 * Plain text to blocks: paragraphs are parted by blank lines or begin with an indent; hard-wrapped lines are joined; lines set in
 * columns stay as they are.
 */
export function textBlocks(text: string): Block[] {
  const lines = text.replace(/\r\n?|\u2028|\u2029|\f|\v/g, '\n').split('\n');
  const long = lines.some((line) => line.length > LONGEST_WRAPPED_LINE);
  const chunks: string[][] = [[]];
  for (const line of lines) {
    if (line.trim() === '') chunks.push([]);
    else chunks.at(-1)?.push(line);
  }
  return chunks
    .flatMap((chunk) => (inColumns(chunk) ? [chunk] : paragraphs(chunk, long)))
    .map(toBlock)
    .filter((block) => block.text !== '');
}

const indented = /^(?:\s{2,}|\t)\S/;
const bullet = /^\s*(?:[•·*◦▪]\s?|--?\s|–\s)(?=[\p{L}\p{N}"'“‘(])/u;

function paragraphs(lines: readonly string[], long: boolean): string[][] {
  const made: string[][] = [];
  // Where every line is indented, the indent is the margin and tells nothing.
  const margin = lines.every((line) => indented.test(line));
  for (const line of lines) {
    const open = made.at(-1);
    const starts = long || (!margin && indented.test(line)) || (bullet.test(line) && endsSentence(open));
    if (!open || starts) made.push([line]);
    else open.push(line);
  }
  return made;
}

/** A dash that begins a wrapped line in the middle of a sentence is no bullet. */
const endsSentence = (open: readonly string[] | undefined): boolean =>
  open === undefined || /[.:;!?"”]\s*$/.test(open.at(-1) ?? '') || bullet.test(open[0] ?? '');

function toBlock(lines: readonly string[]): Block {
  if (lines.length > 1 && inColumns(lines))
    return { kind: 'preformatted', text: lines.map((line) => line.trimEnd()).join('\n') };
  const text = lines
    .join(' ')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
  const item = /^[•·*◦▪]\s?(?=[\p{L}\p{N}"'“‘(])/u.exec(text);
  return item && text.length > item[0].length
    ? { kind: 'item', text: text.slice(item[0].length) }
    : { kind: 'paragraph', text };
}

/** Most lines hold a run of three spaces or a tab between words: a table of results. */
function inColumns(lines: readonly string[]): boolean {
  if (lines.length < 2) return false;
  const columns = lines.filter((line) => /\S(?: {3,}|\t+)\S/.test(line)).length;
  return columns * 2 > lines.length;
}
