import type { Block, Mark } from '../../story/copy.ts';

type Inline = 'strong' | 'emphasis';
type Place = { readonly block: Block; readonly row: number; readonly cell: number };

/** Collects words, marks and boundaries in the order of a document and answers with blocks. White space is folded on the way. */
export type BlockBuilder = ReturnType<typeof createBlockBuilder>;

// A layout table wraps prose; a table of results has short cells.
const LONGEST_CELL = 400;

const white = /[ \t\n\r\f\u00a0]+/g;
const foldable = /[\t\n\r\f\u00a0]| {2}/;

/** @NOTE Linear by design: at most one mark of a kind is open, whatever the nesting, so hostile markup cannot multiply work. */
export function createBlockBuilder() {
  const made: Place[] = [];
  const depth = { strong: 0, emphasis: 0, table: 0 };
  const open = new Map<Mark['kind'], { start: number; href?: string }>();
  let marks: Mark[] = [];
  let text = '';
  let space = false;
  let breaks = 0;
  let kind: Block['kind'] = 'paragraph';
  let tableStart = 0;
  let row = -1;
  let cell = -1;

  function append(word: string, separator: string) {
    if (text !== '') text += separator;
    if (open.size > 0) for (const mark of open.values()) if (mark.start < 0) mark.start = text.length;
    text += word;
    space = false;
    breaks = 0;
  }

  function close(name: Mark['kind']) {
    const mark = open.get(name);
    open.delete(name);
    if (!mark || mark.start < 0 || mark.start >= text.length) return;
    const span = { start: mark.start, end: text.length };
    marks.push(name === 'link' ? { kind: name, href: mark.href ?? '', ...span } : { kind: name, ...span });
  }

  /** Ends the block under way; marks that are open go on in the next one. */
  function boundary() {
    space = false;
    breaks = 0;
    if (text === '' && open.size === 0 && marks.length === 0) return;
    const goesOn = [...open].map(
      ([name, { href }]) => [name, href === undefined ? { start: -1 } : { start: -1, href }] as const,
    );
    for (const name of [...open.keys()]) close(name);
    if (kind === 'preformatted') trimPreformatted();
    if (text.trim() !== '') made.push({ block: block(), row, cell });
    for (const [name, mark] of goesOn) open.set(name, mark);
    marks = [];
    text = '';
  }

  function block(): Block {
    return {
      kind,
      text,
      ...(marks.length > 0 ? { marks: marks.sort((a, b) => a.start - b.start || b.end - a.end) } : {}),
    };
  }

  function trimPreformatted() {
    const lead = /^(?:[ \t]*\n)*/.exec(text)?.[0].length ?? 0;
    const end = text.trimEnd().length;
    text = text.slice(lead, Math.max(lead, end));
    marks = marks
      .map((mark) => ({ ...mark, start: Math.max(0, mark.start - lead), end: Math.min(mark.end - lead, text.length) }))
      .filter((mark) => mark.end > mark.start);
  }

  return {
    boundary,
    /** What the words to come are; call it right after `boundary`. */
    setKind(next: Block['kind']) {
      kind = next;
    },
    hasText: () => text !== '',
    text(chars: string) {
      if (kind === 'preformatted' && depth.table === 0) {
        const clean = chars.replace(/\r\n?/g, '\n').replaceAll('\u00a0', ' ');
        for (const mark of open.values()) if (mark.start < 0) mark.start = text.length;
        text += clean;
        return;
      }
      const folded = foldable.test(chars) ? chars.replace(white, ' ') : chars;
      const start = folded.startsWith(' ') ? 1 : 0;
      if (start > 0) space = true;
      if (folded.length <= start) return;
      const end = folded.endsWith(' ') ? folded.length - 1 : folded.length;
      append(folded.slice(start, end), breaks > 0 ? '\n' : space ? ' ' : '');
      if (end < folded.length) space = true;
    },
    lineBreak() {
      if (kind === 'preformatted') text += '\n';
      else if (++breaks > 1) boundary();
    },
    openMark(name: Inline) {
      if (depth[name]++ === 0) open.set(name, { start: -1 });
    },
    closeMark(name: Inline) {
      if (depth[name] === 0) return;
      if (--depth[name] === 0) close(name);
    },
    openLink(href: string | undefined) {
      close('link');
      if (href !== undefined) open.set('link', { start: -1, href });
    },
    closeLink: () => close('link'),
    openTable() {
      boundary();
      if (depth.table++ > 0) return;
      tableStart = made.length;
      row = -1;
      cell = -1;
    },
    openRow() {
      boundary();
      if (depth.table !== 1) return;
      row++;
      cell = -1;
    },
    openCell() {
      boundary();
      if (depth.table !== 1) return;
      if (row < 0) row = 0;
      cell++;
    },
    closeTable() {
      boundary();
      if (depth.table === 0 || --depth.table > 0) return;
      // @NOTE Not push(...places): a table may have more cells than a call may have arguments.
      for (const place of foldTable(made.splice(tableStart))) made.push(place);
      row = -1;
      cell = -1;
    },
    blocks(): Block[] {
      boundary();
      if (depth.table > 0) {
        for (const place of foldTable(made.splice(tableStart))) made.push(place);
      }
      return made.map((place) => place.block);
    },
  };
}

/** The blocks of a table's cells as one block; a table that only lays out prose stays as its blocks. */
function foldTable(places: readonly Place[]): Place[] {
  const outside = places.filter((place) => place.cell < 0);
  const cells = places.filter((place) => place.cell >= 0);
  if (isLayout(cells)) return [...places];
  const marks: Mark[] = [];
  let text = '';
  let [row, cell] = [cells[0]?.row ?? 0, 0];
  let fresh = true;
  for (const place of cells) {
    if (place.row > row) {
      text += '\n';
      [row, cell, fresh] = [place.row, 0, true];
    }
    if (place.cell > cell) {
      text += '\t'.repeat(place.cell - cell);
      [cell, fresh] = [place.cell, true];
    }
    if (!fresh) text += ' ';
    fresh = false;
    const shift = text.length;
    for (const mark of place.block.marks ?? [])
      marks.push({ ...mark, start: mark.start + shift, end: mark.end + shift });
    text += place.block.text.replaceAll('\n', ' ').replaceAll('\t', ' ');
  }
  return [...outside, { block: { kind: 'table', text, ...(marks.length > 0 ? { marks } : {}) }, row: -1, cell: -1 }];
}

function isLayout(cells: readonly Place[]): boolean {
  if (cells.length === 0) return true;
  if (cells.some((place) => place.block.text.length > LONGEST_CELL)) return true;
  return cells.every(
    (place, index) => index === 0 || place.row !== cells[index - 1]?.row || place.cell === cells[index - 1]?.cell,
  );
}
