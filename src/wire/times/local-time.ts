import { readInstant } from './dates.ts';

/**
 * An agency's time as ISO 8601 in UTC. `timeZone` (IANA, "Europe/Rome") is where the agency's clock stands: it is used only where
 * the words give no zone; without it they count as UTC. Undefined for what is no date.
 */
export function instantAt(words: string | undefined, timeZone?: string): string | undefined {
  const read = words === undefined ? undefined : readInstant(words);
  if (!read || read.zoned || timeZone === undefined) return read?.iso;
  const wall = Date.parse(read.iso);
  // The offset at the guess may be another than at the result, in the hours around a change of the clock: so look twice.
  const guess = wall - offsetAt(wall, timeZone);
  const time = wall - offsetAt(guess, timeZone);
  return new Date(time).toISOString().replace('.000Z', 'Z');
}

/** Whether the words say their zone themselves. */
export const isZoned = (words: string): boolean => readInstant(words)?.zoned === true;

/** Milliseconds that the clock of `timeZone` (IANA) is ahead of UTC at an instant. */
export function offsetAt(time: number, timeZone: string): number {
  const parts = clockOf(timeZone).formatToParts(time);
  const number = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const shown = Date.UTC(
    number('year'),
    number('month') - 1,
    number('day'),
    number('hour'),
    number('minute'),
    number('second'),
  );
  return shown - Math.floor(time / 1000) * 1000;
}

/** A clock takes a fraction of a millisecond to make, and a file may hold thousands of stories. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('en-u-hc-h23', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  clocks.set(timeZone, clock);
  return clock;
}
