/**
 * A text as it fits into a line of a list: at most `most` UTF-16 units with the "…" that says so. Ends behind a whole word unless
 * that would lose more than half, and never in the middle of a character's pair.
 */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '');
  const word = /\s/.test(text.charAt(cut.length)) ? cut.length : cut.search(/\s\S*$/);
  return `${(word > most / 2 ? cut.slice(0, word) : cut).trimEnd()}…`;
}
