const PLURALS: readonly (readonly [RegExp, string])[] = [
  [/ies$/, 'y'],
  [/(?<=ss|x|ch|sh)es$/, ''],
  [/(?<![su]|i)s$/, ''],
];
const ENDINGS =
  /(?:ational|ization|isation|fulness|iveness|ations?|ition|ness|ment|ism|ist|ity|ive|ous|ful|able|ible|ance|ence|ant|ent|ally|ly|er|or|al|ion|ian|an|ic)$/;

/**
 * What the forms of an English word have in common, for telling what a text is about: "voters", "voting" and "voted" give
 * "vot". `word` is in small letters. A light stemmer after the manner of Porter's (1980): it need not be a word.
 */
export function stem(word: string): string {
  let left = word.replace(/['’]s$/, '');
  if (left.length < 4) return left;
  const plural = PLURALS.find(([ending]) => ending.test(left));
  if (plural) left = left.replace(plural[0], plural[1]);
  const plain = without(left, /(?:ing|ed)$/, 3);
  left = plain !== left && /([bdfgmnprt])\1$/.test(plain) ? plain.slice(0, -1) : plain;
  return without(left, ENDINGS, 4).replace(/y$/, 'i').replace(/e$/, '');
}

/** Without an ending, if at least `least` letters stay. */
function without(word: string, ending: RegExp, least: number): string {
  const length = ending.exec(word)?.[0].length ?? 0;
  return length > 0 && word.length - length >= least ? word.slice(0, -length) : word;
}
