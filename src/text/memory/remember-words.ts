/** More words than any story has; past it the memory starts anew. */
const MOST = 50_000;
/** @NOTE Behind a longer piece of a text V8 keeps the whole text; longer ones are worked out each time. */
const LONGEST = 12;

/** The same function, which works out its answer once for each short word: stories and candidates are made of the same ones. */
export function rememberWords<T>(read: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const found = known.get(word);
    if (found !== undefined) return found;
    const made = read(word);
    if (word.length > LONGEST) return made;
    if (known.size >= MOST) known.clear();
    known.set(word, made);
    return made;
  };
}
