import { mix, wordHash } from './hash-words.ts';
import type { Lexicon } from './lexicon.ts';
import type { Word } from './read-words.ts';

/** One place in the pattern of a sentence. `word` counts from the sentence's first word. */
type Place = { readonly hash: number; readonly word: number; readonly classed: boolean };

/** A sentence as classes of words. */
export type Kinds = {
  /** Words with a class as that class, small words as themselves, runs of others as one blank. */
  readonly pattern: readonly Place[];
  /** The words with a class alone. */
  readonly classed: readonly Place[];
  /** What the model sees in a word's stead. Every identity term looks the same to it, so it cannot prefer one to another. */
  readonly standIn: readonly (number | undefined)[];
};

const IDENTITY = 'g';
const BLANK = 0x9e3779b9 | 0;
const OPEN = 0x7f4a7c15;
const CLOSE = 0x2545f491;
const CLASS = 0x4cf5ad43;
/** Small words that turn a sentence round, so they keep their place. */
const GRAMMAR = new Map(
  (
    'all every some any many most these those this that like as than who if but because to of in for with only more less such ' +
    'what why how when can will would do does did have has out up off away from about one same other'
  )
    .split(' ')
    .map((word) => [word, wordHash(word)]),
);
const PASSED_OVER = new Set(
  'a an the very really so too totally completely absolutely utterly just quite truly extremely and or'.split(' '),
);

/** Reads the classes of a sentence's words. */
export function readKinds(words: readonly Word[], { classes }: Lexicon): Kinds {
  const pattern: Place[] = [];
  const classed: Place[] = [];
  const standIn: (number | undefined)[] = [];
  let blank = false;
  let quoted = false;
  for (const [i, word] of words.entries()) {
    if (word.quoted !== quoted) {
      pattern.push({ hash: quoted ? CLOSE : OPEN, word: Math.max(0, i - (quoted ? 1 : 0)), classed: false });
      quoted = word.quoted;
      blank = false;
    }
    const kinds = classes.get(word.text);
    standIn.push(kinds?.startsWith(IDENTITY) ? mix(CLASS, IDENTITY.charCodeAt(0)) : undefined);
    if (kinds !== undefined) {
      const place = { hash: mix(CLASS, kinds.charCodeAt(0)), word: i, classed: true };
      pattern.push(place);
      classed.push(place);
      blank = false;
    } else if (!PASSED_OVER.has(word.text)) {
      const small = GRAMMAR.get(word.text);
      if (small !== undefined) pattern.push({ hash: small, word: i, classed: false });
      else if (!blank) pattern.push({ hash: BLANK, word: i, classed: false });
      blank = small === undefined;
    }
  }
  return { pattern, classed, standIn };
}
