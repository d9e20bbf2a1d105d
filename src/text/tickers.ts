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
