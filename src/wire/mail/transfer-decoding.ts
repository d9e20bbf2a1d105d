import { bytesOf } from './charset.ts';

/** A part's content as bytes, by its Content-Transfer-Encoding (RFC 2045 §6). Errors in it cost no more than themselves. */
export function transferDecoded(binary: string, encoding: string): Uint8Array {
  switch (encoding.trim().toLowerCase()) {
    case 'base64':
      return base64Decoded(binary);
    case 'quoted-printable':
      return bytesOf(quotedPrintableDecoded(binary));
    default:
      return bytesOf(binary);
  }
}

/** Each padded piece is read for itself: gateways append a footer in a base64 of its own. */
export function base64Decoded(binary: string): Uint8Array {
  const pieces = binary.replace(/[^A-Za-z0-9+/=]+/g, '').split(/=+/);
  return Buffer.concat(pieces.map((piece) => Buffer.from(piece, 'base64')));
}

/** An "=" that begins no code stays an "=". */
export const quotedPrintableDecoded = (binary: string): string =>
  binary
    .replace(/=[ \t]{0,80}(?:\r?\n|$)/g, '')
    .replace(/=([\dA-Fa-f]{2})/g, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** Flowed text (RFC 3676): a space at a line's end says that the paragraph goes on. `delSp`: that space is no part of it. */
export function unflowed(text: string, delSp: boolean): string {
  const lines: string[] = [];
  let open = false;
  for (const raw of text.split(/\r?\n/)) {
    const line = raw.startsWith(' ') ? raw.slice(1) : raw;
    const flows = line.endsWith(' ') && line !== '-- ';
    const content = flows && delSp ? line.slice(0, -1) : line;
    if (open && line !== '-- ') lines.push(`${lines.pop() ?? ''}${content}`);
    else lines.push(content);
    open = flows;
  }
  return lines.join('\n');
}
