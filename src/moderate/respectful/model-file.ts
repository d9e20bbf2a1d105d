import { CopydeskError } from '../../story/errors.ts';
import { type Lexicon, makeLexicon } from './lexicon.ts';

/** The numbers of a trained model. Tables are indexed with the low bits of a feature's hash. */
export type Weights = {
  /** What each feature adds to a sentence's score, in steps of `linearStep`. */
  readonly linear: Int8Array;
  readonly linearStep: number;
  /** `dims` numbers for each feature, in steps of `embedStep`. */
  readonly embed: Int8Array;
  readonly embedStep: number;
  readonly dims: number;
  /** From the summed numbers to the hidden layer (`hidden` rows of `dims`), its biases, and what each hidden unit adds. */
  readonly hidden: number;
  readonly dense: Float32Array;
  readonly bias: number;
  /** How sharply the worst sentence decides for the whole comment: the temperature of a soft maximum. */
  readonly temperature: number;
  /** Platt's two numbers, from a score to the probability that people call it disrespectful. */
  readonly slope: number;
  readonly offset: number;
};

/** What `judgeRespect` needs: the numbers and the words. */
export type RespectModel = { readonly weights: Weights; readonly lexicon: Lexicon };

export const MAGIC = 'CDRESP1\n';
const MOST_HEADER = 4_000_000;

type Header = Omit<Weights, 'linear' | 'embed' | 'dense'> & {
  readonly linearBits: number;
  readonly embedBits: number;
  readonly classes: Readonly<Record<string, string>>;
  readonly common: readonly string[];
};

/** Reads `models/respect/weights.bin`. Throws 'bad-setting' for a file that is cut, changed or of another kind. */
export function readRespectModel(bytes: Uint8Array): RespectModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 16 || new TextDecoder().decode(bytes.subarray(0, 8)) !== MAGIC) throw bad('it is not such a file');
  const headerLength = view.getUint32(8, true);
  if (headerLength > MOST_HEADER || 16 + headerLength > bytes.length) throw bad('its header is cut');
  if (view.getUint32(12, true) !== checksum(bytes.subarray(16))) throw bad('it was changed or cut');
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(16, 16 + headerLength))) as Header;
  const { linearBits, embedBits, classes, common, ...numbers } = header;
  const sizes = [2 ** linearBits, numbers.dims * 2 ** embedBits, 4 * denseSize(numbers)];
  if (16 + headerLength + sizes.reduce((a, b) => a + b, 0) !== bytes.length)
    throw bad('its tables have another size than it says');
  let at = 16 + headerLength;
  const [linear, embed, dense] = sizes.map((size) => {
    at += size;
    // @NOTE a copy: `Buffer.slice` would share its memory, and numbers of four bytes need their place.
    return new Uint8Array(bytes.subarray(at - size, at)).buffer;
  });
  return {
    weights: {
      ...numbers,
      linear: new Int8Array(linear ?? new ArrayBuffer()),
      embed: new Int8Array(embed ?? new ArrayBuffer()),
      dense: new Float32Array(dense ?? new ArrayBuffer()),
    },
    lexicon: makeLexicon(new Map(Object.entries(classes)), new Set(common)),
  };
}

/** How many numbers the small layers hold. */
export const denseSize = ({ dims, hidden }: { readonly dims: number; readonly hidden: number }): number =>
  hidden * dims + 2 * hidden;

/** FNV-1a over four bytes at a time: tells a broken file, and is no protection from a made one. */
export function checksum(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let hash = 0x811c9dc5 | 0;
  let at = 0;
  for (; at + 4 <= bytes.length; at += 4) hash = Math.imul(hash ^ view.getInt32(at, true), 0x01000193);
  for (; at < bytes.length; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return hash >>> 0;
}

const bad = (why: string) => new CopydeskError('bad-setting', `Cannot read the model for respect: ${why}.`);
