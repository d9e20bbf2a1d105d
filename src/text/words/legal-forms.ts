/** What stands behind a firm's name for its registrar: nobody who speaks of it needs them. Without dots, in small letters. */
const LEGAL_FORMS = new Set(
  'inc incorporated corp corporation co ltd limited plc llc llp lp ag nv sa ab asa oyj gmbh spa bv pty pte kk'.split(
    ' ',
  ),
);

/** Whether a word behind a name is a legal form ("Inc", "Ltd.", "N.V."). */
export const isLegalForm = (word: string): boolean =>
  /^\p{Lu}/u.test(word) && LEGAL_FORMS.has(word.replaceAll('.', '').toLowerCase());

/** "Hughes Tool Co" -> "Hughes Tool"; a name of a form alone stays. */
export function withoutLegalForm(name: string): string {
  const words = name.split(' ');
  let end = words.length;
  while (end > 1 && isLegalForm(words[end - 1]!.replace(/,$/, ''))) end--;
  return words.slice(0, end).join(' ').replace(/,$/, '');
}
