import type { Dateline } from '../../story/copy.ts';
import { agencyCredit, exactAgencyCredit } from '../agencies.ts';
import { monthNumber } from '../times/months.ts';
import { inAscii } from './in-ascii.ts';

/** A dateline found: `length` UTF-16 units are to be cut from the start of paragraph `index`; `agency` is for the credit line. */
export type FoundDateline = {
  readonly dateline: Dateline;
  readonly index: number;
  readonly length: number;
  readonly agency?: string;
};

type Found = {
  readonly text: string;
  readonly place?: string | undefined;
  readonly day?: string | undefined;
  readonly length: number;
  readonly agency?: string | undefined;
};

// Correction notes and bylines come first; past them, or past this many characters, a dateline belongs to a roundup's item.
const PARAGRAPHS = 8;
const LEAD_CHARACTERS = 600;
const LONGEST_DATELINE = 120;

// @NOTE A word takes its hyphens and dots itself, so that there is one way only to split a place: the patterns stay linear.
const word = "[A-Z][A-Za-z0-9.'`-]{0,30}";
const joint =
  '(?:\\s|/|,\\s?)(?:(?:de|da|do|del|della|di|der|den|am|an|on|upon|sur|la|le|las|los|and|&|of|the|in|im|y|e|al|el)\\s){0,2}';
const place = `${word}(?:${joint}${word}){0,6}(?:\\s?[([]${word}(?:\\s${word}){0,3}[)\\]]){0,2}`;
// @NOTE Any word stands where a month may; `isDay` tells. With all months in the pattern, under "(?i:…)", V8 (Node 26.10)
// no longer matched "March" once the pattern had run a few times.
const month = '[A-Za-z]{3,12}\\.?';
const ordinal = '(?:st|nd|rd|th|ST|ND|RD|TH)';
const day = `(?:le\\s|el\\s|am\\s|den\\s)?(?:${month}\\s?\\d{1,2}${ordinal}?|\\d{1,2}(?:${ordinal}|er|ER|\\.|o)?\\s(?:[dD][eE]\\s)?${month})(?:(?:,|\\s[dD][eE])?\\s\\d{4})?`;
const dash = '(?:--|[-_])';
const end = `(?:\\s?\\.?\\s?${dash}{1,2}\\s?|\\s?[:=]\\s|\\s|$|(?=[A-Z"']))`;

type Form = {
  readonly pattern: RegExp;
  read(groups: Readonly<Record<string, string | undefined>>, rest: string): boolean;
};
const form = (source: string, read: Form['read'] = () => true): Form => ({
  pattern: new RegExp(`^(?<text>${source})`, 'd'),
  read,
});

// The most certain first. `text` is the dateline as written; what follows it up to the first word of the story is cut too.
const forms: readonly Form[] = [
  // MARLBOROUGH, Mass.--(BUSINESS WIRE)--Dec 5, 2024--
  form(
    `(?<place>${place})\\s?--\\((?<agency>BUSINESS WIRE|Business Wire|business wire)\\)(?:--(?<day>${day}))?)(?<end>--\\s?|\\s?${dash}\\s?|$`,
  ),
  // LONDON, Feb. 1, 2017 /PRNewswire/ -- ; MOSCOW, February 5. /TASS/.
  form(
    `(?<place>${place}),\\s(?<day>${day})\\.?\\s?/(?<agency>[A-Za-z -]{2,40})/)(?<end>\\.?\\s?${dash}{1,2}\\s?|\\.\\s|\\s|$`,
    ({ agency = '', end: mark = '' }) => agencyCredit(agency) !== undefined || /[-–—_]/.test(mark),
  ),
  // (ANSA) - ROMA, 1 LUG -
  form(`\\(?(?<agency>ANSA)\\)?\\s?-\\s?(?<place>${place}),\\s(?<day>${day}))(?<end>\\s?-\\s|$`),
  // NEW YORK (AP) — ; Berlin (dpa) - ; New Delhi, Sep 21 (ANI): ; Jan 3 (Reuters) - ; STOCKHOLM, Aug 29, 2014 (AFP) -
  form(
    `(?:(?<place>${place})(?:\\s?,\\s?|\\s))?(?<day>${day}|\\d{1,2}/\\d{1,2})?(?:\\s?,)?\\s?\\((?<agency>[^()]{2,40})\\))(?<end>${end}`,
    isBracketed,
  ),
  // København /ritzau/
  form(`(?<place>${place})\\s/(?<agency>[A-Za-z-]{2,20})/)(?<end>\\s${dash}\\s|\\s|$`, isExactly),
  // SYDNEY, AAP -
  form(
    `(?<place>${place}),\\s(?<agency>[A-Z]{2,8}))(?<end>\\s${dash}{1,2}\\s`,
    (groups) => isCapitals(groups['place'] ?? '') && isExactly(groups),
  ),
  // SAITAMA, Japan, Dec. 9 Kyodo - ; SYDNEY, Jul 16 AAP -
  form(`(?<place>${place}),\\s(?<day>${day})\\s(?<agency>[A-Za-z-]{2,20}))(?<end>\\s${dash}{1,2}\\s`, hasAgency),
  // KANSAS CITY, Feb 26 - ; Toronto, April 7 - ; New Delhi [India], January 5:
  form(`(?<place>${place})\\s?,\\s?(?<day>${day}))(?<end>\\s?${dash}{1,2}\\s|:\\s`, (_groups, rest) =>
    startsSentence(rest),
  ),
  // Washington DC, February 5 (a paragraph of its own)
  form(`(?<place>${place}),\\s(?<day>${day}))(?<end>\\.?\\s?$`),
];

/**
 * The dateline among the first paragraphs, or null. `headline` is passed over where the copy repeats it; `when` (ISO 8601) is
 * when the copy was made and gives the year. Precision first: a false dateline is worse than none.
 */
export function findDateline(paragraphs: readonly string[], headline?: string, when?: string): FoundDateline | null {
  let passed = 0;
  for (const [index, paragraph] of paragraphs.slice(0, PARAGRAPHS).entries()) {
    const found = paragraph === headline ? undefined : readDateline(paragraph);
    if (found) {
      const { text, length, agency } = found;
      const date = found.day === undefined ? undefined : isoDay(found.day, when);
      const dateline = { text, ...(found.place ? { place: found.place } : {}), ...(date ? { date } : {}) };
      return { dateline, index, length, ...(agency ? { agency } : {}) };
    }
    passed += paragraph === headline ? 0 : paragraph.length;
    if (passed > LEAD_CHARACTERS) return null;
  }
  return null;
}

function readDateline(paragraph: string): Found | undefined {
  const start = paragraph.slice(0, LONGEST_DATELINE + 40);
  const ascii = inAscii(start);
  for (const { pattern, read } of forms) {
    const match = pattern.exec(ascii);
    const spans = Object.entries(match?.indices?.groups ?? {});
    const groups: Readonly<Record<string, string | undefined>> = Object.fromEntries(
      spans.map(([name, span]) => [name, span && start.slice(...span)]),
    );
    const text = groups['text'];
    if (!match || !text || text.length > LONGEST_DATELINE) continue;
    if (groups['place'] !== undefined && !isPlace(groups['place'])) continue;
    if (groups['day'] !== undefined && !isDay(groups['day'])) continue;
    if (!read(groups, paragraph.slice(match[0].length))) continue;
    const length = match[0].length + (/^\s*/.exec(paragraph.slice(match[0].length))?.[0].length ?? 0);
    const name = groups['agency'];
    return {
      text: text.trim(),
      place: groups['place'],
      day: groups['day'],
      length,
      agency: name && (agencyCredit(name) ?? name),
    };
  }
  return undefined;
}

/** In brackets: a known agency; or an unknown one where capitals or a date, a dash and a new sentence leave no doubt. */
function isBracketed(
  { place: where, day: date, agency = '', end: mark = '' }: Readonly<Record<string, string | undefined>>,
  rest: string,
): boolean {
  const marked = /[-–—_:]/.test(mark);
  const whole = rest.trim() === '';
  if (!where && !date) return exactAgencyCredit(agency) !== undefined && (marked || startsSentence(rest));
  if (agencyCredit(agency)) return marked || whole || date !== undefined || startsSentence(rest);
  const looksLikeName = /^\p{Lu}[\p{L}/-]{1,19}$/u.test(agency);
  if (!looksLikeName || !(marked || (whole && date))) return false;
  return date !== undefined || (isCapitals(where ?? '') && (where ?? '').length > 3 && startsSentence(rest));
}

function hasAgency({ agency = '' }: Readonly<Record<string, string | undefined>>): boolean {
  return agencyCredit(agency) !== undefined;
}

function isExactly({ agency = '' }: Readonly<Record<string, string | undefined>>): boolean {
  return exactAgencyCredit(agency) !== undefined;
}

const notPlaces =
  /^(?:on|in|at|by|the(?! hague)|a|an|as|for|from|after|before|since|until|till|this|that|these|when|while|with|it|he|she|they|we|but|and|or|if|to|of|last|next|update[ds]?|updates|eds?|editors?|correct(?:s|ed|ion)|refile|published|posted|date|born|dated?|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|tomorrow)(?![\p{L}\p{M}])/iu;

/** Whether no word of it is a month with a day and the first is no function word. */
function isPlace(text: string): boolean {
  if (notPlaces.test(text) || text.length > 70) return false;
  return ![...text.matchAll(/(\p{L}+)\.?\s\d/gu)].some(([, word = '']) => monthNumber(word) !== undefined);
}

/** Whether it names a month, or is a day and a month in figures ("2/3"). */
const isDay = (text: string): boolean =>
  /^\d{1,2}\/\d{1,2}$/.test(text) || (text.match(/\p{L}+/gu) ?? []).some((word) => monthNumber(word) !== undefined);

const isCapitals = (text: string): boolean => {
  const city = text.split(',')[0] ?? '';
  return city.length > 2 && city === city.toUpperCase() && city !== city.toLowerCase();
};
const startsSentence = (rest: string): boolean =>
  /^\s*["'“‘«„([<]?\s?[\p{Lu}\p{Lt}\p{Lo}\p{N}$€£#]/u.test(rest) || rest.trim() === '';

/** "February 5", "1 LUG", "Aug 29, 2014" as an ISO day; without a year the one that brings it nearest to `when`. */
function isoDay(text: string, when?: string): string | undefined {
  const month = text
    .match(/\p{L}+/gu)
    ?.map(monthNumber)
    .find((number) => number !== undefined);
  const date = Number(/(?<!\d)\d{1,2}(?!\d)/.exec(text)?.[0]);
  const written = /\d{4}/.exec(text)?.[0];
  if (!month || !date) return undefined;
  const reference = when === undefined ? Number.NaN : Date.parse(when);
  if (written === undefined && Number.isNaN(reference)) return undefined;
  const middle = new Date(reference).getUTCFullYear();
  const years = written === undefined ? [middle - 1, middle, middle + 1] : [Number(written)];
  const days = years
    .map((year) => new Date(Date.UTC(year, month - 1, date)))
    .filter((made) => made.getUTCDate() === date);
  const nearest = days.sort((a, b) => Math.abs(a.getTime() - reference) - Math.abs(b.getTime() - reference))[0];
  return nearest?.toISOString().slice(0, 10);
}
