import { writeModelBytes } from '../src/moderate/model-bytes.ts';
import { MAGIC, type Weights } from '../src/moderate/respectful/model-file.ts';

type Words = { readonly classes: ReadonlyMap<string, string>; readonly common: ReadonlySet<string> };

/** The bytes of a model's file, as `readRespectModel` reads them. The same model gives the same bytes. */
export function encodeModel({ linear, embed, dense, ...numbers }: Weights, { classes, common }: Words): Uint8Array {
  const header = {
    ...numbers,
    linearBits: Math.log2(linear.length),
    embedBits: Math.log2(embed.length / numbers.dims),
    classes: Object.fromEntries([...classes].sort(([a], [b]) => (a < b ? -1 : 1))),
    common: [...common].sort(),
  };
  return writeModelBytes(MAGIC, header, [linear, embed, dense]);
}
