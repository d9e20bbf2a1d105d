import type { Block } from '../../story/copy.ts';
import { htmlBlocks } from '../blocks/html-blocks.ts';
import { decodeCharset } from './charset.ts';
import { type MimePart, partBytes } from './mime-parts.ts';
import { unflowed } from './transfer-decoding.ts';

/** The words of a mail: as text with its lines, or as blocks where HTML says more than the text beside it. */
export type MailBody =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'blocks'; readonly blocks: readonly Block[] };

/** What a mail says itself, and the parts that are files. */
export type MailParts = { readonly bodies: readonly MailBody[]; readonly files: readonly MimePart[] };

/** Sorts a message's parts; of alternatives (RFC 2046 §5.1.4) the richest is taken that loses no word of the plain one. */
export function sortParts(part: MimePart): MailParts {
  if (part.parts.length === 0)
    return isBody(part) ? { bodies: [bodyOf(part)], files: [] } : { bodies: [], files: filed(part) };
  const sorted = part.parts.map(sortParts);
  const files = sorted.flatMap((each) => each.files);
  const bodies = sorted.flatMap((each) => each.bodies).filter((body) => wordsOf(body).length > 0);
  return part.type.value === 'multipart/alternative' ? { bodies: richest(bodies), files } : { bodies, files };
}

/** The length of the longest text of a message, still encoded, in characters. */
export const longestBody = (part: MimePart): number =>
  part.parts.length === 0 ? (isBody(part) ? part.content.length : 0) : Math.max(...part.parts.map(longestBody));

function isBody(part: MimePart): boolean {
  const { value } = part.type;
  const text =
    value === '' || value === 'text/plain' || value === 'text/html' || value === 'text' || value === 'text/enriched';
  return text && !part.isAttachment && (part.fileName === undefined || value === 'text/html');
}

const filed = (part: MimePart): MimePart[] => (part.content.trim() === '' && part.fileName === undefined ? [] : [part]);

/** A part's text, in its own charset. */
export const partText = (part: MimePart): string => decodeCharset(partBytes(part), part.type.parameters.get('charset'));

function bodyOf(part: MimePart): MailBody {
  const text = partText(part);
  if (part.type.value === 'text/html') return { kind: 'blocks', blocks: lineBlocks(htmlBlocks(text)) };
  const flowed = part.type.parameters.get('format')?.toLowerCase() === 'flowed';
  const delSp = part.type.parameters.get('delsp')?.toLowerCase() === 'yes';
  return { kind: 'text', text: (flowed ? unflowed(text, delSp) : text).replace(/\r\n?/g, '\n') };
}

/** Mail programs end lines with <br>: in a head each line stands for itself, as it does in plain text. */
function lineBlocks(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => {
    if (block.kind !== 'paragraph' || !block.text.includes('\n')) return [block];
    let start = 0;
    return block.text.split('\n').flatMap((text) => {
      const [from, to] = [start, start + text.length];
      start = to + 1;
      const marks = (block.marks ?? [])
        .filter((mark) => mark.start < to && mark.end > from)
        .map((mark) => ({ ...mark, start: Math.max(mark.start, from) - from, end: Math.min(mark.end, to) - from }));
      const line: Block = { kind: 'paragraph', text, ...(marks.length > 0 ? { marks } : {}) };
      return text.trim() === '' ? [] : [line];
    });
  });
}

function richest(bodies: readonly MailBody[]): MailBody[] {
  const plain = bodies.find(({ kind }) => kind === 'text');
  const html = bodies.findLast(({ kind }) => kind === 'blocks');
  if (!plain || !html) return bodies.slice(-1);
  return [keepsWords(wordsOf(html), wordsOf(plain)) ? html : plain];
}

/** Addresses that the text version writes out are no words; one in fifty may be a mark of the program that made it. */
function keepsWords(rich: readonly string[], plain: readonly string[]): boolean {
  const have = new Map<string, number>();
  for (const word of rich) have.set(word, (have.get(word) ?? 0) + 1);
  const missing = plain.filter((word) => {
    const left = have.get(word) ?? 0;
    have.set(word, left - 1);
    return left <= 0;
  });
  return missing.length * 50 <= plain.length;
}

/** The words of a body, lower case, without web addresses. */
export function wordsOf(body: MailBody): string[] {
  const text = body.kind === 'text' ? body.text : body.blocks.map((block) => block.text).join('\n');
  return (
    text
      .toLowerCase()
      .replace(/(?:https?:\/\/|mailto:|cid:)\S{1,2000}/g, ' ')
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}
