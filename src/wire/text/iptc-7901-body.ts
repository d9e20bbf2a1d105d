import type { Block } from '../../story/copy.ts';
import { textBlocks } from '../blocks/text-blocks.ts';
import { isPrivate } from '../words/private-notes.ts';
import { tableBlock, withoutControls } from './control-text.ts';

/** What follows the head block: what readers see, what editors are told, and what is never published. */
export type Iptc7901Body = {
  readonly blocks: readonly Block[];
  readonly notes: readonly string[];
  readonly privateLines: readonly string[];
};

const notebook = /^#{1,2}\s{0,2}(?:\p{L}{2,5}[\s-])?(?:notizblock|notebook|bloc-notes|bloc de notas|taccuino)\s*$/iu;
const stars = /^[*\s]{5,40}$/;
// "dpa wsz jln npr", "(SDA/sj)": whoever wrote and edited it, in the house's short names.
const signOff =
  /^(?:[a-z]{2,4}(?:\s[a-z0-9]{1,5}){1,6}|\((?:[A-Za-z]{2,8}\\?\/){1,4}[a-z]{1,6}\)|[a-z]{2,5}(?:\/[a-z]{2,5}){1,4})$/;

/** Parts the lines of a body at its notebook and at the words "not for publication"; nothing after those is ever a reader's. */
export function readBody(lines: readonly string[]): Iptc7901Body {
  const at = (index: number) => (index < 0 ? lines.length : index);
  const secret = at(lines.findIndex((line) => line.length < 200 && isPrivate(withoutControls(line))));
  const noted = Math.min(secret, at(lines.findIndex((line) => notebook.test(withoutControls(line)))));
  const notes = clean(lines.slice(noted, secret)).filter((line) => !notebook.test(line) && !stars.test(line));
  const published = lines.slice(0, noted);
  const closing: string[] = [];
  for (;;) {
    const last = published.findLastIndex((line) => withoutControls(line) !== '');
    const line = withoutControls(published[last] ?? '');
    if (last < 1 || !(signOff.test(line) || stars.test(line))) break;
    if (!stars.test(line)) closing.unshift(line);
    published.length = last;
  }
  return { blocks: blocksOf(published), notes, privateLines: [...clean(lines.slice(secret)), ...closing] };
}

const clean = (lines: readonly string[]): string[] => lines.map(withoutControls).filter((line) => line !== '');

/** Text, tables drawn with strokes, and lines marked as headings, in their order. */
function blocksOf(lines: readonly string[]): Block[] {
  const made: Block[] = [];
  let text: string[] = [];
  let rows: string[][] = [];
  const close = () => {
    const table = rows.length > 1 ? tableBlock(rows) : undefined;
    made.push(...textBlocks(text.join('\n')), ...(table ? [table] : []));
    if (rows.length === 1) made.push(...textBlocks(rows[0]?.join(' | ') ?? ''));
    text = [];
    rows = [];
  };
  for (const line of lines) {
    const readable = line.replace(/[\x00-\x08\x0b\x0e-\x1f\x7f]/g, '');
    const cells = readable.split('|');
    if (cells.length > 1 && (cells.length > 2 || rows.length > 0 || /\S\s*\|\s*\S/.test(readable))) {
      if (text.length > 0) close();
      if (/[\p{L}\p{N}]/u.test(readable)) rows.push(withoutFrame(cells.map((cell) => cell.trim())));
      continue;
    }
    if (rows.length > 0) {
      // A line drawn under the table's head is no row and does not end it.
      if (/^[-+=_\s]{3,}$/.test(readable)) continue;
      close();
    }
    const heading = /^#{1,4}\s{1,3}(\S.*)$/.exec(readable);
    if (heading?.[1] !== undefined) {
      close();
      made.push({ kind: 'heading', text: heading[1].trim() });
    } else text.push(readable);
  }
  close();
  return made;
}

/** "| a | b |" has two cells, not four. */
function withoutFrame(cells: readonly string[]): string[] {
  const from = cells[0] === '' && cells.length > 2 ? 1 : 0;
  const to = cells.at(-1) === '' && cells.length - from > 1 ? -1 : undefined;
  return cells.slice(from, to);
}
