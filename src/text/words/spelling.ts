import { markedSpans } from '../quote-marks.ts';
import { sentences } from '../sentences.ts';
import { DOUBLE_L, ISE, OUR, OUR_ENDINGS, RE, WHOLE } from './spelling-table.ts';

export type HouseSpelling = 'en-US' | 'en-GB';

const ISE_ENDINGS = ['e', 'es', 'ed', 'er', 'ers', 'ing', 'ation', 'ations', 'able', 'ational'];
const DOUBLE_L_ENDINGS = ['ed', 'ing', 'er', 'ers', 'ings', 'able'];
const ENTRY = /\bper cent\b|\p{L}+/giu;

let tables: Record<HouseSpelling, ReadonlyMap<string, string>> | undefined;

function makeTables(): Record<HouseSpelling, ReadonlyMap<string, string>> {
  const american = new Map<string, string>();
  const british = new Map<string, string>();
  const pair = (gb: string, us: string) => {
    american.set(gb, us);
    british.set(us, gb);
  };
  for (const stem of ISE) for (const ending of ISE_ENDINGS) pair(`${stem}is${ending}`, `${stem}iz${ending}`);
  for (const stem of OUR) for (const ending of OUR_ENDINGS) pair(`${stem}our${ending}`, `${stem}or${ending}`);
  for (const stem of RE) for (const ending of ['', 's']) pair(`${stem}re${ending}`, `${stem}er${ending}`);
  for (const stem of DOUBLE_L) for (const ending of DOUBLE_L_ENDINGS) pair(`${stem}ll${ending}`, `${stem}l${ending}`);
  for (const [gb, way, us] of WHOLE) {
    american.set(gb, us);
    if (way === '=') british.set(us, gb);
  }
  return { 'en-US': american, 'en-GB': british };
}

/**
 * The text in house spelling. Words in quotation marks stay as they were said, and capitalised words are taken for names
 * ("Labour", "World Health Organisation") unless they open a sentence that goes on in small letters.
 */
export function spell(text: string, language: HouseSpelling): string {
  tables ??= makeTables();
  const table = tables[language];
  const kept = markedSpans(text);
  const openings = new Set(sentences(text).map(({ start }) => start));
  let mark = 0;
  return text.replace(ENTRY, (word, at: number) => {
    while (kept[mark] !== undefined && kept[mark]!.end <= at) mark++;
    if (kept[mark] !== undefined && at >= kept[mark]!.start) return word;
    const lower = word.toLowerCase();
    const other = table.get(lower);
    if (other === undefined) return word;
    if (word === lower) return other;
    const opens = openings.has(at) && isCapitalised(word) && !NAMES.has(lower) && goesOnSmall(text, at + word.length);
    return opens ? other.slice(0, 1).toUpperCase() + other.slice(1) : word;
  });
}

/** Capitalised at the start of a sentence these are likelier names than words. */
const NAMES = new Set(['labour', 'labor', 'centre', 'center', 'theatre', 'harbour', 'harbor', 'grey', 'gray']);

const isCapitalised = (word: string): boolean => word.slice(1) === word.slice(1).toLowerCase();
const goesOnSmall = (text: string, at: number): boolean => /^,? [\p{Ll}0-9]/u.test(text.slice(at, at + 4));
