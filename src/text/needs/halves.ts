import type { Phrase } from '../phrases/phrase.ts';
import type { Token } from '../tokens.ts';
import type { MainClause } from './main-clause.ts';

/** "Smoke | and Mirrors", "Brandt | and Venn": one name, or two that are told of together. */
export const joinsNames = ({ tokens, phrases, end }: MainClause, k: number): boolean => {
  const [joint, other] = [phrases[k + 1], phrases[k + 2]];
  if (joint?.kind !== 'joint' || other?.kind !== 'noun' || k + 2 >= end) return false;
  return (
    /^(?:and|&)$/.test(tokens[joint.from]!.norm) &&
    [tokens[phrases[k]!.to - 1]!, tokens[other.from]!].every(
      ({ text, pos }) => /^(?:PROPN|NOUN)$/.test(pos) && /^\p{Lu}/u.test(text),
    )
  );
};

/** The words on both sides of "and": `words` are those of the first phrase, `last` its last one; `first` opens the other. */
type Halves = {
  readonly words: readonly Token[];
  readonly last: Token;
  readonly other: Phrase;
  readonly first: Token;
};

/** Why neither half stands without the other. */
const SHARED: readonly ((halves: Halves) => boolean)[] = [
  // "both the town | and the county".
  ({ words }) => words.some(({ norm }) => /^(?:both|either|neither)$/.test(norm)),
  // "a defence | and economic accord".
  ({ words, first }) => words.some(({ norm }) => norm === 'a' || norm === 'an') && /^(?:ADJ|NOUN)$/.test(first.pos),
  // "the pension | and insurance trade".
  ({ words, other, first }) =>
    words.at(-2)?.norm === 'the' &&
    /^(?:ADJ|NOUN)$/.test(first.pos) &&
    other.kind === 'noun' &&
    other.to - other.from > 1,
  // "a confusing | and muddled stance".
  ({ words, last, first }) => last.pos === 'ADJ' && words.at(-2)?.pos === 'DET' && first.pos === 'VERB',
  // "between him | and the part that he plays".
  ({ words }) => words[0]!.norm === 'between',
  // "the 2000 | and 2004 games".
  ({ words, last, first }) => last.pos === 'NUM' && words.at(-2)?.norm === 'the' && first.pos === 'NUM',
  // "by American | and other friends".
  ({ last, first }) => last.pos === 'ADJ' && first.pos === 'ADJ',
];

/** Whether a phrase and the one that "and" joins to it share a word, so that one of them alone is none. */
export const isHalfOfBoth = ({ tokens, phrases, end }: MainClause, k: number): boolean => {
  const [joint, other] = [phrases[k + 1], phrases[k + 2]];
  if (joint?.kind !== 'joint' || !other || k + 2 >= end) return false;
  const words = tokens.slice(phrases[k]!.from, phrases[k]!.to);
  const halves = { words, last: words.at(-1)!, other, first: tokens[other.from]! };
  return SHARED.some((shares) => shares(halves));
};
