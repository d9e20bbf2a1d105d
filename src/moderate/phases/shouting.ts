import { countLetters } from '../../text/length/count-letters.ts';
import type { Phase } from '../verdict.ts';

/** Fewer cased letters than this may be a name or an abbreviation ("BJP", "NATO"). */
const FEWEST_LETTERS = 20;
const MOST_CAPITALS = 0.7;

/** Tells the moderator when most letters are capitals. Scripts without capitals never shout. */
export const shouting: Phase = ({ text }) => {
  const { capitals, small } = countLetters(text);
  const share = capitals / (capitals + small);
  if (capitals + small < FEWEST_LETTERS || share <= MOST_CAPITALS) return undefined;
  return {
    kind: 'note',
    reason: { code: 'shouting', message: `${Math.round(share * 100)}% of the letters are capitals.` },
  };
};
