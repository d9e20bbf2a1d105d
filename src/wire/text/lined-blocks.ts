import type { Block } from '../../story/copy.ts';
import { textBlocks } from '../blocks/text-blocks.ts';
import { rowOf, tableBlock } from './control-text.ts';

const LONGEST_LIST_LINE = 45;
const SHORTEST_LIST = 3;
/** Of wrapped prose only the last line is short. */
const SHORT_LINES = 0.7;

/** Text with tables drawn with strokes ("| a | b |") as blocks: tables as tables, the rest as `inner` reads it. */
export function linedBlocks(text: string, inner: (text: string) => Block[] = textBlocks): Block[] {
  const made: Block[] = [];
  let open: string[] = [];
  let rows: string[] = [];
  const add = (blocks: readonly Block[]) => {
    // @NOTE Not push(...blocks): a file may have more paragraphs than a call may have arguments.
    for (const block of blocks) made.push(block);
  };
  const close = () => {
    const table = rows.length > 1 ? tableBlock(rows) : undefined;
    add(inner(open.join('\n')));
    if (table) add([table]);
    if (rows.length === 1) add(inner(rows[0]?.replaceAll('\t', ' | ') ?? ''));
    open = [];
    rows = [];
  };
  for (const line of text.split('\n')) {
    const cells = line.includes('|') ? line.split('|') : [];
    if (cells.length > 2 || (cells.length > 1 && rows.length > 0)) {
      if (open.length > 0) close();
      if (/[\p{L}\p{N}]/u.test(line)) rows.push(rowOf(withoutFrame(cells)));
    } else if (rows.length === 0) open.push(line);
    // A line drawn under the head of a table is no row and does not end it.
    else if (!/^[-+=_\s]{3,}$/.test(line)) {
      close();
      open.push(line);
    }
  }
  close();
  return made;
}

/** The same for sheets of results: short lines that follow one another are a list and stay as they stand. */
export const sheetBlocks = (text: string): Block[] =>
  linedBlocks(text, (part) =>
    part.split(/\n[ \t]*\n/).flatMap((chunk): Block[] => {
      const lines = chunk.split('\n').filter((line) => line.trim() !== '');
      const short = lines.filter((line) => line.length <= LONGEST_LIST_LINE).length;
      const list = lines.length >= SHORTEST_LIST && short >= lines.length * SHORT_LINES;
      return list
        ? [{ kind: 'preformatted', text: lines.map((line) => line.trimEnd()).join('\n') }]
        : textBlocks(chunk);
    }),
  );

/** "| a | b |" has two cells, not four. */
function withoutFrame(cells: readonly string[]): string[] {
  const from = cells[0]?.trim() === '' && cells.length > 2 ? 1 : 0;
  const to = cells.at(-1)?.trim() === '' && cells.length - from > 1 ? -1 : undefined;
  return cells.slice(from, to);
}
