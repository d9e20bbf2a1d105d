/**
 * A time in an export as ISO 8601 in UTC; undefined for none that can be. `2012-06-01 10:00:00` and times without a zone are UTC,
 * as Disqus and WordPress (`_gmt`) write them; numbers are milliseconds since 1970.
 */
export function readTime(written: unknown): string | undefined {
  if (typeof written === 'number') return iso(new Date(written));
  if (typeof written !== 'string') return undefined;
  const text = written.trim();
  if (text.startsWith('0000')) return undefined;
  const parts = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(\.\d{1,9})?\s*(Z|[+-]\d\d:?\d\d)?$/i.exec(text);
  if (!parts) return undefined;
  const [, day, time, fraction = '', zone = 'Z'] = parts;
  const offset = zone.toUpperCase() === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
  return iso(new Date(`${day}T${time}${fraction.slice(0, 4)}${offset}`));
}

function iso(date: Date): string | undefined {
  const year = date.getUTCFullYear();
  return year >= 1990 && year < 2200 ? date.toISOString() : undefined;
}
