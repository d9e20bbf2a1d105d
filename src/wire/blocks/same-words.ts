/** Whether two lists of texts hold the same characters in the same order, white space aside, wherever either is parted. */
export function sameWords(one: readonly string[], other: readonly string[]): boolean {
  let [text, at, of] = ['', 0, 0];
  for (const mine of one) {
    const length = mine.length;
    for (let index = 0; index < length; index++) {
      const code = mine.charCodeAt(index);
      if (code === 32 || isSpace(code)) continue;
      for (;;) {
        if (at === text.length) {
          if (of === other.length) return false;
          text = other[of++] ?? '';
          at = 0;
          // Most texts come through whole: compared at once they cost next to nothing.
          if (text.length > 1 && mine.startsWith(text, index)) {
            index += text.length - 1;
            at = text.length;
            break;
          }
          continue;
        }
        const found = text.charCodeAt(at++);
        if (found === code) break;
        if (!isSpace(found)) return false;
      }
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
