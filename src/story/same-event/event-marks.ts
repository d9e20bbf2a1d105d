import { findNumbers } from '../../text/numbers.ts';
import { MONTHS, STOP_WORDS, WEEKDAYS } from '../../text/words/function-words.ts';
import type { Copy } from '../copy.ts';

/** What a telling of an event says, as marks with their weight: names, figures, runs of quoted words, and other words. */
export type EventMarks = ReadonlyMap<string, number>;

/** Words that are read: an agency tells the event first, and what follows is background that any story may have. */
const WORDS = 300;
const WEIGHTS = { name: 2, number: 2.5, small: 0.6, quote: 2.5, word: 1 } as const;
const MOST_QUOTE_RUNS = 8;
const RUN = 4;

const CALENDAR = new Set<string>([...WEEKDAYS, ...MONTHS]);
/** Words that every agency writes whatever happened. */
const TRADE = new Set(
  'told tell telling reporter journalist spokesman spokeswoman statement according added add adding ago year month week day today yesterday tomorrow night morning afternoon evening people person time made make take taken came come went go going get got gave give given per cent percent pct early late later earlier still since during including among between under against last next first second third official news agency ani pti ians reuter afp ap dpa upi lakh crore million billion thousand hundred rs usd am pm here spoke speaking well many much part around near number began begin set put see seen use used say'.split(
    ' ',
  ),
);

/** The marks of a copy. Two tellings of one event share many of them whatever their order; weights say how much each tells. */
export function eventMarks({ headline, text }: Pick<Copy, 'headline' | 'text'>): EventMarks {
  const whole = cut(`${headline}.\n\n${text}`);
  const marks = new Map<string, number>();
  const names = capitalised(whole);
  for (const [word] of whole.matchAll(/\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)?/gu)) {
    const plain = plainOf(word);
    const stem = stemOf(plain);
    if (plain.length < 2 || STOP_WORDS.has(plain) || TRADE.has(plain) || TRADE.has(stem) || CALENDAR.has(plain))
      continue;
    if (names.has(plain)) marks.set(`n ${plain}`, WEIGHTS.name);
    else if (plain.length > 2) marks.set(`w ${stem}`, WEIGHTS.word);
  }
  for (const { value } of findNumbers(whole)) {
    const isYear = value >= 1900 && value <= 2100 && Number.isInteger(value);
    marks.set(`# ${value}`, isYear || (value < 13 && Number.isInteger(value)) ? WEIGHTS.small : WEIGHTS.number);
  }
  for (const run of quoteRuns(whole)) marks.set(`q ${run}`, WEIGHTS.quote);
  marks.set(`= ${fingerprint(`${headline}\n${text}`)}`, 0);
  return marks;
}

function cut(text: string): string {
  let words = 0;
  for (const { index } of text.matchAll(/\s+/gu)) if (++words === WORDS) return text.slice(0, index);
  return text;
}

const plainOf = (word: string): string => word.toLowerCase().replace(/['’]s?$|['’].*$/u, '');

/** Endings fold only as far as "closed", "closes" and "closing" meet; wrong folding costs little, for it folds alike. */
function stemOf(word: string): string {
  const stem = word.replace(/(?:ings?|ed|es|s|ion|ions|ers?|ly|ment|ments)$/u, '');
  return stem.length >= 4 ? stem : word;
}

/** Words that stand with a capital where a sentence does not begin: names, in small letters. Of a headline in capitals none. */
function capitalised(text: string): Set<string> {
  const names = new Set<string>();
  for (const [, word] of text.matchAll(/(?<=[\p{Ll}\p{N},)]\s|\p{Lu}\p{Ll}*\s|\()(\p{Lu}[\p{L}\p{M}]+(?:['’]s)?)/gu))
    names.add(plainOf(word!));
  for (const word of CALENDAR) names.delete(word);
  return names;
}

/** The same for texts of the same words: 53 bits of a running hash; it joins nothing but copies of long texts. */
function fingerprint(text: string): string {
  let [low, high] = [0xdeadbeef, 0x41c6ce57];
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    for (let at = 0; at < word.length; at++) {
      low = Math.imul(low ^ word.charCodeAt(at), 2_654_435_761);
      high = Math.imul(high ^ word.charCodeAt(at), 1_597_334_677);
    }
    low = Math.imul(low ^ 0x20, 2_246_822_507);
    high = Math.imul(high ^ 0x20, 3_266_489_909);
  }
  return `${(low >>> 0).toString(36)}${(high >>> 0).toString(36)}`;
}

/** Runs of four words inside quotation marks. */
function quoteRuns(text: string): string[] {
  const runs: string[] = [];
  for (const [, quoted] of text.matchAll(/["“]([^"“”\n]{12,600})["”]/gu)) {
    const words = quoted!.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    for (let at = 0; at + RUN <= words.length; at += 1) runs.push(words.slice(at, at + RUN).join(' '));
  }
  return runs.slice(0, MOST_QUOTE_RUNS);
}
