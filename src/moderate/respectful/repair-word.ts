import { standsFor } from '../stands-for.ts';
import { isTelling, type Lexicon, withoutOne } from './lexicon.ts';
import { SHORT_FORMS } from './short-forms.ts';
import { makeTerm, type Term } from './term.ts';

const UNIT =
  /^[\d.,]+(?:st|nd|rd|th|s|am|pm|k|m|bn|km|kg|mg|ml|cm|mm|mph|x|d|g|b|c|f|h|p|w|v|v\d+|yo|yr|yrs|hr|hrs|min|mins)?$/;
/** How many words are remembered with what they stand for; bounds the memory that strangers' words take. */
const MOST_SEEN = 50_000;
const LONGEST_REPAIRED = 24;
const LONGEST_SPLIT = 40;
const LONGEST_PIECE = 16;

/**
 * The word or words that a reader would see in a run of letters, figures and signs: "1d10t" is "idiot", "f**k" what it hides,
 * "stuuupid" is "stupid", "youmoron" is "you moron", "dont" is "do not". Words in common use, numbers and names stay as they are.
 */
export function repairWord(raw: string, capital: boolean, lexicon: Lexicon): readonly Term[] {
  const { seen, classes } = lexicon;
  const key = capital ? `^${raw}` : raw;
  const before = seen.get(key);
  if (before !== undefined) return before;
  const words = (SHORT_FORMS.get(raw) ?? repair(raw, capital, lexicon)).map((word) =>
    makeTerm(word, classes.get(word)),
  );
  if (seen.size >= MOST_SEEN) seen.clear();
  if (raw.length <= LONGEST_SPLIT) seen.set(key, words);
  return words;
}

function repair(raw: string, capital: boolean, lexicon: Lexicon): readonly string[] {
  if (isKnown(raw, lexicon)) return [raw];
  let word = raw;
  if (!/^\p{L}+$/u.test(raw)) {
    if (UNIT.test(raw)) return [raw];
    if (/[*#%]/.test(raw)) {
      const hidden = lexicon.masked.get(raw.replace(/[*#%]+/g, '*'));
      if (hidden !== undefined) return [hidden];
    }
    word = unmask(raw, lexicon);
    if (isKnown(word, lexicon)) return [word];
  }
  const squeezed = squeeze(word, lexicon);
  if (isKnown(squeezed, lexicon)) return [squeezed];
  if (capital || squeezed.length < 4) return [squeezed];
  const respelt = respell(squeezed, lexicon);
  if (respelt !== undefined) return [respelt];
  return split(squeezed, lexicon) ?? [squeezed];
}

const isKnown = (word: string, { classes, common }: Lexicon): boolean => common.has(word) || classes.has(word);

/** Figures and signs as the letters they stand for: "1" is an i or an l, whichever makes a word. */
function unmask(raw: string, lexicon: Lexicon): string {
  const letters = Array.from(raw, (sign) => standsFor[sign] ?? sign)
    .join('')
    .replace(/[^\p{L}]/gu, '');
  if (isKnown(letters, lexicon) || !raw.includes('1')) return letters;
  const other = Array.from(raw, (sign) => (sign === '1' ? 'l' : (standsFor[sign] ?? sign)))
    .join('')
    .replace(/[^\p{L}]/gu, '');
  return isKnown(other, lexicon) ? other : letters;
}

/** "stuuupid" and "idiooot" without what was drawn out. */
function squeeze(word: string, lexicon: Lexicon): string {
  if (!/(\p{L})\1/u.test(word)) return word;
  const twice = word.replace(/(\p{L})\1{2,}/gu, '$1$1');
  if (isKnown(twice, lexicon)) return twice;
  const once = word.replace(/(\p{L})\1+/gu, '$1');
  if (isKnown(once, lexicon)) return once;
  return word.replace(/(\p{L})\1{2,}/gu, '$1');
}

/** A word that people disguise, with one letter missing, added, changed or swapped with the next. */
function respell(word: string, { classes, shortened }: Lexicon): string | undefined {
  if (word.length > LONGEST_REPAIRED) return undefined;
  const added = shortened.get(word);
  if (added !== undefined && added[0] === word[0]) return added;
  if (word.length < 5) return undefined;
  for (const form of withoutOne(word)) {
    if (form.length >= 5 && form[0] === word[0] && /[fsxd]/.test(classes.get(form) ?? '')) return form;
    const changed = shortened.get(form);
    if (changed === undefined || changed.length !== word.length || changed[0] !== word[0]) continue;
    if (changed.length > 5 || sameLetters(changed, word)) return changed;
  }
  return undefined;
}

const sameLetters = (a: string, b: string): boolean => [...a].sort().join('') === [...b].sort().join('');

/** Words written without the spaces between them, when one of them has a class that matters; undefined when it is no such run. */
function split(word: string, lexicon: Lexicon): readonly string[] | undefined {
  if (word.length < 7 || word.length > LONGEST_SPLIT || !lexicon.telling.test(word)) return undefined;
  const best = cheapestPieces(word, lexicon);
  const pieces: string[] = [];
  for (let end = word.length; end > 0; ) {
    const from = best[end]?.from ?? -1;
    if (from < 0) return undefined;
    pieces.unshift(word.slice(from, end));
    end = from;
  }
  const worth = pieces.some((piece) => isTelling(piece, lexicon.classes.get(piece)));
  return worth && pieces.length <= word.length / 3 + 1 ? pieces : undefined;
}

/** For each place in a word the cheapest way there over known words: few and long ones are cheap. -1 where there is none. */
function cheapestPieces(word: string, lexicon: Lexicon): readonly { readonly cost: number; readonly from: number }[] {
  const best = Array.from({ length: word.length + 1 }, () => ({ cost: Number.POSITIVE_INFINITY, from: -1 }));
  best[0]!.cost = 0;
  for (let from = 0; from < word.length; from++) {
    const { cost: before } = best[from]!;
    if (before === Number.POSITIVE_INFINITY) continue;
    for (let end = from + 1; end <= Math.min(word.length, from + LONGEST_PIECE); end++) {
      const cost = before + 1 + 4 / ((end - from) * (end - from));
      if (cost < best[end]!.cost && isPiece(word.slice(from, end), lexicon)) best[end] = { cost, from };
    }
  }
  return best;
}

const isPiece = (piece: string, lexicon: Lexicon): boolean =>
  piece.length === 1 ? piece === 'i' || piece === 'a' : isKnown(piece, lexicon);
