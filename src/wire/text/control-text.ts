import type { Block } from '../../story/copy.ts';
import { refuse } from '../refuse.ts';
import type { Parsed } from '../wire-item.ts';

const MOST_MESSAGES = 5000;
const LONGEST_MESSAGE = 256 * 1024;

/** Text of a control-character wire without carriage returns, DEL and NUL, which only fill time on a line. */
export const plainLines = (text: string): string[] =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\x00\x7f]/g, '')
    .split('\n');

/** A refusal when a file holds more messages than a day has, or one longer than any story is; undefined for any other. */
export function refuseEndless(messages: readonly string[], format: string): Parsed | undefined {
  if (messages.length > MOST_MESSAGES)
    return refuse('too-large', `It holds more than ${MOST_MESSAGES} messages. Split it and send the parts.`, format);
  return messages.some((message) => message.length > LONGEST_MESSAGE)
    ? refuse(
        'too-large',
        `A message in it has more than ${LONGEST_MESSAGE / 1024} KiB: an end is missing. Send it again.`,
        format,
      )
    : undefined;
}

/** A line without control characters: separators become spaces, the rest goes. */
export const withoutControls = (line: string): string =>
  line
    .replace(/[\t\x1c-\x1f]/g, ' ')
    .replace(/[\x00-\x08\x0b-\x1b\x7f]/g, '')
    .trim();

/** The messages of a file: each begins at a start-of-heading and ends at an end-of-transmission; some files leave one out. */
export const controlMessages = (text: string): string[] =>
  text.split(/[\x01\x04]/).filter((message) => /[\p{L}\p{N}]/u.test(message));

/** A row of a table block, the way `Block` keeps it. */
export const rowOf = (cells: readonly string[]): string =>
  cells.map((cell) => cell.replace(/\s+/g, ' ').trim()).join('\t');

/** Rows as a table block. Undefined when nothing is in the cells. */
export function tableBlock(rows: readonly string[]): Block | undefined {
  const text = rows.join('\n').trimEnd();
  return text.trim() === '' ? undefined : { kind: 'table', text };
}
