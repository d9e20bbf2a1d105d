import type { Span } from './span.ts';

/** Words that name a day, and the day they mean (`YYYY-MM-DD`). */
export type WrittenDate = Span & { readonly date: string };

const DAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec';
const DATE = new RegExp(
  '\\b(?:' +
    '(?<relative>today|tonight|yesterday|tomorrow)|' +
    `(?:(?<shift>last|next) )?(?<day>${DAYS.join('|')})|` +
    `(?<month>${MONTH})\\.? (?<date>[0-3]?[0-9])(?:st|nd|rd|th)?(?:,? (?<year>[12][0-9]{3}))?|` +
    `(?<date2>[0-3]?[0-9])(?:st|nd|rd|th)? (?<month2>${MONTH})\\b\\.?(?:,? (?<year2>[12][0-9]{3}))?` +
    ')(?![\\p{L}\\p{N}])',
  'giu',
);
const DAY = 86_400_000;

/**
 * The days that a text names, resolved against the day it was written (`YYYY-MM-DD`). A weekday alone is the nearest
 * one up to that day, as agencies write what happened; with "will" it may be the next, so those that `isFuture` says
 * look forward. Returns nothing for a day it cannot read.
 */
export function findDates(
  text: string,
  written: string,
  isFuture: (at: number) => boolean = () => false,
): WrittenDate[] {
  const base = Date.parse(`${written}T00:00:00Z`);
  if (Number.isNaN(base)) return [];
  return [...text.matchAll(DATE)].flatMap((match) => {
    const time = resolve(match.groups ?? {}, base, isFuture(match.index));
    return time === undefined ? [] : [{ start: match.index, end: match.index + match[0].length, date: isoDay(time) }];
  });
}

const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

function resolve(found: Record<string, string | undefined>, base: number, future: boolean): number | undefined {
  if (found['relative'] !== undefined) {
    const word = found['relative'].toLowerCase();
    return base + (word === 'yesterday' ? -DAY : word === 'tomorrow' ? DAY : 0);
  }
  if (found['day'] !== undefined)
    return weekday(DAYS.indexOf(found['day'].toLowerCase()), base, found['shift'], future);
  const month = MONTHS.indexOf((found['month'] ?? found['month2'] ?? '').toLowerCase().slice(0, 3));
  return calendarDay(month, Number(found['date'] ?? found['date2']), found['year'] ?? found['year2'], base);
}

function weekday(day: number, base: number, shift: string | undefined, future: boolean): number {
  const today = new Date(base).getUTCDay();
  const back = (today - day + 7) % 7;
  if (shift?.toLowerCase() === 'next' || (shift === undefined && future))
    return base + (back === 0 ? 7 : 7 - back) * DAY;
  if (shift !== undefined) return base - (back === 0 ? 7 : back) * DAY;
  return base - back * DAY;
}

/** Without a year, the year that brings the day nearest to the day of writing. */
function calendarDay(month: number, day: number, year: string | undefined, base: number): number | undefined {
  const years = year === undefined ? [-1, 0, 1].map((step) => new Date(base).getUTCFullYear() + step) : [Number(year)];
  const times = years.map((each) => Date.UTC(each, month, day)).filter((time) => new Date(time).getUTCDate() === day);
  return times.sort((a, b) => Math.abs(a - base) - Math.abs(b - base))[0];
}
