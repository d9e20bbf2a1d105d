/** Marks on one letter that are kept; more only pile up over other people's lines. */
const PILE = /(\p{M}{4})\p{M}+/gu;
/** Hidden characters that a telephone or a copied text leaves behind. Joiners stay: Indic scripts and Persian spell with them. */
const HIDDEN = /(?!\u200c|\u200d)[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** Words of ASCII with one space between them: there is nothing to mend. */
const TIDY = /^[!-~]+(?: [!-~]+)*$/;

/**
 * A name as it was meant: compatibility forms folded (NFKC), hidden characters, emoji and other pictures dropped, one space
 * between words. What is wrong with it beyond that is `findNameProblem`'s to say.
 */
export function tidyName(name: string): string {
  if (TIDY.test(name)) return name;
  return name
    .normalize('NFKC')
    .replace(/[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\p{So}]|\u20e3/gu, ' ')
    .replace(HIDDEN, '')
    .replace(/(?<![\p{L}\p{M}])(?:\u200c|\u200d)+|(?:\u200c|\u200d)+(?![\p{L}\p{M}])/gu, '')
    .replace(PILE, '$1')
    .replace(/\p{White_Space}+/gu, ' ')
    .replace(/(?<=^| )\p{M}+/gu, '')
    .replace(/ +/g, ' ')
    .trim();
}
