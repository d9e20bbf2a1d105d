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

/**
 * "both the town | and the county"; "by American | and other friends"; "a defence | and economic accord"; "the 2000 | and 2004 games";
 * "the securities | and investment industry"; "a confusing | and muddled stance"; "between him | and the part".
 */
export const isHalfOfBoth = ({ tokens, phrases, end }: MainClause, k: number): boolean => {
  const [joint, other] = [phrases[k + 1], phrases[k + 2]];
  if (joint?.kind !== 'joint' || !other || k + 2 >= end) return false;
  const { from, to } = phrases[k]!;
  const announces = tokens.slice(from, to).some(({ norm }) => /^(?:both|either|neither)$/.test(norm));
  const [last, first] = [tokens[to - 1]!, tokens[other.from]!];
  const sharesNoun =
    tokens.slice(from, to).some(({ norm }) => norm === 'a' || norm === 'an') && /^(?:ADJ|NOUN)$/.test(first.pos);
  const sharesHead =
    tokens[to - 2]?.norm === 'the' &&
    /^(?:ADJ|NOUN)$/.test(first.pos) &&
    other.to - other.from > 1 &&
    other.kind === 'noun';
  const isUnnamed = last.pos === 'ADJ' && tokens[to - 2]?.pos === 'DET' && first.pos === 'VERB';
  const isBetween = tokens[from]!.norm === 'between';
  const sharesYear = last.pos === 'NUM' && tokens[to - 2]?.norm === 'the' && first.pos === 'NUM';
  return (
    announces ||
    sharesNoun ||
    sharesHead ||
    isUnnamed ||
    isBetween ||
    sharesYear ||
    (last.pos === 'ADJ' && first.pos === 'ADJ')
  );
};
