import { agencyCredit } from '../agencies.ts';
import { entryOf } from '../entry-of.ts';
import { homeOf } from '../times/agency-clock.ts';
import { parts, toInstant } from '../times/dates.ts';
import { instantAt } from '../times/local-time.ts';
import { monthNumber } from '../times/months.ts';

/** The header line of IPTC 7901. `number` is the agency's own of that day, else the service's; `refersTo` an earlier one. */
export type Iptc7901Header = {
  readonly service: string;
  readonly urgency?: number;
  readonly category?: string;
  readonly wordCount?: number;
  readonly agency?: string;
  readonly number?: string;
  readonly refersTo?: string;
};

/** What follows ETX. `day` is the calendar day as written, by which an agency counts its numbers. */
export type Iptc7901Trailer = { readonly time?: string; readonly day?: string };

// eca062 4 i 211 ccccb   dpa 061 : service and number, priority, category, words, slug or routing, agency and its number
export const headerLine =
  /^([A-Za-z]{3})(\d{3,5})\s{1,3}(\d)\s{1,3}([A-Za-z]{1,3})(?:\s{1,3}(\d{1,5})(?=\s|$))?([^\r\n]{0,120})$/;
const agencyPart = /(?:^|\s)([A-Za-z]{2,5})\s(\d{2,5})(?:\s{1,4}(?:[A-Za-z]{2,5}\s)?(\d{2,5}))?\s*$/;

// What a service's three letters stand for, where they are not an agency's name.
const services: Readonly<Record<string, string>> = {
  eca: 'dpa',
  bdt: 'dpa',
  lni: 'dpa',
  lnw: 'dpa',
  lby: 'dpa',
  lsw: 'dpa',
  lhe: 'dpa',
  lrs: 'dpa',
  lno: 'dpa',
  lmv: 'dpa',
  lbb: 'dpa',
  lsc: 'dpa',
  lth: 'dpa',
  lah: 'dpa',
  nsb: 'dpa',
  bsf: 'ATS',
  bsd: 'ATS',
  bsi: 'ATS',
};

// Categories in the words that our sections know: dpa's desks, and the letters of English and French services.
const categories: Readonly<Record<string, string>> = {
  pl: 'politics',
  wi: 'economy',
  sp: 'sports',
  s: 'sports',
  ku: 'culture',
  i: 'international',
  f: 'financial',
  ec: 'economy',
  e: 'economy',
  w: 'weather',
};

/** Reads the header line; undefined for any other line. */
export function readHeader(line: string): Iptc7901Header | undefined {
  const found = headerLine.exec(line.trim());
  if (!found) return undefined;
  const [, service = '', sequence = '', priority, category, words, rest = ''] = found;
  const [, signature, number, refersTo] = agencyPart.exec(rest) ?? [];
  const agency = entryOf(services, service.toLowerCase()) ?? agencyCredit(signature ?? '') ?? agencyCredit(service);
  const counted = number ?? sequence;
  return {
    service: service.toLowerCase(),
    ...(agency === undefined ? {} : { agency }),
    ...(Number(priority) > 0 ? { urgency: Number(priority) } : {}),
    ...(category === undefined ? {} : { category: category.toLowerCase() }),
    ...(words === undefined ? {} : { wordCount: Number(words) }),
    ...(Number(counted) > 0 ? { number: counted } : {}),
    ...(refersTo !== undefined && Number(refersTo) > 0 ? { refersTo } : {}),
  };
}

/** A category as a subject that has a name; [] for one without. */
export const subjectsOf = (category: string | undefined): { code: string; name: string; scheme: string }[] => {
  const name = category === undefined ? undefined : entryOf(categories, category);
  return category === undefined || name === undefined ? [] : [{ code: category, name, scheme: 'iptc7901-category' }];
};

/**
 * DDHHMM [zone] month year after ETX, the month in English, German or French. dpa and ATS write their own clock without a
 * zone; so does whoever writes the month in German or French. Without any sign of a place it is taken for UTC.
 */
export function readTrailer(end: string, agency: string | undefined): Iptc7901Trailer {
  const found = /(\d{2})(\d{2})(\d{2})\s{0,2}([A-Z]{2,5})?\s{1,3}(\p{L}{3,10})\.?\s{1,3}(\d{4}|\d{2})(?!\d)/u.exec(
    end.slice(0, 200),
  );
  const [, date, hour, minute, zone, name = '', year = ''] = found ?? [];
  const month = monthNumber(name);
  if (month === undefined) return {};
  const instant = toInstant(parts([year.length === 2 ? `20${year}` : year, String(month), date], [hour, minute], zone));
  if (!instant) return {};
  const home = zone === undefined ? (homeOf(agency) ?? homeOfMonth(name)) : undefined;
  const time = (home && instantAt(instant.iso.slice(0, 19), home)) ?? instant.iso;
  return { time, day: instant.iso.slice(0, 10) };
}

const homeOfMonth = (name: string): string | undefined =>
  /^(?:okt|dez|mär|mrz|mai|januar|februar|juni|juli|oktober|dezember)/i.test(name)
    ? 'Europe/Berlin'
    : /^(?:janv|fév|avr|juin|juil|août|déc)/i.test(name)
      ? 'Europe/Paris'
      : undefined;
