/** No file, form or export that means something is nested deeper. */
const DEEPEST = 200;

/**
 * The value of JSON from outside. Throws a SyntaxError for what is no JSON, and for what is nested deeper than anything that means
 * something, before V8 sees it: on some texts of a few thousand levels that then break off, `JSON.parse` of Node 26.10
 * writes over memory that is not its own, and the process ends.
 */
export function parseJson(text: string): unknown {
  if (isTooDeep(text)) throw new SyntaxError(`JSON is nested more than ${DEEPEST} deep.`);
  return JSON.parse(text);
}

/** The same; undefined, which no JSON says, for what is none. */
export function jsonOf(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

/** Whether arrays and objects stand in one another deeper than that. Behind a bracket too many V8 reads no further, so no depth hides there. */
export function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case 0x22: // A string: to its closing mark.
        for (at++; at < text.length && text.charCodeAt(at) !== 0x22; at++) if (text.charCodeAt(at) === 0x5c) at++;
        break;
      case 0x5b: // [
      case 0x7b: // {
        if (++depth > DEEPEST) return true;
        break;
      case 0x5d: // ]
      case 0x7d: // }
        depth--;
        break;
    }
  }
  return false;
}
