import type { Block } from '../../story/copy.ts';

/** Text of a control-character wire without carriage returns, DEL and NUL, which only fill time on a line. */
export const plainLines = (text: string): string[] =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\x00\x7f]/g, '')
    .split('\n');

/** A line without control characters: separators become spaces, the rest goes. */
export const withoutControls = (line: string): string =>
  line
    .replace(/[\t\x1c-\x1f]/g, ' ')
    .replace(/[\x00-\x08\x0b-\x1b\x7f]/g, '')
    .trim();

/** The messages of a file: each begins at a start-of-heading, with what fills the line before it left out. */
export function controlMessages(text: string, most = 500): string[] {
  const starts = text.split('\x01').slice(0, most + 1);
  const before = starts[0] ?? '';
  // What stands before the first start is a message of its own only when it was sent without that character.
  const headless = /[\p{L}\p{N}]/u.test(before) ? [before] : [];
  return [...headless, ...starts.slice(1)].filter((message) => /[\p{L}\p{N}]/u.test(message));
}

/** Rows of cells as a table block, the way `Block` keeps them. Undefined when nothing is in the cells. */
export function tableBlock(rows: readonly (readonly string[])[]): Block | undefined {
  const text = rows
    .map((cells) => cells.map((cell) => withoutControls(cell).replace(/\s+/g, ' ')).join('\t'))
    .join('\n')
    .replace(/\s+$/, '');
  return text.trim() === '' ? undefined : { kind: 'table', text };
}
