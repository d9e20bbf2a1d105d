import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The lists of words in `training/lexicon/`, each with the letter that the model knows the class by. A word on several lists
 * has several classes; the first list here that holds it names the chief one.
 */
const LISTS = [
  ['g', 'identity'],
  ['x', 'slurs'],
  ['s', 'insult-nouns'],
  ['d', 'dehumanising'],
  ['a', 'insult-adjectives'],
  ['f', 'profanity'],
  ['h', 'hate'],
  ['v', 'violence'],
  ['w', 'exclusion'],
  ['k', 'dismissive'],
  ['o', 'negation'],
  ['y', 'second-person'],
  ['i', 'first-person'],
  ['t', 'third-person'],
  ['j', 'be'],
  ['m', 'should'],
  ['q', 'reporting'],
  ['c', 'condemnation'],
  ['p', 'positive'],
  ['n', 'neutral-people'],
  ['r', 'things'],
] as const;

/** Word to its classes. `slurs` are not written down in the project: they come from the public profanity list. */
export function readLexicon(folder: string, slurs: readonly string[]): Map<string, string> {
  const classes = new Map<string, string>();
  for (const [letter, name] of LISTS) {
    for (const word of name === 'slurs' ? slurs : wordsOf(folder, name)) {
      const known = classes.get(word) ?? '';
      if (!known.includes(letter) && word !== '') classes.set(word, known + letter);
    }
  }
  return classes;
}

/** The words of one list. */
function wordsOf(folder: string, name: string): string[] {
  return readFileSync(join(folder, `${name}.txt`), 'utf8')
    .split(/\s+/u)
    .filter((word) => word !== '');
}
