const WORDS = /[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu;

/**
 * Words as a reader counts them: "Iran's" is one, "£3.5m" is two. Every candidate is counted, and most are of plain letters,
 * figures and marks, which need no expression.
 */
export function wordCount(text: string): number {
  let count = 0;
  let inWord = false;
  let possessive = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isLetter(code) || isFigure(code)) {
      if (!inWord || (possessive && isFigure(code))) {
        count++;
        possessive = false;
      }
      inWord = true;
    } else if (code > 127 && !isMark(code)) {
      return text.match(WORDS)?.length ?? 0;
    } else {
      // What belongs to the word before it does so once.
      const joins: boolean =
        (code === 39 || code === 0x2019) && inWord && !possessive && isLetter(text.charCodeAt(i + 1));
      inWord = joins;
      possessive = joins;
    }
  }
  return count;
}

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
const isFigure = (code: number): boolean => code >= 48 && code <= 57;
/** Dashes, quotation marks, dots; £ and the signs of other currencies. */
const isMark = (code: number): boolean =>
  (code >= 0x2010 && code <= 0x2027) || code === 0xa3 || (code >= 0x20a0 && code <= 0x20bf);
