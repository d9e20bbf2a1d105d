/**
 * Bytes of a mail to text: UTF-8 wherever they are valid UTF-8 (mailers relay such text under old labels), else what the
 * label says, else windows-1252. Never throws. `label` is a name of the Encoding Standard, in any case.
 */
export function decodeCharset(bytes: Uint8Array, label?: string): string {
  const named = label
    ?.trim()
    .toLowerCase()
    .replace(/^x-(?=iso|windows)/, '');
  const sevenBit = named !== undefined && /^(?:iso-2022|hz-gb|utf-7)/.test(named);
  const order = sevenBit ? [named] : ['utf-8', named, 'windows-1252'];
  for (const name of order) {
    const text = name === undefined ? undefined : decodeAs(bytes, name, name === 'utf-8');
    if (text !== undefined) return text;
  }
  return Buffer.from(bytes).toString('latin1');
}

function decodeAs(bytes: Uint8Array, label: string, fatal: boolean): string | undefined {
  try {
    return new TextDecoder(label, { fatal }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** One character a byte, to bytes. */
export const bytesOf = (binary: string): Uint8Array => Buffer.from(binary, 'latin1');
