import { CopydeskError } from '../story/errors.ts';

/** What a file of trained numbers holds: a header of JSON, and the tables behind it. */
export type ModelBytes = { readonly header: unknown; readonly tables: Uint8Array };

const MOST_HEADER = 4_000_000;
/** Eight characters that name the kind, the header's length, the checksum of all behind it. */
const FRONT = 16;

/**
 * Takes a model's file apart. Throws 'bad-setting' for one that is cut, changed or of another kind: numbers that nobody trained
 * must not judge. `name` is where the file lies, for whoever has to put it back.
 */
export function readModelBytes(bytes: Uint8Array, { magic, name }: { magic: string; name: string }): ModelBytes {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < FRONT || new TextDecoder().decode(bytes.subarray(0, 8)) !== magic)
    throw badModel(name, 'it is not such a file');
  const length = view.getUint32(8, true);
  if (length > MOST_HEADER || FRONT + length > bytes.length) throw badModel(name, 'its header is cut');
  if (view.getUint32(12, true) !== checksum(bytes.subarray(FRONT))) throw badModel(name, 'it was changed or cut');
  const header: unknown = JSON.parse(new TextDecoder().decode(bytes.subarray(FRONT, FRONT + length)));
  return { header, tables: bytes.subarray(FRONT + length) };
}

/** The file of a model, the same bytes for the same model. `magic` has eight characters. */
export function writeModelBytes(magic: string, header: unknown, tables: readonly ArrayBufferView[]): Uint8Array {
  const head = new TextEncoder().encode(JSON.stringify(header));
  const parts = [head, ...tables.map((table) => new Uint8Array(table.buffer, table.byteOffset, table.byteLength))];
  const bytes = new Uint8Array(FRONT + parts.reduce((sum, part) => sum + part.length, 0));
  let at = FRONT;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  bytes.set(new TextEncoder().encode(magic));
  const view = new DataView(bytes.buffer);
  view.setUint32(8, head.length, true);
  view.setUint32(12, checksum(bytes.subarray(FRONT)), true);
  return bytes;
}

export const badModel = (name: string, why: string): CopydeskError =>
  new CopydeskError('bad-setting', `${name} cannot be used: ${why}. Put back the file of this version.`);

/** FNV-1a over four bytes at a time: tells a broken file, and is no protection from a made one. */
function checksum(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let hash = 0x811c9dc5 | 0;
  let at = 0;
  for (; at + 4 <= bytes.length; at += 4) hash = Math.imul(hash ^ view.getInt32(at, true), 0x01000193);
  for (; at < bytes.length; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return hash >>> 0;
}
