import { wordHash } from './hash-words.ts';

/** A word as it is meant, with all that is known of it by itself. */
export type Term = {
  readonly text: string;
  readonly hash: number;
  /** Its classes, as the lexicon has them. */
  readonly kinds: string | undefined;
  /** Whether it may be denied, and denied is another word: "not an idiot". */
  readonly deniable: boolean;
  readonly denies: boolean;
  /** Whether it takes back what denies: "not just an idiot". */
  readonly takesBack: boolean;
  /** Whether it turns a sentence round, so that it keeps its place in the pattern of classes. */
  readonly isGrammar: boolean;
  /** Whether the pattern of classes is the same without it. */
  readonly isPassedOver: boolean;
};

const DENIABLE = /^[sadxvhw]/;
const DENIES = new Set(['not', 'no', 'never', 'nor', 'neither', 'hardly']);
const TAKES_BACK = new Set(['only', 'just', 'merely']);
const GRAMMAR = new Set(
  (
    'all every some any many most these those this that like as than who if but because to of in for with only more less such ' +
    'what why how when can will would do does did have has out up off away from about one same other'
  ).split(' '),
);
const PASSED_OVER = new Set(
  'a an the very really so too totally completely absolutely utterly just quite truly extremely and or'.split(' '),
);

export const makeTerm = (text: string, kinds: string | undefined): Term => ({
  text,
  hash: wordHash(text),
  kinds,
  deniable: kinds !== undefined && DENIABLE.test(kinds),
  denies: DENIES.has(text),
  takesBack: TAKES_BACK.has(text),
  isGrammar: GRAMMAR.has(text),
  isPassedOver: PASSED_OVER.has(text),
});
