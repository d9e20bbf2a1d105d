import { checksum, MAGIC, type Weights } from '../src/moderate/respectful/model-file.ts';

type Words = { readonly classes: ReadonlyMap<string, string>; readonly common: ReadonlySet<string> };

/** The bytes of a model's file, as `readRespectModel` reads them. The same model gives the same bytes. */
export function encodeModel({ linear, embed, dense, ...numbers }: Weights, { classes, common }: Words): Uint8Array {
  const header = JSON.stringify({
    ...numbers,
    linearBits: Math.log2(linear.length),
    embedBits: Math.log2(embed.length / numbers.dims),
    classes: Object.fromEntries([...classes].sort(([a], [b]) => (a < b ? -1 : 1))),
    common: [...common].sort(),
  });
  const body = Buffer.concat([Buffer.from(header), bytesOf(linear), bytesOf(embed), bytesOf(dense)]);
  const front = Buffer.alloc(16);
  front.write(MAGIC, 'latin1');
  front.writeUInt32LE(Buffer.byteLength(header), 8);
  front.writeUInt32LE(checksum(body), 12);
  return new Uint8Array(Buffer.concat([front, body]));
}

const bytesOf = (values: Int8Array | Float32Array) => Buffer.from(values.buffer, values.byteOffset, values.byteLength);
