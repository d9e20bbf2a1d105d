import type { Span } from './span.ts';

/** A number as it stands in a text. `value` is its size; `figures` tells "5" from "five". */
export type WrittenNumber = Span & { readonly value: number; readonly figures: boolean };

const SMALL = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
  'eighteen nineteen'
).split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const VALUES: ReadonlyMap<string, number> = new Map([
  ...SMALL.map((word, i) => [word, i] as const),
  ...TENS.map((word, i) => [word, (i + 2) * 10] as const),
  ['dozen', 12],
]);
const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 1e2],
  ['thousand', 1e3],
  ['lakh', 1e5],
  ['million', 1e6],
  ['m', 1e6],
  ['crore', 1e7],
  ['billion', 1e9],
  ['bn', 1e9],
  ['trillion', 1e12],
  ['tn', 1e12],
]);

const WORD =
  '(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozen|hundred|thousand|lakh|million|crore|billion|trillion)';
const NUMBER = new RegExp(
  `(?<![\\p{L}\\p{N}.,])(?:(?<digits>[0-9]{1,3}(?:,[0-9]{2,3})+(?:\\.[0-9]+)?|[0-9]+(?:\\.[0-9]+)?)(?:[ -]?(?<scale>thousand|lakh|million|crore|billion|trillion|bn|tn|m)(?![\\p{L}\\p{N}]))?|(?<words>${WORD}(?:(?:[ -]|,? and )${WORD})*)(?![\\p{L}]))`,
  'giu',
);

/** Every number of a text in figures or in words, in order: "1,200", "2.5 million", "twenty-one", "three lakh". */
export function findNumbers(text: string): WrittenNumber[] {
  return [...text.matchAll(NUMBER)].flatMap((match) => {
    const { digits, scale, words } = match.groups ?? {};
    const value = digits === undefined ? fromWords(words ?? '') : fromFigures(digits, scale);
    return value === undefined
      ? []
      : [{ start: match.index, end: match.index + match[0].length, value, figures: digits !== undefined }];
  });
}

const fromFigures = (digits: string, scale: string | undefined): number | undefined => {
  const value = Number(digits.replaceAll(',', ''));
  return Number.isFinite(value)
    ? value * (scale === undefined ? 1 : (SCALES.get(scale.toLowerCase()) ?? 1))
    : undefined;
};

/** The number that English words say: "twenty-one thousand" is 21000; undefined when they say none. */
export function fromWords(words: string): number | undefined {
  let total = 0;
  let group: number | undefined;
  for (const word of words.toLowerCase().split(/[\s,-]+/u)) {
    if (word === 'and' || word === '') continue;
    const scale = SCALES.get(word);
    const value = VALUES.get(word);
    if (word === 'hundred' || word === 'dozen') group = (group ?? 1) * (word === 'dozen' ? 12 : 100);
    else if (scale !== undefined) {
      total += (group ?? 1) * scale;
      group = 0;
    } else if (value !== undefined) group = (group ?? 0) + value;
    else return undefined;
  }
  return group === undefined ? undefined : total + group;
}

/** A whole number from 0 to 99 in words, as house style writes small ones; undefined for any other. */
export function inWords(value: number): string | undefined {
  if (!Number.isInteger(value) || value < 0 || value > 99) return undefined;
  if (value < 20) return SMALL[value];
  const ones = value % 10;
  return ones === 0 ? TENS[value / 10 - 2] : `${TENS[Math.floor(value / 10) - 2]}-${SMALL[ones]}`;
}
