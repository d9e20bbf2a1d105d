import { monthNumber, monthPattern } from './months.ts';

/** An instant as an agency wrote it. `zoned` is false when the text gives no zone and UTC was assumed. */
export type Instant = { readonly iso: string; readonly zoned: boolean };

type Parts = {
  year: number;
  month: number;
  day: number;
  hour?: number;
  minute?: number;
  second?: number;
  zone?: string | undefined;
};

// Minutes east of UTC. @NOTE Names that mean two zones are read as news agencies use them: IST is India's.
const zones: Readonly<Record<string, number>> = {
  Z: 0,
  UT: 0,
  UTC: 0,
  GMT: 0,
  WET: 0,
  WEST: 60,
  BST: 60,
  CET: 60,
  MET: 60,
  MEZ: 60,
  CEST: 120,
  MEST: 120,
  MESZ: 120,
  EET: 120,
  EEST: 180,
  MSK: 180,
  SAST: 120,
  CAT: 120,
  EAT: 180,
  WAT: 60,
  GST: 240,
  PKT: 300,
  IST: 330,
  NPT: 345,
  WIB: 420,
  ICT: 420,
  SGT: 480,
  HKT: 480,
  MYT: 480,
  PHT: 480,
  AWST: 480,
  JST: 540,
  KST: 540,
  ACST: 570,
  ACDT: 630,
  AEST: 600,
  AEDT: 660,
  NZST: 720,
  NZDT: 780,
  NST: -210,
  NDT: -150,
  AST: -240,
  ADT: -180,
  EST: -300,
  EDT: -240,
  ET: -300,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
  AKST: -540,
  AKDT: -480,
  HST: -600,
  BRT: -180,
  ART: -180,
  CLT: -240,
  PET: -300,
};

// What programs write for "no date" (1601, 9999) is no date.
const EARLIEST = 1900;
const LATEST = 2200;

const clock = '(\\d{1,2}):?(\\d{2})(?::?(\\d{2}(?:[.,]\\d{1,9})?))?(?:\\s{0,2}([APap])\\.?[Mm]\\b\\.?)?';
const zone = '\\s{0,3}(Z|[+-]\\d{1,2}(?::?\\d{2})?|\\(?[A-Za-z]{1,5}\\)?)?';
const ordinal = '(?:st|nd|rd|th|er|\\.|º)?';
const forms: readonly { readonly pattern: RegExp; read(found: readonly (string | undefined)[]): Parts | undefined }[] =
  [
    {
      // 2014-08-29T13:49:51.000+02:00, 20140829T134951Z, 2026-02-05 10:30, 2026-02-05
      pattern: new RegExp(`^(\\d{4})-?(\\d{2})-?(\\d{2})(?:(?:T|\\s{1,3}|t)${clock}${zone})?$`),
      read: ([year, month, day, hour, minute, second, half, name]) =>
        parts([year, month, day], [hourOf(hour, half), minute, second], name),
    },
    {
      // 2026-02, 2026 (W3C dates of feeds)
      pattern: /^(\d{4})(?:-(\d{2}))?$/,
      read: ([year, month]) => parts([year, month ?? '1', '1'], []),
    },
    {
      // Thu, 5 Feb 2026 10:30:00 +0530 (RFC 822), with full names and two-digit years
      pattern: new RegExp(
        `^(?:[\\p{L}.]{2,12},?\\s{1,3})?(\\d{1,2})${ordinal}[\\s-]{1,3}(${monthPattern})\\.?,?[\\s-]{1,3}(\\d{2}|\\d{4})(?:,?\\s{1,3}(?:-\\s)?${clock}${zone})?$`,
        'iu',
      ),
      read: ([day, month, year, hour, minute, second, half, name]) =>
        parts([fullYear(year), monthOf(month), day], [hourOf(hour, half), minute, second], name),
    },
    {
      // Thu Feb  5 10:30:00 EST 2026 (asctime), Thu Feb 5 10:30:00 2026
      pattern: new RegExp(
        `^(?:\\p{L}{2,10},?\\s{1,3})?(${monthPattern})\\.?\\s{1,3}(\\d{1,2}),?\\s{1,3}${clock}\\s{0,3}([A-Z]{1,5}\\s|[+-]\\d{4}\\s)?\\s{0,3}(\\d{4})$`,
        'iu',
      ),
      read: ([month, day, hour, minute, second, half, name, year]) =>
        parts([year, monthOf(month), day], [hourOf(hour, half), minute, second], name?.trim()),
    },
    {
      // February 5, 2026 10:30 GMT
      pattern: new RegExp(
        `^(?:\\p{L}{2,10},?\\s{1,3})?(${monthPattern})\\.?\\s{1,3}(\\d{1,2})${ordinal},?\\s{1,3}(\\d{4})(?:,?\\s{1,3}(?:-\\s)?${clock}${zone})?$`,
        'iu',
      ),
      read: ([month, day, year, hour, minute, second, half, name]) =>
        parts([year, monthOf(month), day], [hourOf(hour, half), minute, second], name),
    },
    {
      // 2026/02/05 10:30:00
      pattern: new RegExp(`^(\\d{4})/(\\d{1,2})/(\\d{1,2})(?:\\s{1,3}${clock}${zone})?$`),
      read: ([year, month, day, hour, minute, second, half, name]) =>
        parts([year, month, day], [hourOf(hour, half), minute, second], name),
    },
    {
      // 05.02.2026 10:30 (with dots the day always comes first; with strokes nobody can tell)
      pattern: new RegExp(`^(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4})(?:,?\\s{1,3}${clock}(?:\\sUhr)?${zone})?$`),
      read: ([day, month, year, hour, minute, second, half, name]) =>
        parts([year, month, day], [hourOf(hour, half), minute, second], name),
    },
  ];

/** Reads an instant in the forms agencies use; without a zone it is taken as UTC and said to be so. */
export function readInstant(text: string): Instant | undefined {
  const trimmed = text.trim();
  if (trimmed.length > 60) return undefined;
  for (const { pattern, read } of forms) {
    const found = pattern.exec(trimmed);
    const instant = found && toInstant(read(found.slice(1)));
    if (instant) return instant;
  }
  return undefined;
}

/** ISO 8601 in UTC, or undefined for what is no date. No zone counts as UTC. */
export const instantOf = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : readInstant(text)?.iso;

/** A day and a time of day, each part as digits; the zone as a name or an offset. */
export function parts(
  day: readonly (string | undefined)[],
  time: readonly (string | undefined)[],
  zoneName?: string,
): Parts | undefined {
  const [year, month, date] = day.map(Number);
  if (year === undefined || month === undefined || date === undefined) return undefined;
  const [hour, minute, second] = time.map((part) => (part === undefined ? undefined : Number(part.replace(',', '.'))));
  return {
    year,
    month,
    day: date,
    ...(hour === undefined ? {} : { hour }),
    ...(minute === undefined ? {} : { minute }),
    ...(second === undefined ? {} : { second }),
    ...(zoneName === undefined ? {} : { zone: zoneName }),
  };
}

/** Parts to an instant; undefined when there is no such day, time or zone. */
export function toInstant(read: Parts | undefined): Instant | undefined {
  if (!read) return undefined;
  const { year, month, day, hour = 0, minute = 0, second = 0 } = read;
  if (year < EARLIEST || year > LATEST) return undefined;
  const offset = read.zone === undefined ? 0 : zoneOffset(read.zone);
  // A leap second is written as 60; midnight at the end of a day as 24:00.
  if (offset === undefined || hour > 24 || minute > 59 || second >= 61 || (hour === 24 && minute > 0)) return undefined;
  const midnight = new Date(Date.UTC(year, month - 1, day));
  if (midnight.getUTCFullYear() !== year || midnight.getUTCMonth() !== month - 1 || midnight.getUTCDate() !== day)
    return undefined;
  const time = midnight.getTime() + ((hour * 60 + minute - offset) * 60 + (second >= 60 ? 59 : second)) * 1000;
  return { iso: new Date(Math.round(time)).toISOString().replace('.000Z', 'Z'), zoned: read.zone !== undefined };
}

function zoneOffset(name: string): number | undefined {
  const signed = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(name);
  if (!signed) return zones[name.replace(/[()]/g, '').toUpperCase()];
  const minutes = Number(signed[2]) * 60 + Number(signed[3] ?? 0);
  if (minutes > 15 * 60) return undefined;
  return signed[1] === '-' ? -minutes : minutes;
}

/** The hour of a clock with twelve hours; `half` is a or p, or undefined on a clock with 24. */
function hourOf(hour: string | undefined, half: string | undefined): string | undefined {
  if (hour === undefined || half === undefined) return hour;
  const twelve = Number(hour);
  if (twelve < 1 || twelve > 12) return '99';
  return String((twelve % 12) + (half.toLowerCase() === 'p' ? 12 : 0));
}

export const monthOf = (name: string | undefined) => String(monthNumber(name ?? '') ?? '');
const fullYear = (year = '') => (year.length === 2 ? String(Number(year) + (Number(year) < 70 ? 2000 : 1900)) : year);
