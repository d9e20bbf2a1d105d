/**
 * A comment's words as they are kept: line feeds alone, at most one blank line, no spaces at the ends of lines, composed
 * letters (NFC). Control characters and those that turn the direction of what follows are dropped, and marks heaped on
 * one letter are cut to six, so that nobody writes over other people's words.
 */
export function tidyText(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/(\p{M}{6})\p{M}+/gu, '$1')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
