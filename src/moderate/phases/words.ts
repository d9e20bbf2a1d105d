import { foldText } from '../respectful/fold-text.ts';
import { standsFor } from '../stands-for.ts';
import type { Phase } from '../verdict.ts';

/** The publisher's own lists: a banned word gives the comment back, a suspect one lets a person look. Disguises are seen through. */
export const words: Phase = ({ text }, { policy }) => {
  if (policy.kind !== 'set') return undefined;
  const { banned, suspect } = policy.settings.words;
  if (banned.length === 0 && suspect.length === 0) return undefined;
  const read = readable(text);
  const refused = banned.find((word) => stands(word, read));
  if (refused !== undefined)
    return {
      kind: 'refuse',
      reason: { code: 'banned-word', message: `The word “${refused}” is on the list of banned words.` },
      problem: { field: 'text', message: `We do not publish the word “${refused}”. Please say it in another way.` },
    };
  const seen = suspect.find((word) => stands(word, read));
  if (seen === undefined) return undefined;
  return {
    kind: 'hold',
    reason: { code: 'suspect-word', message: `The word “${seen}” is on the list of suspect words.` },
  };
};

/** The text in plain small letters, and again with digits and marks as the letters that they stand for. */
function readable(text: string): readonly string[] {
  const plain = foldText(text).text;
  return [plain, plain.replace(/[\d@$!+|]/g, (mark) => standsFor[mark] ?? mark)];
}

/** Whether a word stands in the text by itself, not inside another one. */
function stands(word: string, texts: readonly string[]): boolean {
  const wanted = foldText(word).text;
  return texts.some((text) => {
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
      const alone = (character: string) => !/[\p{L}\p{N}]/u.test(character);
      if (alone(text.charAt(at - 1)) && alone(text.charAt(at + wanted.length))) return true;
    }
    return false;
  });
}
