import type { Finding } from '../../story/furniture.ts';
import { oncePer } from '../../text/memory/once-per.ts';
import type { Token } from '../../text/tokens.ts';
import { MONTHS, WEEKDAYS } from '../../text/words/function-words.ts';
import type { Checked } from '../check-type.ts';
import { placeOf } from '../reading/place.ts';

const DAY = new Set<string>(WEEKDAYS);
const TURN = /^(?:last|next|this|previous|following|early|late|mid|end|since|until|before|after|by|from)$/;
const PERIOD =
  /^(?:week|weeks|month|months|year|years|quarter|night|season|summer|winter|spring|autumn|fall|century|decade)$/;

/** A date is kept whole or left out whole, with the word that says which ("last", "next", "until"). */
export function checkDates({ alignment }: Checked): Finding[] {
  if (!alignment) return [];
  const { tokens } = alignment.region;
  const kept = alignment.keptTokens;
  return pairsIn(tokens)
    .filter(([i, at]) => kept[i] && !kept[at])
    .map(([i, at]) => ({
      check: 'dates',
      message: `“${tokens[i]!.text}” loses “${tokens[at]!.text}”.`,
      copy: placeOf(alignment.region, Math.min(i, at), Math.max(i, at)),
    }));
}

/** Each token of a sentence with each one that it does not stand without; the same for all that is cut from the sentence. */
const pairsIn = oncePer((tokens: readonly Token[]) =>
  tokens.flatMap((_, i) => partners(tokens, i).map((at) => [i, at] as const)),
);

function partners(tokens: readonly Token[], at: number): number[] {
  const { norm, text } = tokens[at]!;
  const near: number[] = [];
  const isMonth = MONTHS.has(norm.replace('.', '')) && /^\p{Lu}/u.test(text);
  const isDate = isMonth || DAY.has(norm) || PERIOD.test(norm);
  if (isDate && TURN.test(tokens[at - 1]?.norm ?? '')) near.push(at - 1);
  // "the first Saturday of May" is not its first.
  if (/^(?:first|second|third|fourth|fifth|last)$/.test(norm) && DAY.has(tokens[at + 1]?.norm ?? '')) near.push(at + 1);
  if (isMonth) {
    if (/^\d{1,2}(?:st|nd|rd|th)?$/.test(tokens[at - 1]?.norm ?? '')) near.push(at - 1);
    if (/^\d{1,4}(?:st|nd|rd|th)?$/.test(tokens[at + 1]?.norm ?? '')) near.push(at + 1);
  }
  const monthBeside = [at - 1, at + 1].filter(
    (i) => MONTHS.has(tokens[i]?.norm.replace('.', '') ?? '') && /^\p{Lu}/u.test(tokens[i]!.text),
  );
  if (/^\d{1,2}(?:st|nd|rd|th)?$/.test(norm)) near.push(...monthBeside);
  return near;
}
