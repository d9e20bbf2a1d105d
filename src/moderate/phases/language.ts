import { isEnglish } from '../../text/is-english.ts';
import { countLetters } from '../../text/length/count-letters.ts';
import type { Phase } from '../verdict.ts';

/** The model for respect has learned English; what it cannot read it must not pass. */
const FEWEST_LETTERS = 20;
const MOST_FOREIGN = 0.25;

/** A comment in a language that our judgements do not read waits for a person who does. */
export const language: Phase = ({ text }) => {
  const { all: letters, latin } = countLetters(text);
  if (letters < FEWEST_LETTERS)
    return {
      kind: 'wait',
      reason: { code: 'few-letters', message: 'There are too few letters in it to judge it by.' },
    };
  if (1 - latin / letters <= MOST_FOREIGN && isEnglish(text)) return undefined;
  return {
    kind: 'wait',
    reason: { code: 'other-language', message: 'It is not in English, which is all that our judgements read.' },
  };
};
