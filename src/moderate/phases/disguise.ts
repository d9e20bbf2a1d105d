import { foldText } from '../respectful/fold-text.ts';
import type { Phase } from '../verdict.ts';

/** Characters that cannot be seen or that turn others round; joiners stay, many scripts and emoji need them. */
const HIDDEN =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u{e0000}-\u{e007f}]/gu;
const MOST_HIDDEN = 2;
/** A letter with more marks than any script has: text that runs over other people's lines. */
const PILE = /\p{M}{5}/u;
/** A word with Latin letters beside those of another script that look like them. */
const MIXED = /(?=\p{L}{0,40}\p{Script=Latin})(?=\p{L}{0,40}[\p{Script=Cyrillic}\p{Script=Greek}])\p{L}{2,40}/gu;
const MOST_SHOWN = 3;

/** Lets a person see words that were made to be read by people and not by machines. */
export const disguise: Phase = ({ text }) => {
  const signs: string[] = [];
  const hidden = text.match(HIDDEN)?.length ?? 0;
  if (hidden > MOST_HIDDEN) signs.push(`${hidden} characters that cannot be seen`);
  if (PILE.test(text)) signs.push('letters under piles of marks');
  const mixed = text.match(MIXED) ?? [];
  if (mixed.length > 0) {
    const shown = mixed.slice(0, MOST_SHOWN).map((word) => `“${word}” (reads “${foldText(word).text}”)`);
    signs.push(`words that mix alphabets: ${shown.join(', ')}`);
  }
  if (signs.length === 0) return undefined;
  return { kind: 'hold', reason: { code: 'disguise', message: `Hides something from machines: ${signs.join('; ')}.` } };
};
