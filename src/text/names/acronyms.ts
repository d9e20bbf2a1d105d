import { oncePer } from '../memory/once-per.ts';
import { range } from '../range.ts';
import type { Token } from '../tokens.ts';
import { isLegalForm } from '../words/legal-forms.ts';

/** A full name and the letters that stand in brackets behind it; places are tokens, `to` exclusive. */
export type Acronym = {
  /** The words of the name, without an article. */
  readonly from: number;
  readonly to: number;
  readonly letters: number;
  /** Behind the closing bracket or comma. */
  readonly end: number;
};

/** Small words of a name that may have no letter of their own. */
const SMALL = /^(?:of|and|for|the|on|in|to|&|de|des|du|la)$/;
const MOST_WORDS = 9;

/** Names with their letters behind them: "the Ministry of Trade and Industry (MTI)", "the Harbour Board, HB,". */
export const acronymsIn: (tokens: readonly Token[]) => readonly Acronym[] = oncePer((tokens: readonly Token[]) =>
  tokens.flatMap(({ text }, open) => {
    const closes = text === '(' ? ')' : text === ',' ? ',' : '';
    const letters = tokens[open + 1];
    if (closes === '' || tokens[open + 2]?.text !== closes || !/^\p{Lu}{2,7}$/u.test(letters?.text ?? '')) return [];
    const from = startOfName(tokens, open, letters!.text);
    return from < 0 ? [] : [{ from, to: open, letters: open + 1, end: open + 3 }];
  }),
);

/** All around the letters: what goes where they stand for the name, "the | Ministry of Trade and Industry ( | MTI | )". */
export const aroundLetters = ({ from, letters, end }: Acronym): readonly number[] =>
  range(from, end).filter((at) => at !== letters);

/** Where the words before a place begin that have these letters at their fronts; -1. */
function startOfName(tokens: readonly Token[], to: number, letters: string): number {
  for (let from = to - 1; from >= 0 && to - from <= MOST_WORDS; from--) {
    const { text } = tokens[from]!;
    if (!/^\p{Lu}/u.test(text) && !SMALL.test(text)) return -1;
    if (/^\p{Lu}/u.test(text) && hasLetters(tokens.slice(from, to), letters)) return from;
  }
  return -1;
}

function hasLetters(words: readonly Token[], letters: string): boolean {
  const firsts = words
    .filter(({ text }) => !isLegalForm(text) && /^\p{L}/u.test(text))
    .map(({ text }) => ({ letter: text.charAt(0).toUpperCase(), small: SMALL.test(text) }));
  let at = 0;
  for (const { letter, small } of firsts) {
    if (letter === letters[at]) at++;
    else if (!small) return false;
  }
  return at === letters.length && letters.length > 1;
}
