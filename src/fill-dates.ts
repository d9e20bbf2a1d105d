import { CopydeskError } from './story/errors.ts';

const MINUTES = { m: 1, h: 60, d: 1440 } as const;

const words = (options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' });
  return (time: Date) => format.format(time);
};

const month = words({ month: 'long' });

/** The forms in which a file or its copy writes a time; the empty one is ISO 8601. */
const forms: Readonly<Record<string, (time: Date) => string>> = {
  '': (time) => `${time.toISOString().slice(0, 19)}Z`,
  rfc822: (time) => time.toUTCString(),
  weekday: words({ weekday: 'long' }),
  month,
  'month-day': words({ month: 'long', day: 'numeric' }),
  'day-month': (time) => `${time.getUTCDate()} ${month(time)}`,
  short: words({ month: 'short', day: 'numeric' }),
};

/**
 * Fills in the dates of a template, so that the demo is always of today: `{{now-3h}}` is an instant, `{{now+2d:weekday}}` the
 * word for its day. Offsets are in minutes (m), hours (h) or days (d); all is UTC. `bad-input` quotes a place it cannot read.
 */
export function fillDates(template: string, now: Date): string {
  return template.replace(/\{\{(.*?)\}\}/g, (place, inside: string) => {
    const read = /^now(?:([+-]\d+)([mhd]))?(?::([a-z0-9-]+))?$/.exec(inside);
    const [, count = '0', unit = 'm', form = ''] = read ?? [];
    const write = Object.hasOwn(forms, form) ? forms[form] : undefined;
    if (!read || !write) {
      throw new CopydeskError(
        'bad-input',
        `Cannot fill in "${place}": write it like {{now-3h}} or {{now+2d:weekday}}.`,
      );
    }
    return write(new Date(now.getTime() + Number(count) * MINUTES[unit as keyof typeof MINUTES] * 60_000));
  });
}
