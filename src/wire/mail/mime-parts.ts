import { type MailHeaders, readHeaders, readStructured, type Structured } from './mail-headers.ts';
import { transferDecoded } from './transfer-decoding.ts';

/** A message or a part of one. A multipart has `parts`; any other part has content, one character a byte, still encoded. */
export type MimePart = {
  readonly headers: MailHeaders;
  readonly type: Structured;
  readonly fileName?: string;
  readonly isAttachment: boolean;
  readonly parts: readonly MimePart[];
  readonly content: string;
};

/** Why a message cannot be taken: it was cut off, or it nests or holds more parts than any newsroom sends. */
export type MimeFault = 'cut off' | 'too deep' | 'too many parts';

const DEEPEST = 12;
const MOST_PARTS = 200;
const LONGEST_HEADERS = 512 * 1024;

/** Reads a message (RFC 5322, MIME of RFC 2045 and 2046) from its bytes, one character each. */
export const readMime = (binary: string): MimePart | MimeFault => readPart(binary, 0, { parts: 0 });

function readPart(binary: string, depth: number, count: { parts: number }): MimePart | MimeFault {
  if (depth > DEEPEST) return 'too deep';
  if (++count.parts > MOST_PARTS) return 'too many parts';
  const { head, rest } = splitHead(binary);
  const headers = readHeaders(head);
  const type = readStructured(headers.get('content-type')?.[0]);
  const disposition = readStructured(headers.get('content-disposition')?.[0]);
  const fileName = disposition.parameters.get('filename') ?? type.parameters.get('name');
  const boundary = type.parameters.get('boundary');
  const inner = type.value.startsWith('multipart/') && boundary !== undefined ? partsBetween(rest, boundary) : [];
  if (typeof inner === 'string') return inner;
  const parts: MimePart[] = [];
  for (const each of inner) {
    const part = readPart(each, depth + 1, count);
    if (typeof part === 'string') return part;
    parts.push(part);
  }
  return {
    headers,
    type,
    ...(fileName === undefined ? {} : { fileName }),
    isAttachment: disposition.value === 'attachment',
    parts,
    content: parts.length > 0 ? '' : rest,
  };
}

/** The header block ends at the first empty line. A part may have none. */
function splitHead(binary: string): { head: string; rest: string } {
  if (/^\r?\n/.test(binary)) return { head: '', rest: binary.replace(/^\r?\n/, '') };
  const window = binary.slice(0, LONGEST_HEADERS);
  const end = /\r?\n\r?\n/.exec(window);
  return end
    ? { head: window.slice(0, end.index), rest: binary.slice(end.index + end[0].length) }
    : { head: window, rest: binary.slice(LONGEST_HEADERS) };
}

/** What stands between the boundary's lines; 'cut off' when the last of them, which closes, is missing. */
function partsBetween(content: string, boundary: string): string[] | MimeFault {
  const mark = `--${boundary}`;
  const parts: string[] = [];
  let start = -1;
  for (let at = content.indexOf(mark); at >= 0; at = content.indexOf(mark, at + mark.length)) {
    if (at > 0 && content[at - 1] !== '\n') continue;
    const after = content.slice(at + mark.length, at + mark.length + 2);
    const closes = after === '--';
    if (!closes && !/^(?:[ \t\r\n]|$)/.test(after)) continue;
    if (start >= 0) parts.push(content.slice(start, at).replace(/\r?\n$/, ''));
    if (closes) return parts;
    if (parts.length > MOST_PARTS) return 'too many parts';
    const line = content.indexOf('\n', at);
    start = line < 0 ? content.length : line + 1;
  }
  return start >= 0 ? 'cut off' : parts;
}

/** A part's content as bytes. */
export const partBytes = (part: MimePart): Uint8Array =>
  transferDecoded(part.content, part.headers.get('content-transfer-encoding')?.[0] ?? '');
