import type { Token } from './tokens.ts';

/** "<ABC.L>": the symbol of a firm on an exchange, which an agency writes for machines. */
const TICKER = /<[\p{Lu}\d.]{1,8}>/gu;

/** The same text with blanks where such symbols stand: every place in it stays what it is. */
export const blankTickers = (text: string): string =>
  text.includes('<') ? text.replace(TICKER, (symbol) => ' '.repeat(symbol.length)) : text;

/** The text as it is read: without them, and with the names of firms out of such brackets ("<Novak Inc>"). */
export const withoutTickers = (text: string): string =>
  text.includes('<')
    ? text.replace(new RegExp(` ?${TICKER.source}`, 'gu'), '').replace(/<(\p{Lu}[^<>]{1,60})>/gu, '$1')
    : text;

/** Where "<AXP>", "<BTI.L>" ends, a firm's symbol for machines; `at` where none stands. */
export function tickerEnd(tokens: readonly Token[], at: number, to: number): number {
  if (tokens[at]!.text !== '<') return at;
  const close = tokens.findIndex(({ text }, i) => i > at && text === '>');
  const inner = tokens.slice(at + 1, close);
  return close > at + 1 && close < to && inner.every(({ text }) => /^(?:[\p{Lu}\d]{1,5}|[.,])$/u.test(text))
    ? close + 1
    : at;
}
