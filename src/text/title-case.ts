/** Words that stay small inside a title (Associated Press: articles, and conjunctions and prepositions of up to three letters). */
const SMALL = new Set('a an the and but or nor for so yet as at by in of off on per to up v via vs if'.split(' '));
/** Of these, the ones that a headline writer capitalises when they belong to the verb ("Sets Up Talks", "Calls Off"). */
const PARTICLES = new Set(['up', 'off', 'in', 'on']);
const PARTICLE_ENDS = /^(?:$|[^\p{L}\p{N}]*[,;:.!?])/u;

/**
 * A headline in title case: small words stay small except first, last and after a colon; acronyms and mixed case
 * ("US", "iPhone", "McDonald") stay as they are. Words of every other kind get a capital.
 */
export function titleCase(text: string): string {
  const words = [...text.matchAll(/[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}'’.&]*/gu)];
  let result = '';
  let end = 0;
  for (const [i, match] of words.entries()) {
    const before = text.slice(end, match.index);
    const after = text.slice(match.index + match[0].length);
    const starts = i === 0 || /[:?!.][\s"'“”‘’]*$|[—–]\s*$|["“]$/u.test(before.slice(-8));
    const ends =
      i === words.length - 1 || (PARTICLES.has(match[0].toLowerCase()) && PARTICLE_ENDS.test(after.slice(0, 4)));
    result += before + (starts || ends ? capital(match[0]) : capitalUnlessSmall(match[0]));
    end = match.index + match[0].length;
  }
  return result + text.slice(end);
}

function capitalUnlessSmall(word: string): string {
  const lower = word.toLowerCase();
  if (!SMALL.has(lower)) return capital(word);
  // "IN" stays: all capitals may be an acronym (OR, US, IT); "The" inside a title goes down.
  return word.length > 1 && word === word.toUpperCase() ? word : lower;
}

function capital(word: string): string {
  if (word !== word.toLowerCase()) return word;
  const first = String.fromCodePoint(word.codePointAt(0) ?? 0);
  return first.toUpperCase() + word.slice(first.length);
}
