/** What a table has under a word that a wire sends; undefined for "constructor" and the like, which every JavaScript object knows. */
export const entryOf = <Value>(table: Readonly<Record<string, Value>>, word: string): Value | undefined =>
  Object.hasOwn(table, word) ? table[word] : undefined;
