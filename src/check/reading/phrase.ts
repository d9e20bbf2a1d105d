import type { Token } from '../../text/tokens.ts';
import { MONTHS, NEGATIONS, PERIODS, QUANTIFIERS, SUPERLATIVES, WEEKDAYS } from '../../text/words/function-words.ts';
import type { Alignment } from './align.ts';

/** What the three kinds of cut ask about a run of tokens. */
export const isNominal = (token: Token | undefined): boolean =>
  token !== undefined && /^(?:NOUN|PROPN|NUM|SYM)$/.test(token.pos);
export const hasVerb = (words: readonly Token[]): boolean => words.some(({ pos }) => pos === 'VERB' || pos === 'AUX');
export const isNumber = ({ pos }: Token): boolean => pos === 'NUM';
export const isBreak = (token: Token | undefined): boolean =>
  token !== undefined && /^(?:[,;:()[\]"“”—–…<>]|--|-|'')$/.test(token.text);

const TIME_WORD = new Set<string>([
  ...WEEKDAYS,
  ...MONTHS,
  ...'on last late early earlier this in morning afternoon evening night yesterday today tonight week month year weekend at'.split(
    ' ',
  ),
]);
const TIME_CORE = new Set<string>([
  ...WEEKDAYS,
  ...MONTHS,
  ...'yesterday today tonight week month year weekend morning afternoon evening night'.split(' '),
]);

/** "years", "games": what a span is counted in. */
export const isSpan = (token: Token | undefined): boolean =>
  token !== undefined && (PERIODS.has(token.norm) || /^(?:matches|games|attempts)$/.test(token.norm));

/** "on Wednesday", "late on 5 March", "yesterday", "last week". */
export const isTime = (words: readonly Token[]): boolean =>
  words.length > 0 &&
  words.some(({ norm }) => TIME_CORE.has(norm)) &&
  words.every(({ norm }) => TIME_WORD.has(norm) || /^\d{1,4}(?:st|nd|rd|th)?$/.test(norm));

/** Whether a kept negation stands in the same clause before the place `at`: what then follows belongs to what is denied. */
export const isDenied = (alignment: Alignment, at: number): boolean => inClauseBefore(alignment, at, NEGATIONS);
/** Whether "first", "largest", "every" or their like stands before `at` in the clause: a later phrase says among which. */
export const isBounded = (alignment: Alignment, at: number): boolean =>
  inClauseBefore(alignment, at, SUPERLATIVES, true) ||
  inClauseBefore(alignment, at, QUANTIFIERS) ||
  inClauseBefore(alignment, at, NEGATIONS);

function inClauseBefore(alignment: Alignment, at: number, words: ReadonlySet<string>, toVerb = false): boolean {
  const { tokens } = alignment.region;
  const kept = alignment.keptTokens;
  for (let i = at; i >= 0; i--) {
    if (/^[;:]$/.test(tokens[i]!.text)) return false;
    // "at least 40": no superlative.
    const isBound = /^(?:least|most)$/.test(tokens[i]!.norm) && tokens[i - 1]?.norm === 'at';
    if (kept[i] && words.has(tokens[i]!.norm) && !isBound) return true;
    if (toVerb && (tokens[i]!.pos === 'VERB' || tokens[i]!.pos === 'AUX')) return false;
  }
  return false;
}

/** Words that open a clause of their own behind a noun or a verb. */
export const RELATIVE =
  /^(?:who|whom|whose|which|that|where|when|why|how|what|whether|if|because|while|although|though|as)$/;
export const isFiniteVerb = ({ pos, norm, text }: Token): boolean =>
  (pos === 'VERB' || pos === 'AUX') && !/^\p{Lu}/u.test(text) && !/ing$|^(?:be|been)$/.test(norm);
export const isPreposition = (token: Token | undefined): boolean =>
  token?.pos === 'ADP' && !/^(?:up|out|off|down)$/.test(token.norm);
export const wordsOf = ({ words }: { readonly words: readonly Token[] }): string =>
  words.map(({ text }) => text).join(' ');

/** What is measured is measured of something: "Sales | in the north | totalled 3bn". */
export const MEASURED =
  /^(?:income|consumption|orders|stocks|reserves|loans|deposits|volumes?|sales|spending|investment|output|production|growth|demand|exports?|imports?|prices?|yields?|profits?|losses|earnings|revenues?|costs|turnover|bids|inflation|unemployment|wages|deficit|surplus|drop|rise|fall|decline|increase|decrease|reduction|surge|slump)$/;
