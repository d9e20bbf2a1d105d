/** How a comment is written. Shares, so that length by itself neither helps nor harms. */
export type Manner = {
  /** Words for matters rather than persons ("regulation", "affordable"), a word, with the first of them as they are written. */
  readonly matter: number;
  readonly matters: readonly string[];
  /** Question marks, a number. */
  readonly questions: number;
  /** Words, or twenty where there are fewer: one long word is no share of three. */
  readonly words: number;
  /** Sentences that are thrown in rather than said, a sentence. */
  readonly scraps: number;
};

const WORD = /[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu;
const SENTENCE_END = /[.!?…]+/u;
/** What a word is built with that names a quality, a process or a field; and small letters, since a name is a person or a place. */
const MATTER =
  /^\p{Ll}{3,}(?:tion|sion|ment|ity|ness|ance|ence|ship|ism|ics|acy|ure|logy|omy|ive|ous|ary|ory|able|ible|ize|ise|ify)s?$/u;
const LONG_WORD = 9;
const SMALL = /^\p{Ll}+$/u;
/** Fewer words in a sentence. */
const SCRAP = 6;
const FEWEST_WORDS = 20;
const MOST_NAMED = 3;

/** Reads the manner of a text, in one pass. */
export function mannerOf(text: string): Manner {
  let words = 0;
  let sentences = 0;
  let scraps = 0;
  let matter = 0;
  const matters = new Set<string>();
  for (const sentence of text.split(SENTENCE_END)) {
    const written = sentence.match(WORD);
    if (!written) continue;
    words += written.length;
    sentences++;
    if (written.length < SCRAP) scraps++;
    for (const word of written) {
      if (!isMatter(word)) continue;
      matter++;
      if (matters.size < MOST_NAMED) matters.add(word);
    }
  }
  const questions = text.split('?').length - 1;
  const share = Math.max(FEWEST_WORDS, words);
  return {
    matter: matter / share,
    matters: [...matters],
    questions,
    words: share,
    scraps: scraps / Math.max(1, sentences),
  };
}

const isMatter = (word: string): boolean =>
  word.length >= LONG_WORD ? SMALL.test(word) : word.length > 5 && MATTER.test(word);
