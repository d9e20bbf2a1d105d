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

/** "both the town | and the county"; "by American | and other friends". */
export const isHalfOfBoth = ({ tokens, phrases, end }: MainClause, k: number): boolean => {
  const [joint, other] = [phrases[k + 1], phrases[k + 2]];
  if (joint?.kind !== 'joint' || !other || k + 2 >= end) return false;
  const { from, to } = phrases[k]!;
  const announces = tokens.slice(from, to).some(({ norm }) => /^(?:both|either|neither)$/.test(norm));
  return announces || (tokens[to - 1]!.pos === 'ADJ' && tokens[other.from]!.pos === 'ADJ');
};
