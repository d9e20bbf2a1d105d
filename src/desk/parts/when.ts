import type { Edition } from '../../story/edition.ts';
import { type Html, html } from './html.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf({ language, timeZone }: Edition): Intl.DateTimeFormat {
  const key = `${language} ${timeZone}`;
  const known = formats.get(key);
  if (known) return known;
  const parts = {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  } as const;
  const made = new Intl.DateTimeFormat(language, parts);
  formats.set(key, made);
  return made;
}

/** A moment, short, in the edition's zone: "2 Mar, 09:14". */
export function when(iso: string, edition: Edition): Html {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return html``;
  return html`<time datetime="${date.toISOString()}">${formatOf(edition).format(date)}</time>`;
}

/** A stretch of time in words, rounded: "3 h", "12 min", "2 days". */
export function lasting(milliseconds: number): string {
  const minutes = Math.max(0, Math.round(milliseconds / 60_000));
  if (minutes < 1) return 'under a minute';
  if (minutes < 90) return `${minutes} min`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} h` : `${Math.round(hours / 24)} days`;
}
