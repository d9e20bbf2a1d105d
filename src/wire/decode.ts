/** The words of a file, without a byte order mark, and the encoding they were read in (the Encoding Standard's name). */
export type Decoded = { readonly text: string; readonly encoding: string };

type Step = (bytes: Uint8Array, start: string) => Decoded | undefined;

// The first step that answers wins. `start` is the first kilobyte, one character a byte.
const steps: readonly Step[] = [
  byOrderMark,
  wideWithoutMark,
  declaredSevenBit,
  // @NOTE Before the declaration: feeds re-saved as UTF-8 keep saying iso-8859-1, and text that is valid UTF-8 by
  // accident does not happen beyond a few bytes.
  (bytes) => decodeAs(bytes, 'utf-8', true),
  declared,
  (bytes) => decodeAs(bytes, 'windows-1252', false),
];

/** Bytes to text: byte order mark, strict UTF-8, what the XML declares, windows-1252. Never throws. */
export function decode(bytes: Uint8Array): Decoded {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024)).toString('latin1');
  for (const step of steps) {
    const decoded = step(bytes, start);
    if (decoded) return decoded;
  }
  return { text: Buffer.from(bytes).toString('latin1'), encoding: 'windows-1252' };
}

function byOrderMark(bytes: Uint8Array): Decoded | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return decodeAs(bytes, 'utf-8', true);
  if (a === 0xff && b === 0xfe) return decodeAs(bytes, 'utf-16le', false);
  if (a === 0xfe && b === 0xff) return decodeAs(bytes, 'utf-16be', false);
  return undefined;
}

/** XML and JSON begin with an ASCII character, so the place of the zeros tells UTF-16 apart. */
function wideWithoutMark(bytes: Uint8Array): Decoded | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0 && b !== 0 && b !== undefined && c === 0 && d !== 0) return decodeAs(bytes, 'utf-16be', false);
  if (a !== 0 && a !== undefined && b === 0 && c !== 0 && d === 0) return decodeAs(bytes, 'utf-16le', false);
  return undefined;
}

/** ISO-2022-JP and its like are ASCII bytes, valid as UTF-8 and wrong in it. */
function declaredSevenBit(bytes: Uint8Array, start: string): Decoded | undefined {
  const label = declaredLabel(start);
  return label?.startsWith('iso-2022') ? decodeAs(bytes, label, false) : undefined;
}

function declared(bytes: Uint8Array, start: string): Decoded | undefined {
  const label = declaredLabel(start);
  return label && !/^utf-?(8|16)/.test(label) ? decodeAs(bytes, label, false) : undefined;
}

function declaredLabel(start: string): string | undefined {
  return /^\s{0,20}<\?xml[^>]{0,200}\sencoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})["']/i.exec(start)?.[1]?.toLowerCase();
}

function decodeAs(bytes: Uint8Array, label: string, fatal: boolean): Decoded | undefined {
  try {
    const decoder = new TextDecoder(label, { fatal });
    return { text: decoder.decode(bytes).replace(/^\uFEFF+/, ''), encoding: decoder.encoding };
  } catch {
    return undefined;
  }
}
