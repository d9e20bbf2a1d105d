import { type Instant, monthOf, parts, readInstant, toInstant } from '../times/dates.ts';
import { monthPattern } from '../times/months.ts';

/**
 * The end of an embargo: ISO 8601, or the words as they came when the time, the day or the zone is not certain.
 * A time without a zone stays words: hours too early cannot be taken back.
 */
export function embargoEnd(words: string): string {
  const folded = words.replace(/\s+/g, ' ').trim();
  const instant = readInstant(folded) ?? readLoose(folded);
  return instant?.zoned ? instant.iso : folded;
}

/** "0600 GMT on Tuesday, March 3, 2026": one clock with a zone and one day, in any order. */
function readLoose(words: string): Instant | undefined {
  if (words.length > 200) return undefined;
  const clocks = [
    ...words.matchAll(
      /(?<![\d:.-])(\d{1,2})[:.]?(\d{2})\s?(?:hrs?|hours)?\s?\(?([A-Z]{2,5}|[+-]\d{2}:?\d{2})\)?(?![A-Za-z])/g,
    ),
  ];
  const days = [
    ...words.matchAll(
      new RegExp(
        `(?<!\\p{L})(?<month>${monthPattern})\\.?\\s(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s(?<year>\\d{4})`,
        'giu',
      ),
    ),
    ...words.matchAll(
      new RegExp(`(?<!\\d)(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s(?<month>${monthPattern})\\.?,?\\s(?<year>\\d{4})`, 'giu'),
    ),
    ...words.matchAll(/(?<!\d)(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?!\d)/g),
  ];
  const [at, day] = [clocks[0], days[0]?.groups];
  if (clocks.length !== 1 || days.length !== 1 || !at || !day) return undefined;
  const month = /^\d/.test(day['month'] ?? '') ? day['month'] : monthOf(day['month']);
  return toInstant(parts([day['year'], month, day['day']], [at[1], at[2]], at[3]));
}
