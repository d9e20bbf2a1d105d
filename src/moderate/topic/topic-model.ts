import { CopydeskError } from '../../story/errors.ts';

/** What common words of comments under news are about, and how common they are. Learned by `training/train-topic.ts`. */
export type TopicModel = {
  /** Place of a stem in `rarity` and `vectors`. */
  readonly places: ReadonlyMap<string, number>;
  /** Texts that were counted, and in how many of them each word stood. */
  readonly texts: number;
  readonly counts: readonly number[];
  readonly dims: number;
  /** `dims` numbers a word, each row of about the same length. */
  readonly vectors: Int8Array;
  /** The direction that all texts have in common: it says nothing. */
  readonly mean: readonly number[];
};

type Header = Pick<TopicModel, 'texts' | 'counts' | 'dims' | 'mean'> & { readonly words: readonly string[] };

const MAGIC = 'CDTOPIC1';
const MOST_HEADER = 4_000_000;

/** Reads `models/topic/words.bin`. Throws 'bad-setting' for a file that is cut or of another kind. */
export function readTopicModel(bytes: Uint8Array): TopicModel {
  const text = (from: number, to: number) => new TextDecoder().decode(bytes.subarray(from, to));
  if (bytes.length < 12 || text(0, 8) !== MAGIC) throw bad('it is not such a file');
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(8, true);
  if (length > MOST_HEADER || 12 + length > bytes.length) throw bad('its header is cut');
  const { words, texts, counts, dims, mean } = JSON.parse(text(12, 12 + length)) as Header;
  const vectors = new Int8Array(new Uint8Array(bytes.subarray(12 + length)).buffer);
  if (vectors.length !== words.length * dims || counts.length !== words.length || mean.length !== dims)
    throw bad('its tables have another size than it says');
  return { places: new Map(words.map((word, place) => [word, place])), texts, counts, dims, vectors, mean };
}

/** The bytes of a model, the same for the same model. */
export function writeTopicModel({ places, texts, counts, dims, vectors, mean }: TopicModel): Uint8Array {
  const header = new TextEncoder().encode(JSON.stringify({ words: [...places.keys()], texts, counts, dims, mean }));
  const bytes = new Uint8Array(12 + header.length + vectors.length);
  bytes.set(new TextEncoder().encode(MAGIC));
  new DataView(bytes.buffer).setUint32(8, header.length, true);
  bytes.set(header, 12);
  bytes.set(new Uint8Array(vectors.buffer, vectors.byteOffset, vectors.length), 12 + header.length);
  return bytes;
}

const bad = (why: string) =>
  new CopydeskError('bad-setting', `models/topic/words.bin cannot be used: ${why}. Put back the file of this version.`);
