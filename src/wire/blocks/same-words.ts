/** Whether two lists of texts hold the same characters in the same order, white space aside, wherever either is parted. */
export function sameWords(one: readonly string[], other: readonly string[]): boolean {
  let [text, at, of] = ['', 0, 0];
  for (const mine of one) {
    for (let index = 0; index < mine.length; index++) {
      const code = mine.charCodeAt(index);
      if (isSpace(code)) continue;
      let found = -1;
      while (found < 0) {
        while (at < text.length && isSpace(text.charCodeAt(at))) at++;
        if (at < text.length) found = text.charCodeAt(at++);
        else if (of < other.length) [text, at] = [other[of++] ?? '', 0];
        else return false;
      }
      if (found !== code) return false;
    }
  }
  return /^\s*$/.test(text.slice(at)) && other.slice(of).every((rest) => /^\s*$/.test(rest));
}

/** White space as \s has it. */
const isSpace = (code: number): boolean =>
  code <= 32
    ? code === 32 || (code >= 9 && code <= 13)
    : code >= 160 &&
      (code === 160 ||
        code === 0x1680 ||
        (code >= 0x2000 && (code <= 0x200a || code === 0x2028 || code === 0x2029 || code === 0x202f)) ||
        code === 0x205f ||
        code === 0x3000 ||
        code === 0xfeff);
