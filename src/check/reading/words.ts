/** A word, number, currency sign or mark of a draft. Places are in its text. */
export type Word = { readonly text: string; readonly norm: string; readonly start: number; readonly end: number };

const WORD =
  /(?:\p{L}\.){2,}|\d[\d,]*(?:\.\d+)?|n['’]t(?![\p{L}])|['’](?:s|re|ve|ll|d|m)(?![\p{L}])|[\p{L}\p{M}]+?(?=n['’]t(?!\p{L}))|[\p{L}\p{M}]+|\p{N}+|\S/giu;

/** Cuts a text in words and marks: both sides of a comparison are cut here, so that they agree. */
export function wordsIn(text: string): Word[] {
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({
    text: word,
    norm: word.toLowerCase().replace('’', "'"),
    start: index,
    end: index + word.length,
  }));
}
