const WORD_CHARACTER = /[\p{L}\p{N}]/u;

/** Whether a text has a letter or a figure of any script. Asked of each token many times: plain English needs no expression. */
export function hasWordCharacter(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 127) return WORD_CHARACTER.test(text);
    if (isPlain(code)) return true;
  }
  return false;
}

/** a–z, A–Z, 0–9. */
const isPlain = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
