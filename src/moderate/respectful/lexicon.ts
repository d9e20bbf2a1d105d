import type { Term } from './term.ts';

/** What the model knows of words: the classes of some, as letters, and the common ones. Read from its file, made in training. */
export type Lexicon = {
  /** Word to its classes, the first of which is the chief one; see `training/read-lexicon.ts` for what each letter says. */
  readonly classes: ReadonlyMap<string, string>;
  /** Words in common use, which are never taken for a disguise. */
  readonly common: ReadonlySet<string>;
  /** From a disguise ("i*t", "moon") to the words that it may be: a masked inside, or one letter left out. */
  readonly masked: ReadonlyMap<string, string>;
  readonly shortened: ReadonlyMap<string, string>;
  /** Finds a word that is worth taking a run of letters apart for. */
  readonly telling: RegExp;
  /** What `repairWord` found before, so that each word is looked at once. */
  readonly seen: Map<string, readonly Term[]>;
};

/** Classes that people disguise: expletives, insults, slurs, dehumanising words, and whom they mean. */
const DISGUISED = /[fsaxdg]/;
const SHORTEST_MASKED = 4;
const SHORTEST_MISSPELT = 5;

/** Prepares what `repairWord` looks disguises up in. */
export function makeLexicon(classes: ReadonlyMap<string, string>, common: ReadonlySet<string>): Lexicon {
  const masked = new Map<string, string>();
  const shortened = new Map<string, string>();
  // Expletives first: behind "f**k" is the word that everybody thinks of.
  const disguised = [...classes].filter(([, kinds]) => DISGUISED.test(kinds));
  for (const [word] of disguised.sort(([, a], [, b]) => Number(b.startsWith('f')) - Number(a.startsWith('f')))) {
    if (word.length >= SHORTEST_MASKED) addMasked(word, masked);
    if (word.length < SHORTEST_MISSPELT) continue;
    for (const form of withoutOne(word)) if (!common.has(form) && !shortened.has(form)) shortened.set(form, word);
  }
  const telling = [...classes].filter(([word, kinds]) => isTelling(word, kinds)).map(([word]) => RegExp.escape(word));
  return { classes, common, masked, shortened, telling: new RegExp(telling.join('|') || '(?!)', 'u'), seen: new Map() };
}

/** Whether a word matters so much that one looks for it in runs of letters: "youareamoron". */
export const isTelling = (word: string, kinds = ''): boolean => word.length > 2 && /[fsxdghv]/.test(kinds);

/** Every form of a word with one letter left out. */
export function withoutOne(word: string): string[] {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
}

/** "shit" may be written "s*t", "s*it", "sh*t", "s**t": a run of masks counts as one. The first letter stays. */
function addMasked(word: string, masked: Map<string, string>): void {
  for (let from = 1; from < word.length; from++) {
    for (let to = from + 1; to <= word.length; to++) {
      const form = `${word.slice(0, from)}*${word.slice(to)}`;
      if (form.length > 2 && !masked.has(form)) masked.set(form, word);
    }
  }
}
