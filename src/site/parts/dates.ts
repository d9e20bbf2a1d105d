import type { Edition } from '../../story/edition.ts';
import { type Html, html } from './html.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function format({ language, timeZone }: Edition, length: 'day' | 'minute'): Intl.DateTimeFormat {
  const key = `${language} ${timeZone} ${length}`;
  let made = formats.get(key);
  if (!made) {
    const day = { year: 'numeric', month: 'long', day: 'numeric', timeZone } as const;
    const minute = { ...day, hour: 'numeric', minute: '2-digit', timeZoneName: 'short' } as const;
    made = new Intl.DateTimeFormat(language, length === 'day' ? day : minute);
    formats.set(key, made);
  }
  return made;
}

/** A moment for readers, in the edition's zone and always named: pages are kept, so never "five minutes ago". */
export function moment(iso: string, edition: Edition, length: 'day' | 'minute' = 'minute'): Html {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return html``;
  return html`<time datetime="${date.toISOString()}">${format(edition, length).format(date)}</time>`;
}
