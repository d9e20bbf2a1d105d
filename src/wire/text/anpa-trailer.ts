import { agencyCredit } from '../agencies.ts';
import { homeOf } from '../times/agency-clock.ts';
import { parts, toInstant } from '../times/dates.ts';
import { instantAt } from '../times/local-time.ts';

/** The last line of a message: the only one that tells the year. `time` is ISO 8601 with a zone. */
export type AnpaTrailer = { readonly line: string; readonly agency?: string; readonly time?: string };

// AP-WF-11-13-13 0745GMT : month, day, year, clock and zone
const american = /([A-Z]{2,5})-(?:[A-Z]{1,4}-)?(\d{2})-(\d{2})-(\d{2}) {1,3}(\d{2}):?(\d{2}) ?([A-Z]{1,4})?</;
// KWS-21:37-09-12-18 : clock in Japan, day, month, year
const japanese = /\b(KWS|KYODO)-(\d{2}):(\d{2})-(\d{2})-(\d{2})-(\d{2})\b/;

/** Reads the trailer after ETX, in AP's order or in Kyodo's. Without a zone the clock is that of the agency's home. */
export function readAnpaTrailer(end: string): AnpaTrailer {
  const kyodo = japanese.exec(end);
  if (kyodo) {
    const [line, , hour, minute, day, month, year] = kyodo;
    return trailer(line, 'Kyodo', [`20${year}`, month, day], [hour, minute]);
  }
  const found = american.exec(`${end}<`);
  if (!found) return { line: '' };
  const [line, code = '', month, day, year, hour, minute, zone] = found;
  return trailer(line, agencyCredit(code), [`20${year}`, month, day], [hour, minute], zone);
}

function trailer(
  line: string,
  agency: string | undefined,
  day: readonly (string | undefined)[],
  clock: readonly (string | undefined)[],
  zone?: string,
): AnpaTrailer {
  const instant = toInstant(parts(day, clock, zone));
  const home = zone === undefined ? homeOf(agency) : undefined;
  const time = instant && home ? instantAt(instant.iso.slice(0, 19), home) : instant?.iso;
  return { line, ...(agency === undefined ? {} : { agency }), ...(time === undefined ? {} : { time }) };
}
