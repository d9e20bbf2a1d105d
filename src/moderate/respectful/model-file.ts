import { badModel, readModelBytes } from '../model-bytes.ts';
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

type Header = Omit<Weights, 'linear' | 'embed' | 'dense'> & {
  readonly linearBits: number;
  readonly embedBits: number;
  readonly classes: Readonly<Record<string, string>>;
  readonly common: readonly string[];
};

const NAME = 'models/respect/weights.bin';

/** Reads `models/respect/weights.bin`. Throws 'bad-setting' for a file that is cut, changed or of another kind. */
export function readRespectModel(bytes: Uint8Array): RespectModel {
  const { header, tables } = readModelBytes(bytes, { magic: MAGIC, name: NAME });
  const { linearBits, embedBits, classes, common, ...numbers } = header as Header;
  const sizes = [2 ** linearBits, numbers.dims * 2 ** embedBits, 4 * denseSize(numbers)];
  if (sizes.reduce((a, b) => a + b, 0) !== tables.length)
    throw badModel(NAME, 'its tables have another size than it says');
  let at = 0;
  const [linear, embed, dense] = sizes.map((size) => {
    at += size;
    // @NOTE a copy: `Buffer.slice` would share its memory, and numbers of four bytes need their place.
    return new Uint8Array(tables.subarray(at - size, at)).buffer;
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
