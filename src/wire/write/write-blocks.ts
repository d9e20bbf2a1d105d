import type { Block, Copy, Mark } from '../../story/copy.ts';
import { escaped } from './xml-text.ts';

const tags: Readonly<Record<Exclude<Block['kind'], 'item' | 'table'>, readonly [string, string]>> = {
  paragraph: ['<p>', '</p>'],
  heading: ['<h2>', '</h2>'],
  quotation: ['<blockquote><p>', '</p></blockquote>'],
  preformatted: ['<pre>', '</pre>'],
};

/** The copy's blocks as XHTML, which HTML readers take too. The dateline stands in front of its paragraph, as agencies write it. */
export function writeBlocks({ blocks, dateline }: Pick<Copy, 'blocks' | 'dateline'>): string {
  const lead = dateline ? escaped(dateline.text) : '';
  const html: string[] = [];
  const first = blocks.findIndex((block) => block.kind === 'paragraph');
  if (lead !== '' && first !== 0) html.push(`<p>${lead}</p>`);
  let inList = false;
  for (const [index, block] of blocks.entries()) {
    const isItem = block.kind === 'item';
    if (isItem !== inList) html.push(isItem ? '<ul>' : '</ul>');
    inList = isItem;
    const start = index === 0 && first === 0 && lead !== '' ? `${lead} - ` : '';
    html.push(writeBlock(block, start));
  }
  if (inList) html.push('</ul>');
  return html.join('\n');
}

function writeBlock(block: Block, start: string): string {
  if (block.kind === 'table') return writeTable(block);
  const preformatted = block.kind === 'preformatted';
  const text = withMarks(block, { start: 0, end: block.text.length }, preformatted);
  if (block.kind === 'item') return `<li>${text}</li>`;
  const [open, close] = tags[block.kind];
  return `${open}${start}${text}${close}`;
}

function writeTable(block: Block): string {
  let at = 0;
  const rows = block.text.split('\n').map((row) => {
    const cells = row.split('\t').map((cell) => {
      const span = { start: at, end: at + cell.length };
      at = span.end + 1;
      return `<td>${withMarks(block, span, false)}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table><tbody>\n${rows.join('\n')}\n</tbody></table>`;
}

/** The text of a stretch with its marks nested; one that crosses another is closed with it and opened again. */
function withMarks(
  { text, marks = [] }: Block,
  { start, end }: { readonly start: number; readonly end: number },
  preformatted: boolean,
): string {
  const here = marks
    .map((mark) => ({ ...mark, start: Math.max(mark.start, start), end: Math.min(mark.end, end) }))
    .filter((mark) => mark.end > mark.start)
    .sort((one, other) => one.start - other.start || other.end - one.end);
  const words = (from: number, to: number) => {
    const piece = escaped(text.slice(from, to));
    return preformatted ? piece : piece.replaceAll('\n', '<br/>');
  };
  let html = '';
  let at = start;
  while (here.length > 0) {
    const mark = here.shift()!;
    const inside: Mark[] = [];
    const behind: Mark[] = [];
    for (const other of here.splice(0)) {
      if (other.start >= mark.end) behind.push(other);
      else if (other.end <= mark.end) inside.push(other);
      else {
        inside.push({ ...other, end: mark.end });
        behind.push({ ...other, start: mark.end });
      }
    }
    html += words(at, mark.start);
    html += wrapped(mark, withMarks({ kind: 'paragraph', text, marks: inside }, mark, preformatted));
    at = mark.end;
    here.push(...behind);
  }
  return html + words(at, end);
}

function wrapped(mark: Mark, inner: string): string {
  if (mark.kind === 'strong') return `<strong>${inner}</strong>`;
  if (mark.kind === 'emphasis') return `<em>${inner}</em>`;
  return `<a href="${escaped(mark.href)}">${inner}</a>`;
}
