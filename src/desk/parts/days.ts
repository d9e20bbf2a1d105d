import type { DeskFigures } from '../../store/moderation/desk-figures.ts';

/** A day of the desk, named by its date (ISO) in the edition's zone. */
export type Day = {
  readonly date: string;
  readonly arrived: number;
  readonly approved: number;
  readonly held: number;
  readonly stopped: number;
};

const DAY = 24 * 60 * 60 * 1000;

/** The last `count` days up to `now`, oldest first, each with what happened on it; days on which nothing did are zeros. */
export function daysOf(
  figures: Pick<DeskFigures, 'decisions' | 'arrived'>,
  { now, count, timeZone }: { readonly now: Date; readonly count: number; readonly timeZone: string },
): Day[] {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const dateOf = (iso: string | Date): string => format.format(new Date(iso));
  // Dates are counted as dates: in hours, a night in which clocks change would lose one.
  const today = Date.parse(dateOf(now));
  const days = new Map<string, { arrived: number; approved: number; held: number; stopped: number }>();
  for (let back = count - 1; back >= 0; back--) {
    days.set(new Date(today - back * DAY).toISOString().slice(0, 10), { arrived: 0, approved: 0, held: 0, stopped: 0 });
  }
  for (const { from, count: arrived } of figures.arrived) {
    const day = days.get(dateOf(from));
    if (day) day.arrived += arrived;
  }
  for (const { from, state, count: decided } of figures.decisions) {
    const day = days.get(dateOf(from));
    if (day && state === 'approved') day.approved += decided;
    if (day && (state === 'held' || state === 'pending')) day.held += decided;
    if (day && (state === 'refused' || state === 'removed')) day.stopped += decided;
  }
  return [...days].map(([date, day]) => ({ date, ...day }));
}

/** The value below which `share` (0 to 1) of the rising values lie; undefined without any. */
export function quantile(rising: readonly number[], share: number): number | undefined {
  return rising[Math.min(rising.length - 1, Math.floor(rising.length * share))];
}

const MINUTE = 60_000;
const STEPS: readonly (readonly [string, number])[] = [
  ['under 5 minutes', 5 * MINUTE],
  ['5 to 15 minutes', 15 * MINUTE],
  ['15 minutes to 1 hour', 60 * MINUTE],
  ['1 to 4 hours', 240 * MINUTE],
  ['4 to 24 hours', 1440 * MINUTE],
  ['longer than a day', Number.POSITIVE_INFINITY],
];

/** How many comments waited how long, in steps; the waits in milliseconds. */
export function waitSteps(waits: readonly number[]): { readonly label: string; readonly value: number }[] {
  return STEPS.map(([label, below], index) => {
    const from = STEPS[index - 1]?.[1] ?? 0;
    return { label, value: waits.filter((wait) => wait >= from && wait < below).length };
  });
}
