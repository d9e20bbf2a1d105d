import { mix } from './hash-words.ts';
import type { Word } from './read-words.ts';
import type { Term } from './term.ts';

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
/** Within how many words a word is denied. */
const DENIED_WITHIN = 2;

/** Reads the classes of a sentence's words. */
export function readKinds(words: readonly Word[]): Kinds {
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
    const { term } = word;
    const { kinds } = term;
    const denied = term.deniable && isDenied(words, i);
    standIn.push(standInOf(term, denied));
    if (kinds !== undefined) {
      const own = mix(CLASS, kinds.charCodeAt(0));
      const place = { hash: denied ? mix(DENIED, own) : own, word: i, classed: true };
      pattern.push(place);
      classed.push(place);
      blank = false;
    } else if (!term.isPassedOver) {
      if (term.isGrammar) pattern.push({ hash: term.hash, word: i, classed: false });
      else if (!blank) pattern.push({ hash: BLANK, word: i, classed: false });
      blank = !term.isGrammar;
    }
  }
  return { pattern, classed, standIn };
}

function standInOf({ hash, kinds }: Term, denied: boolean): number | undefined {
  if (denied) return mix(DENIED, hash);
  return kinds?.startsWith(IDENTITY) ? mix(CLASS, IDENTITY.charCodeAt(0)) : undefined;
}

/** Whether one of the two words before, articles left out, denies the word at `at`. */
function isDenied(words: readonly Word[], at: number): boolean {
  for (let i = at - 1, seen = 0; i >= 0 && seen < DENIED_WITHIN; i--) {
    const { denies, takesBack, isPassedOver } = words[i]!.term;
    if (denies) return true;
    if (takesBack) return false;
    if (!isPassedOver) seen++;
  }
  return false;
}
