const PLAIN = /^[\0-\x7f]*$/;

type Letters = { readonly all: number; readonly latin: number; readonly capitals: number; readonly small: number };

/** How many letters of each kind a text has; plain ones, which is all that most texts have, need no looking up. */
export function countLetters(text: string): Letters {
  if (text !== last.text) last = { text, letters: lettersOf(text) };
  return last.letters;
}

/** Several rules ask it of one comment, one after the other. */
let last: { readonly text: string; readonly letters: Letters } = {
  text: '',
  letters: { all: 0, latin: 0, capitals: 0, small: 0 },
};

function lettersOf(text: string): Letters {
  if (PLAIN.test(text)) {
    const capitals = text.replace(/[^A-Z]+/g, '').length;
    const small = text.replace(/[^a-z]+/g, '').length;
    return { all: capitals + small, latin: capitals + small, capitals, small };
  }
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  return {
    all: count(/\p{L}/gu),
    latin: count(/\p{Script=Latin}/gu),
    capitals: count(/\p{Lu}/gu),
    small: count(/\p{Ll}/gu),
  };
}
