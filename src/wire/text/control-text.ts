import type { Block } from '../../story/copy.ts';

const MOST_PARTS = 2000;

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

/** The messages of a file: each begins at a start-of-heading and ends at an end-of-transmission; some files leave one out. */
export const controlMessages = (text: string): string[] =>
  text.split(/[\x01\x04]/, MOST_PARTS).filter((message) => /[\p{L}\p{N}]/u.test(message));

/** Rows of cells as a table block, the way `Block` keeps them. Undefined when nothing is in the cells. */
export function tableBlock(rows: readonly (readonly string[])[]): Block | undefined {
  const text = rows
    .map((cells) => cells.map((cell) => withoutControls(cell).replace(/\s+/g, ' ')).join('\t'))
    .join('\n')
    .replace(/\s+$/, '');
  return text.trim() === '' ? undefined : { kind: 'table', text };
}
