import type { Token } from '../tokens.ts';
import { wordSet } from '../words/word-set.ts';
import { isGlued } from './phrase.ts';

const NOMINAL = new Set(['NOUN', 'PROPN', 'NUM', 'SYM', 'X']);
const POSSESSIVES = wordSet('its his her their our my your whose');
const PERSONAL = wordSet('i he she it we you they him them us me there who itself himself herself themselves');

/** Whether a word is a noun, a name, a number or a sign for one. */
export const isNominal = (token: Token | undefined): boolean => token !== undefined && NOMINAL.has(token.pos);
/** Whether a noun is that of several, as its ending shows: "boats", not "people" nor "glass". */
export const isPluralNoun = (token: Token | undefined): boolean =>
  token?.pos === 'NOUN' && token.lemma !== token.norm && /s$/.test(token.norm);
/** Whether a word in small letters says whose: "its". */
export const isPossessive = (norm: string): boolean => POSSESSIVES.has(norm);
/** Whether a word in small letters stands for somebody or something: "it", "there". */
export const isPersonal = (norm: string): boolean => PERSONAL.has(norm);

/** A word that can open a noun phrase. */
export const startsNoun = (tokens: readonly Token[], at: number, to: number): boolean => {
  const token = tokens[at];
  return (
    token !== undefined &&
    at < to &&
    (/^(?:DET|NOUN|PROPN|NUM|ADJ|SYM)$/.test(token.pos) || isPossessive(token.norm) || isPersonal(token.norm))
  );
};

/** A word that can stand inside a noun phrase, behind its article or an owner. */
export const startsInner = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  if (token === undefined) return false;
  return isNominal(token) || token.pos === 'ADJ' || describes(tokens, at, { to: tokens.length, behindNoun: false });
};

/**
 * A word before its noun that only describes it: "faulty", "proposed" pumps, "highly paid" men, "oil and gas" prices. Behind a
 * noun it must describe another one that follows.
 */
export function describes(
  tokens: readonly Token[],
  at: number,
  { to, behindNoun }: { readonly to: number; readonly behindNoun: boolean },
): boolean {
  const { pos, norm, text } = tokens[at]!;
  const next = tokens[at + 1];
  if (!next || at + 1 >= to) return false;
  const goesOn = isNominal(next) || next.pos === 'ADJ' || (next.text === '-' && isGlued(tokens, at + 1));
  switch (pos) {
    case 'ADJ':
      return !behindNoun || goesOn;
    // "an on-screen character".
    case 'ADP':
      return !behindNoun && next.text === '-' && isGlued(tokens, at + 1);
    case 'VERB':
      // "an 8 billion yen | stop-gap budget".
      if (next.text === '-' && isGlued(tokens, at + 1) && !/^(?:re|co|pre|out|over|under|un)$/.test(norm)) return true;
      if (behindNoun) return tokens[at - 1]!.text === '-' && isGlued(tokens, at);
      return /(?:ed|en|ing|wn|lt)$/.test(norm) && goesOn;
    case 'ADV':
      return !behindNoun && (/^(?:ADJ|NUM)$/.test(next.pos) || (next.pos === 'VERB' && /(?:ed|ing)$/.test(next.norm)));
    case 'CCONJ':
      return joins(tokens, at, { to, behindNoun });
    case 'PUNCT':
      // "quick, fair ways".
      return (
        text === ',' &&
        tokens[at - 1]!.pos === 'ADJ' &&
        !behindNoun &&
        // "new, more powerful boats".
        (next.pos === 'ADJ' || (next.pos === 'ADV' && tokens[at + 2]?.pos === 'ADJ'))
      );
    default:
      return false;
  }
}

/** "and" inside one noun phrase. */
function joins(
  tokens: readonly Token[],
  at: number,
  { to, behindNoun }: { readonly to: number; readonly behindNoun: boolean },
): boolean {
  const { norm } = tokens[at]!;
  const [one, next, two] = [tokens[at - 1], tokens[at + 1], tokens[at + 2]];
  // "the Securities and Exchange Commission": one name, or two that go together.
  if (norm === 'and' && one?.pos === 'PROPN' && next?.pos === 'PROPN') return true;
  // "fewer but bigger firms".
  if (norm === 'but') return !behindNoun && one?.pos === 'ADJ' && next?.pos === 'ADJ' && isNominal(two);
  // "personal and business taxes".
  if (!behindNoun && one?.pos === 'ADJ' && next?.pos === 'NOUN' && two?.pos === 'NOUN' && at + 2 < to) return true;
  // "oil and gas industry".
  const isOne = one?.pos === 'NOUN' && one.lemma === one.norm;
  if (isOne && next?.pos === 'NOUN' && two?.pos === 'NOUN' && at + 2 < to) return true;
  // "warm and dry winds".
  return !behindNoun && next?.pos === 'ADJ' && isNominal(two);
}
