import { badModel, readModelBytes, writeModelBytes } from '../model-bytes.ts';

/** What common words of comments under news are about, and how common they are. Learned by `training/train-topic.ts`. */
export type LearntTopics = {
  /** Place of a stem in `counts`, `usual` and `vectors`. */
  readonly places: ReadonlyMap<string, number>;
  /** Texts that were counted, and in how many of them each word stood. */
  readonly texts: number;
  readonly counts: readonly number[];
  /** What each word is of a text, in the mean over all: its weight where the text has length 1. */
  readonly usual: readonly number[];
  readonly dims: number;
  /** `dims` numbers a word, each row `ROW` long. */
  readonly vectors: Int8Array;
};

/** The same, ready to be asked. */
export type TopicModel = LearntTopics & {
  /** How rare each word is under news: the logarithm of one in how many comments has it. */
  readonly rarities: Float64Array;
  /** How rare a word is that is not among them. */
  readonly rarest: number;
};

/** The length of a row of `vectors`, which stands for 1. */
export const ROW = 127;

type Header = Pick<LearntTopics, 'texts' | 'counts' | 'usual' | 'dims'> & { readonly words: readonly string[] };

const MAGIC = 'CDTOPIC\n';
const NAME = 'models/topic/words.bin';

/** Reads `models/topic/words.bin`. Throws 'bad-setting' for a file that is cut, changed or of another kind. */
export function readTopicModel(bytes: Uint8Array): TopicModel {
  const { header, tables } = readModelBytes(bytes, { magic: MAGIC, name: NAME });
  const { words, texts, counts, usual, dims } = header as Header;
  const vectors = new Int8Array(new Uint8Array(tables).buffer);
  const isWhole = [counts.length, usual?.length, vectors.length / dims].every((length) => length === words.length);
  if (!isWhole) throw badModel(NAME, 'its tables have another size than it says');
  const places = new Map(words.map((word, place) => [word, place]));
  const rarity = (count: number): number => Math.max(0, Math.log((texts + 1) / (count + 1.5)));
  return {
    ...{ places, texts, counts, usual, dims, vectors },
    rarities: Float64Array.from(counts, rarity),
    rarest: rarity(0),
  };
}

/** The bytes of a model, the same for the same model. */
export const writeTopicModel = ({ places, texts, counts, usual, dims, vectors }: LearntTopics): Uint8Array =>
  writeModelBytes(MAGIC, { words: [...places.keys()], texts, counts, usual, dims }, [vectors]);
