import { bytesOf, decodeCharset } from './charset.ts';
import { base64Decoded, quotedPrintableDecoded } from './transfer-decoding.ts';

/** The headers of a message or a part: names in lower case, values unfolded, one character a byte. */
export type MailHeaders = ReadonlyMap<string, readonly string[]>;

const LONGEST_VALUE = 16 * 1024;
const LONGEST_STRUCTURED = 4096;
const MOST_HEADERS = 2000;

/** Reads a header block; lines that are no headers are passed over. */
export function readHeaders(block: string): MailHeaders {
  const headers = new Map<string, string[]>();
  let values: string[] | undefined;
  for (const line of block.split(/\r?\n/).slice(0, MOST_HEADERS)) {
    if (/^[ \t]/.test(line)) {
      const last = values?.at(-1);
      if (values && last !== undefined && last.length < LONGEST_VALUE) values[values.length - 1] = `${last}${line}`;
      continue;
    }
    const [, name, value] = /^([!-9;-~]{1,80})[ \t]{0,9}:(.*)$/s.exec(line.slice(0, LONGEST_VALUE)) ?? [];
    if (name === undefined) continue;
    values = headers.get(name.toLowerCase()) ?? [];
    values.push((value ?? '').trim());
    headers.set(name.toLowerCase(), values);
  }
  return headers;
}

/** The first header of a name as text: encoded words (RFC 2047) decoded, raw bytes read as what they are. */
export function headerText(headers: MailHeaders, name: string): string | undefined {
  const value = headers.get(name)?.[0];
  if (value === undefined) return undefined;
  return decodedWords(value).replace(/\s+/g, ' ').trim() || undefined;
}

const encodedWord = /=\?([^?\s]{1,60})\?([BbQq])\?([^?]{0,4000})\?=/g;

function decodedWords(value: string): string {
  const pieces: { bytes: Uint8Array; charset?: string }[] = [];
  let at = 0;
  for (const found of value.matchAll(encodedWord)) {
    const between = value.slice(at, found.index);
    // White space between two encoded words is only there to fold the line.
    if (at === 0 || between.trim() !== '') pieces.push({ bytes: bytesOf(between) });
    const charset = (found[1] ?? '').replace(/\*.*$/, '').toLowerCase();
    const bytes = wordBytes(found[2] ?? '', found[3] ?? '');
    const last = pieces.at(-1);
    // A letter of several bytes may be cut between two words.
    if (last?.charset === charset && between.trim() === '') last.bytes = Buffer.concat([last.bytes, bytes]);
    else pieces.push({ bytes, charset });
    at = found.index + found[0].length;
  }
  pieces.push({ bytes: bytesOf(value.slice(at)) });
  return pieces.map(({ bytes, charset }) => decodeCharset(bytes, charset)).join('');
}

const wordBytes = (encoding: string, text: string): Uint8Array =>
  encoding.toLowerCase() === 'b' ? base64Decoded(text) : bytesOf(quotedPrintableDecoded(text.replaceAll('_', ' ')));

/** A structured header: its value in lower case and its parameters, also those cut and encoded by RFC 2231. */
export type Structured = { readonly value: string; readonly parameters: ReadonlyMap<string, string> };

export function readStructured(header: string | undefined): Structured {
  const text = (header ?? '').slice(0, LONGEST_STRUCTURED);
  const parameters = new Map<string, string>();
  const pieces = new Map<string, string>();
  for (const found of text.matchAll(
    /;\s{0,80}([\w!#$&+.^`{}|~*-]{1,60})\s{0,9}=\s{0,9}(?:"((?:[^"\\]|\\.){0,2000})"|([^;"]{0,2000}))/gs,
  )) {
    const name = (found[1] ?? '').toLowerCase();
    const value = found[2]?.replace(/\\(.)/gs, '$1') ?? found[3]?.trim() ?? '';
    const [, base, part] = /^([^*]{1,40})\*(\d{0,2})\*?$/.exec(name) ?? [];
    if (base === undefined) {
      if (!parameters.has(name)) parameters.set(name, decodedWords(value));
    } else pieces.set(base, `${part === '' || part === '0' ? '' : (pieces.get(base) ?? '')}${value}`);
  }
  for (const [name, value] of pieces) parameters.set(name, extended(value));
  return { value: (/^[^;]{0,200}/.exec(text)?.[0] ?? '').trim().toLowerCase(), parameters };
}

/** `utf-8'en'F%C3%A4hre.txt` (RFC 2231 §4). */
function extended(value: string): string {
  const [, charset, rest] = /^([\w.:-]{0,40})'[^']{0,40}'(.*)$/s.exec(value) ?? [];
  const bytes = (rest ?? value).replace(/%([\dA-Fa-f]{2})/g, (_whole, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return decodeCharset(bytesOf(bytes), charset || undefined);
}
