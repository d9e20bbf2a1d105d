import type { Block } from '../../story/copy.ts';
import { sentences } from '../../text/sentences.ts';
import { agencyCredit } from '../agencies.ts';
import { textBlocks } from '../blocks/text-blocks.ts';
import type { Association } from '../wire-item.ts';
import { withoutCycle } from './anpa-header.ts';
import { plainLines, rowOf, tableBlock, withoutControls } from './control-text.ts';

/** What stands between STX and ETX. `slug` is whole, without its cycle; `fullSlug` has the marks of its version too. */
export type AnpaBody = {
  readonly slug?: string;
  readonly fullSlug?: string;
  readonly version?: string;
  readonly headline?: string;
  readonly byline?: string;
  readonly creditLine?: string;
  readonly abstract?: string;
  readonly notes: readonly string[];
  /** AP's EDITOR'S NOTE, which opens a series or an excerpt: whether readers see it, the newsroom decides. */
  readonly editorsNote?: string;
  readonly pictures: readonly Association[];
  readonly blocks: readonly Block[];
};

type Head = { -readonly [K in keyof AnpaBody]?: AnpaBody[K] } & {
  notes: string[];
  pictures: Association[];
  blocks: Block[];
};

const LONGEST_HEADLINE = 250;
const titles = /\b(?:press|writers?|editors?|correspondents?|reporters?|columnists?|staff|producers?|analyst|news)\b/i;

// Each reads one header line; the first that answers true has taken it.
const takes: readonly ((head: Head, line: string) => boolean)[] = [
  (head, line) => {
    if (head.fullSlug !== undefined || !/^(?:BC|AM|PM|AP)-/i.test(line)) return false;
    const full = withoutCycle(line.replace(/,\s?\d{1,5}$/, ''));
    const [slug = '', ...version] = full.split(/,\s?/);
    head.fullSlug = full;
    head.slug = slug;
    if (version.length > 0) head.version = version.join(', ');
    return true;
  },
  (head, line) => {
    const found = /^(?:AP|Kyodo)\s(Photo|Graphic|Video|Audio)s?:?\s([A-Z]{1,6}\d[\w, ]*)$/i.exec(line);
    if (!found) return false;
    const type = found[1]?.toLowerCase() === 'video' ? 'video' : 'picture';
    head.pictures.push(
      ...(found[2] ?? '')
        .split(/[,\s]+/)
        .filter(Boolean)
        .slice(0, 50)
        .map((guid) => ({ guid, type })),
    );
    return true;
  },
  (head, line) => {
    if (!/^EDITOR['’]?S['’]? NOTE\b/i.test(line)) return false;
    const note = line.replace(/^EDITOR['’]?S['’]? NOTE\s{0,2}[:_—–-]{0,2}\s{0,2}/i, '');
    head.editorsNote = head.editorsNote === undefined ? note : `${head.editorsNote}\n${note}`;
    return true;
  },
  (head, line) => {
    if (
      !/^\W{0,3}(?:eds?|editors?|attn|attention|note to editors|advisory|with)\b\W/i.test(line) ||
      line.startsWith('By ')
    )
      return false;
    head.notes.push(...noteLines(line.replace(/^(\(?)Eds?[:.]\s{0,3}(?=\S)/i, '$1')));
    return true;
  },
  (head, line) => {
    if (head.byline !== undefined || !/^By\s\S/i.test(line) || line.length > 200) return false;
    head.byline = line;
    return true;
  },
  (head, line) => {
    // "Associated Press", "AP Sports Writer": who the writers are, right after their names.
    if (head.byline === undefined || head.blocks.length > 0 || line.length > 80 || !titles.test(line)) return false;
    const credit = agencyCredit(line);
    if (credit !== undefined && head.creditLine === undefined) head.creditLine = credit;
    if (!/^(?:the\s)?associated press$/i.test(line)) head.byline = `${head.byline}, ${line}`;
    return true;
  },
];

/** A note that corrects, a sentence a line: what was wrong is for readers, "With AP Photos." is not. */
const noteLines = (note: string): string[] =>
  /\bcorrect/i.test(note) ? sentences(note).map(({ start, end }) => note.slice(start, end)) : [note];

/** Reads the "^" lines as head and the rest as paragraphs, tables and sub-headings. */
export function readAnpaBody(text: string): AnpaBody {
  const head: Head = { notes: [], pictures: [], blocks: [] };
  const lines = plainLines(text);
  const kyodo = !lines.some((line) => line.startsWith('^'));
  if (kyodo) return withoutCaret(lines, head);
  let rows: string[] = [];
  let open: string | undefined;
  const close = () => {
    if (open !== undefined) pushText(head.blocks, open);
    open = undefined;
    const table = rows.length > 0 ? tableBlock(rows.map((row) => rowOf(cellsOf(row)))) : undefined;
    if (table) head.blocks.push(table);
    rows = [];
  };
  for (const line of lines) {
    if (line.startsWith('\b')) {
      if (open !== undefined) close();
      rows.push(line);
    } else if (line.startsWith('^')) {
      close();
      takeHeader(head, readable(line.replace(/^\^/, '').replace(/[<=]\s{0,3}$/, '')));
    } else if (/^[\t ]/.test(line) || line === '') {
      close();
      if (line.trim() !== '') open = line;
    } else open = open === undefined ? line : `${open} ${line}`;
  }
  close();
  return { ...head, blocks: inColumns(head.blocks) };
}

function takeHeader(head: Head, line: string) {
  if (line === '' || takes.some((take) => take(head, line))) return;
  const isHead = head.blocks.length === 0 && head.byline === undefined;
  if (isHead && head.headline === undefined && line.length <= LONGEST_HEADLINE) head.headline = line;
  else if (isHead && head.abstract === undefined && line.length > 60) head.abstract = line;
  else head.blocks.push({ kind: 'heading', text: line });
}

/** Kyodo marks no header lines: a slug, a headline that ends with "+", paragraphs with an indent, "==Kyodo". */
function withoutCaret(lines: readonly string[], head: Head): AnpaBody {
  let at = lines.findIndex((line) => withoutControls(line) !== '');
  const first = withoutControls(lines[at] ?? '');
  if (takes[0]?.(head, first)) at++;
  const end = lines.slice(at, at + 6).findIndex((line) => /\+\s*$/.test(line));
  if (end >= 0) {
    head.headline = lines
      .slice(at, at + end + 1)
      .map(withoutControls)
      .join(' ')
      .replace(/\+\s*$/, '')
      .trim();
    at += end + 1;
  } else if (!/^\s/.test(lines[at] ?? ' ')) head.headline = withoutControls(lines[at++] ?? '');
  const body = lines.slice(Math.max(0, at)).map((line) => line.replace(/[\x00-\x08\x0b-\x1f]/g, ''));
  const credit = body.findLast((line) => line.trim() !== '');
  const closing = /^\s{0,9}={1,3}\s?([A-Za-z ]{2,20})$/.exec(credit ?? '')?.[1];
  if (closing !== undefined) head.creditLine = agencyCredit(closing) ?? closing;
  return { ...head, blocks: textBlocks(body.filter((line) => closing === undefined || line !== credit).join('\n')) };
}

/** Cells are parted by semicolons; 0x10 keeps words of one cell together, 0x1E and 0x1F part finer columns. */
const cellsOf = (row: string): string[] =>
  row
    .replace(/^\x08\^?|\x10\s*$/g, '')
    .replace(/\x10\s?/g, ' ')
    .split(/[;\x1e\x1f]/)
    .map((cell) =>
      withoutControls(cell)
        .replace(/(?<![\p{L}\d])_(?![\p{L}\d])/gu, '—')
        .replace(/\{$/, '½')
        .replace(/^=/, ''),
    );

function pushText(blocks: Block[], line: string) {
  const columns = /\S {3,}\S/.test(line.trim());
  const text = columns
    ? line
        .trim()
        .replace(/[<=]\s{0,3}$/, '')
        .trimEnd()
    : readable(line.replace(/(?<=[^\s=])[<=]\s{0,3}$/, ''));
  if (/[\p{L}\p{N}]/u.test(text)) blocks.push({ kind: columns ? 'preformatted' : 'paragraph', text });
}

/** What a line says, in the signs of today: "_" stands for a dash, `` and '' for quotation marks. */
function readable(line: string): string {
  return withoutControls(line)
    .replace(/(?<=^|\s)_(?=\s|$)/g, '—')
    .replace(/``/g, '“')
    .replace(/''/g, '”')
    .replace(/(?<=^|[\s“(])`(?=\S)/g, '‘')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Lines in columns that follow one another are one block. */
function inColumns(blocks: readonly Block[]): Block[] {
  const made: Block[] = [];
  for (const block of blocks) {
    const last = made.at(-1);
    if (block.kind === 'preformatted' && last?.kind === 'preformatted')
      made[made.length - 1] = { ...last, text: `${last.text}\n${block.text}` };
    else made.push(block);
  }
  return made;
}
