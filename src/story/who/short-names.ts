import { rememberLast } from '../../text/memory/remember-last.ts';
import { copyNames } from '../reading/copy-names.ts';
import { isBodyWord } from './is-body.ts';

/** What a body does by the short form of its name alone: a place or a person of that name is not meant. */
const ACTS =
  /^(?:['’]s)? (?:also |has |had |earlier |today )?(?:said|says|added|announced|agreed|plans|planned|expects|expected|told|reported|will|would|bought|sold|owns|owned|makes|made|earned|posted|declined|began|is|was|has|had|and its|shares?|stock|executives?|officials?|spokes\w+|board)\b/u;

/**
 * The words by which a text calls a body for short, by its full name: "Venntech" for "Norrland Venntech Co", where it writes the full
 * name with its form or kind ("Co", "Group") and lets the first or the last word of it act alone, and no other name has that word.
 */
export const shortNamesOf: (text: string) => ReadonlyMap<string, string> = rememberLast((text) => {
  const names = copyNames(text);
  const found = new Map<string, string>();
  for (const { full, kind } of names) {
    const words = full.split(' ');
    if (kind === 'person' || words.length < 2 || !isBodyWord(words.at(-1)!)) continue;
    const own = words.filter((word) => !isBodyWord(word));
    for (const word of new Set([own[0], own.at(-1)])) {
      if (word === undefined || word.length < 3) continue;
      const others = names.filter((name) => name.full !== full && name.full.split(' ').includes(word));
      const alone = others.find((name) => name.full === word);
      const acts = alone?.mentions.some(({ end }) => ACTS.test(text.slice(end, end + 24)));
      if (alone?.kind === 'other' && acts && others.length === 1) found.set(full, word);
    }
  }
  return found;
});
