import type { Token } from '../tokens.ts';
import { hasVerb, type Phrase } from './phrase.ts';

/** "Tory, Lib Dem and Labour voters": what commas and a last "and" hold together is one phrase. */
export function joinLists(phrases: readonly Phrase[], tokens: readonly Token[]): Phrase[] {
  const found: Phrase[] = [];
  for (let k = 0; k < phrases.length; k++) {
    const first = phrases[k]!;
    const last = first.kind === 'noun' || first.kind === 'preposition' ? endOfList(phrases, k, tokens) : k;
    found.push(last === k ? first : { ...first, to: phrases[last]!.to });
    k = last;
  }
  return found;
}

/** The last item of a list of at least three that begins with a phrase; the phrase itself where none does. */
function endOfList(phrases: readonly Phrase[], from: number, tokens: readonly Token[]): number {
  const isComma = (at: number) => phrases[at]?.kind === 'mark' && tokens[phrases[at]!.from]!.text === ',';
  const isItem = (at: number) =>
    phrases[at]?.kind === 'noun' || (phrases[at]?.kind === 'preposition' && phrases[from]!.kind === 'preposition');
  let last = from;
  while (isComma(last + 1) && isItem(last + 2)) last += 2;
  if (last === from) return from;
  if (holdsAnd(phrases[last]!, tokens)) return last;
  const joint = isComma(last + 1) ? last + 2 : last + 1;
  const closes =
    phrases[joint]?.kind === 'joint' && /^(?:and|or)$/.test(tokens[phrases[joint]!.from]!.norm) && isItem(joint + 1);
  // Behind a verb the last "item" with a verb of its own is the subject of a second clause.
  const isSubject = !hasVerb(phrases.slice(0, from)) || phrases[from - 1]?.kind === 'opener';
  return closes && (isSubject || phrases[joint + 2]?.kind !== 'verb') ? joint + 1 : from;
}

/** "Malin, Sarn | and Westmere": the last two names are one phrase already. */
const holdsAnd = ({ from, to }: Phrase, tokens: readonly Token[]): boolean =>
  tokens.slice(from + 1, to - 1).some(({ norm, pos }) => norm === 'and' && pos === 'CCONJ');
