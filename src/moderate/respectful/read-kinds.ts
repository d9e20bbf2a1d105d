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
  /**
   * What the model sees in a word's stead. Every identity term looks the same to it, so it cannot prefer one to another; and a
   * word of abuse that is denied is another word than the same said ("not an idiot").
   */
  readonly standIn: readonly (number | undefined)[];
};

const IDENTITY = 'g';
const BLANK = 0x9e3779b9 | 0;
const OPEN = 0x7f4a7c15;
const CLOSE = 0x2545f491;
const CLASS = 0x4cf5ad43;
const DENIED = 0x2c1b3c6d;
/** Classes of words that may be denied, what denies them, within how many words, and what takes that back. */
const DENIABLE = /^[sadxvhw]/;
const DENIES = new Set(['not', 'no', 'never', 'nor', 'neither', 'hardly']);
const DENIED_WITHIN = 2;
const TAKES_BACK = new Set(['only', 'just', 'merely']);
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
    const denied = kinds !== undefined && DENIABLE.test(kinds) && isDenied(words, i);
    standIn.push(standInOf(word.text, kinds, denied));
    if (kinds !== undefined) {
      const own = mix(CLASS, kinds.charCodeAt(0));
      const place = { hash: denied ? mix(DENIED, own) : own, word: i, classed: true };
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

function standInOf(word: string, kinds: string | undefined, denied: boolean): number | undefined {
  if (denied) return mix(DENIED, wordHash(word));
  return kinds?.startsWith(IDENTITY) ? mix(CLASS, IDENTITY.charCodeAt(0)) : undefined;
}

/** Whether one of the two words before, articles left out, denies the word at `at`. */
function isDenied(words: readonly Word[], at: number): boolean {
  for (let i = at - 1, seen = 0; i >= 0 && seen < DENIED_WITHIN; i--) {
    const before = words[i]?.text ?? '';
    if (DENIES.has(before)) return true;
    if (TAKES_BACK.has(before)) return false;
    if (!PASSED_OVER.has(before)) seen++;
  }
  return false;
}
