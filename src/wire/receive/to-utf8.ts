/**
 * The bytes of an answer, in UTF-8 when only the header of the answer said what they are in: a parser that has the bytes
 * alone could not know. Bytes that say it themselves (a byte order mark, an XML declaration) or are UTF-8 stay as they came.
 */
export function toUtf8(bytes: Uint8Array, contentType: string | undefined): Uint8Array {
  const label = /;\s{0,9}charset\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})/i.exec(contentType ?? '')?.[1]?.toLowerCase();
  if (label === undefined || /^utf-?8$/.test(label) || saysItself(bytes)) return bytes;
  const sevenBit = label.startsWith('iso-2022') || label.startsWith('utf-16');
  if (!sevenBit && decodeAs(bytes, 'utf-8', true) !== undefined) return bytes;
  const text = decodeAs(bytes, label, false);
  return text === undefined ? bytes : new TextEncoder().encode(text);
}

function saysItself(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 300)).toString('latin1');
  return (
    /^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/.test(start) ||
    /^\s{0,20}<\?xml[^>]{0,200}\sencoding/.test(start)
  );
}

function decodeAs(bytes: Uint8Array, label: string, fatal: boolean): string | undefined {
  try {
    return new TextDecoder(label, { fatal }).decode(bytes);
  } catch {
    return undefined;
  }
}
