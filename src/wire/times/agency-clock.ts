import { entryOf } from '../entry-of.ts';
import { offsetAt } from './local-time.ts';

// Where agencies keep their clock, by their credit. Wire headers give local time, and a news day is that of the agency.
const homes: Readonly<Record<string, string>> = {
  AP: 'America/New_York',
  UPI: 'America/New_York',
  Reuters: 'Europe/London',
  PA: 'Europe/London',
  AFP: 'Europe/Paris',
  dpa: 'Europe/Berlin',
  SID: 'Europe/Berlin',
  epd: 'Europe/Berlin',
  KNA: 'Europe/Berlin',
  ATS: 'Europe/Zurich',
  APA: 'Europe/Vienna',
  Belga: 'Europe/Brussels',
  ANP: 'Europe/Amsterdam',
  NTB: 'Europe/Oslo',
  TT: 'Europe/Stockholm',
  STT: 'Europe/Helsinki',
  Ritzau: 'Europe/Copenhagen',
  PAP: 'Europe/Warsaw',
  ANSA: 'Europe/Rome',
  EFE: 'Europe/Madrid',
  'ANA-MPA': 'Europe/Athens',
  'Europa Press': 'Europe/Madrid',
  Lusa: 'Europe/Lisbon',
  PTI: 'Asia/Kolkata',
  ANI: 'Asia/Kolkata',
  IANS: 'Asia/Kolkata',
  UNI: 'Asia/Kolkata',
  Kyodo: 'Asia/Tokyo',
  Jiji: 'Asia/Tokyo',
  Yonhap: 'Asia/Seoul',
  Xinhua: 'Asia/Shanghai',
  AAP: 'Australia/Sydney',
  TASS: 'Europe/Moscow',
  Interfax: 'Europe/Moscow',
  'The Canadian Press': 'America/Toronto',
};
// Leads of one story run past midnight; at four in the morning hardly any is under way.
const DAY_BEGINS = 4 * 3_600_000;

/** The IANA zone of an agency's clock, by its credit; undefined when it is not known. */
export const homeOf = (credit: string | undefined): string | undefined =>
  credit === undefined ? undefined : entryOf(homes, credit);

/** The agency's news day (`YYYY-MM-DD`) of an instant: from four in the morning to four in the morning, on its own clock. */
export function newsDay(iso: string, zone = 'UTC'): string {
  return new Date(wallTime(Date.parse(iso), zone) - DAY_BEGINS).toISOString().slice(0, 10);
}

/** The hours since an agency's news day began. */
export function hoursIntoNewsDay(iso: string, zone = 'UTC'): number {
  const time = new Date(wallTime(Date.parse(iso), zone) - DAY_BEGINS);
  return time.getUTCHours() + time.getUTCMinutes() / 60;
}

const wallTime = (time: number, zone: string): number => time + offsetAt(time, zone);
