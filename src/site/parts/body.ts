import type { Block, Mark } from '../../story/copy.ts';
import { type Html, html } from './html.ts';

const KINDS = ['link', 'strong', 'emphasis'] as const;
const SAFE_ADDRESS = /^(https?:\/\/|mailto:)[^\s]+$/i;

/** The blocks of the copy as markup, each with the address `#p1`, `#p2`, …; neighbouring items become one list. */
export function renderBody(blocks: readonly Block[]): Html {
  const pieces: Html[] = [];
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at]!;
    if (block.kind !== 'item') {
      pieces.push(renderBlock(block, at + 1));
      at++;
      continue;
    }
    const items: Html[] = [];
    for (let item = blocks[at]; item?.kind === 'item'; item = blocks[++at]) {
      items.push(html`<li id="p${at + 1}">${inline(item)}</li>`);
    }
    pieces.push(html`<ul>${items}</ul>`);
  }
  return html`${pieces}`;
}

function renderBlock(block: Block, number: number): Html {
  const id = `p${number}`;
  switch (block.kind) {
    case 'heading':
      return html`<h2 id="${id}">${inline(block)}</h2>`;
    case 'quotation':
      return html`<blockquote id="${id}"><p>${inline(block)}</p></blockquote>`;
    case 'preformatted':
      return html`<pre id="${id}" tabindex="0">${inline(block)}</pre>`;
    case 'table':
      return renderTable(block, id);
    default:
      return html`<p id="${id}">${inline(block)}</p>`;
  }
}

function renderTable(block: Block, id: string): Html {
  let start = 0;
  const rows = block.text.split('\n').map((row) => {
    const cells = row.split('\t').map((cell) => {
      const piece = html`<td>${marked(block, start, start + cell.length)}</td>`;
      start += cell.length + 1;
      return piece;
    });
    return html`<tr>${cells}</tr>`;
  });
  return html`<div class="table" id="${id}" role="region" aria-label="Table in paragraph ${id.slice(1)}" tabindex="0"><table>${rows}</table></div>`;
}

const inline = (block: Block): Html => marked(block, 0, block.text.length);

/** The text from `start` to `end` with its marks, properly nested even where the wire's marks overlap. */
function marked(block: Block, start: number, end: number, depth = 0): Html {
  const kind = KINDS[depth];
  if (kind === undefined) return html`${lines(block, start, end)}`;
  const pieces: Html[] = [];
  let at = start;
  for (const mark of (block.marks ?? []).filter((one) => one.kind === kind).sort((a, b) => a.start - b.start)) {
    const from = Math.max(mark.start, at);
    const to = Math.min(mark.end, end);
    if (from >= to) continue;
    if (from > at) pieces.push(marked(block, at, from, depth + 1));
    pieces.push(wrap(mark, marked(block, from, to, depth + 1)));
    at = to;
  }
  if (at < end) pieces.push(marked(block, at, end, depth + 1));
  return html`${pieces}`;
}

function wrap(mark: Mark, inside: Html): Html {
  if (mark.kind === 'strong') return html`<strong>${inside}</strong>`;
  if (mark.kind === 'emphasis') return html`<em>${inside}</em>`;
  if (!SAFE_ADDRESS.test(mark.href)) return inside;
  return html`<a href="${mark.href}" rel="noopener nofollow">${inside}</a>`;
}

function lines(block: Block, start: number, end: number): Html[] {
  const text = block.text.slice(start, end);
  if (block.kind === 'preformatted' || !text.includes('\n')) return [html`${text}`];
  return text.split('\n').map((line, index) => (index === 0 ? html`${line}` : html`<br>${line}`));
}
