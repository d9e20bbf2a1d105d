import { entryOf } from '../entry-of.ts';
import { plainLines, withoutControls } from './control-text.ts';

/** The two header lines of ANPA 1312. `day` is "11-13" (the header has no year); `keyword` is cut at 24 characters by the wire. */
export type AnpaHeader = {
  /** The service letter and the transmission number: "W2607". */
  readonly service: string;
  readonly keyword?: string;
  /** "1stLd-Writethru". */
  readonly version?: string;
  readonly category?: string;
  readonly urgency?: number;
  readonly day?: string;
  readonly wordCount?: number;
};

// Flash, bulletins and kills, urgent copy with all corrections, regular, deferred; AP keeps a, s and w for advances.
const urgencies: Readonly<Record<string, number>> = { f: 1, b: 2, u: 3, r: 4, d: 6 };
// AP's categories, in the words that our sections know.
const categories: Readonly<Record<string, string>> = {
  i: 'international',
  f: 'financial',
  s: 'sports',
  q: 'sports',
  e: 'entertainment',
  l: 'lifestyle',
  d: 'food',
  t: 'travel',
  p: 'politics',
  w: 'weather',
  m: 'medical',
};

const serviceLine = /^([A-Za-z]\d{4}[A-Z]{0,12})(?:[\x1f_\s]|$)/;
const secondLine = /^([a-z]) ([a-z])[\x11-\x14\s]{0,3}\s{0,3}(\S.*)$/;

/** Reads the lines before the text; `rest` begins after STX, or after the second line where there is none. */
export function readAnpaHeader(message: string): { readonly header: AnpaHeader; readonly rest: string } {
  const stx = message.indexOf('\x02');
  const head = stx < 0 ? message : message.slice(0, stx);
  const lines = plainLines(head.slice(0, 2000)).map((line) => line.replace(/^[\x16\x01\s]+/, ''));
  const service = lines.find((line) => serviceLine.test(line));
  const second = lines.find((line) => secondLine.test(line));
  const [, priority, category, rest = ''] = secondLine.exec(second ?? '') ?? [];
  const after = second === undefined ? 0 : head.indexOf(second) + second.length;
  return {
    header: {
      service: serviceLine.exec(service ?? '')?.[1] ?? '',
      ...(category === undefined ? {} : { category }),
      ...(priority === undefined || urgencies[priority] === undefined ? {} : { urgency: urgencies[priority] }),
      ...readKeyword(withoutControls(rest)),
    },
    rest: stx < 0 ? message.slice(after) : message.slice(stx + 1),
  };
}

/** "BC-US--Ethanol 1stLd-Writethru   11-13 1693": cycle and keyword, version, day, words; the last three may be missing. */
function readKeyword(text: string): Partial<AnpaHeader> {
  const found = /\s(\d{1,2}-\d{1,2})(?:\s{1,6}(\d{1,5}))?$/.exec(text.slice(0, 200));
  const [keyword = '', ...version] = (found ? text.slice(0, found.index) : text.slice(0, 200)).trim().split(/\s+/);
  const name = withoutCycle(keyword);
  return {
    ...(name === '' ? {} : { keyword: name }),
    ...(version.length === 0 ? {} : { version: version.join(' ') }),
    ...(found?.[1] === undefined ? {} : { day: found[1] }),
    ...(found?.[2] === undefined ? {} : { wordCount: Number(found[2]) }),
  };
}

/** A slug without "BC-", "AM-", "PM-" or "AP-": the cycle says when papers use the story, not which one it is. */
export const withoutCycle = (slug: string): string => slug.replace(/^(?:BC|AM|PM|AP)-{1,2}(?=\S)/i, '').trim();

/** An agency's category letter as a subject that has a name; [] for a letter without one. */
export const subjectsOf = (category: string | undefined): { code: string; name: string; scheme: string }[] => {
  const name = category === undefined ? undefined : entryOf(categories, category);
  return category === undefined || name === undefined ? [] : [{ code: category, name, scheme: 'anpa-category' }];
};
