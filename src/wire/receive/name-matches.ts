/** Whether a file's name is of a pattern, such as `*.xml`: `*` is any letters, `?` is one, capitals do not count. */
export function nameMatches(name: string, pattern: string): boolean {
  const [text, wanted] = [name.toLowerCase(), pattern.toLowerCase()];
  let at = 0;
  let part = 0;
  // Where the last star stands, and how much it has swallowed. It can be given one letter more; earlier ones need not be.
  let star = -1;
  let swallowed = 0;
  while (at < text.length) {
    if (wanted[part] === '*') {
      star = part++;
      swallowed = at;
    } else if (part < wanted.length && (wanted[part] === '?' || wanted[part] === text[at])) {
      part++;
      at++;
    } else if (star >= 0) {
      part = star + 1;
      at = ++swallowed;
    } else return false;
  }
  while (wanted[part] === '*') part++;
  return part === wanted.length;
}
