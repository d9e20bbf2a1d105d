import { agencyCredit } from '../agencies.ts';
import type { Format } from '../format.ts';
import { readLeadMarks } from '../orders/lead-marks.ts';
import { noteSignals } from '../orders/note-signals.ts';
import { present } from '../present.ts';
import { guidOf, stableVersion, titleWords } from '../stable-guid.ts';
import { homeOf, hoursIntoNewsDay, newsDay } from '../times/agency-clock.ts';
import type { WireItem } from '../wire-item.ts';
import { languageOf } from '../words/language-of.ts';
import { type AnpaBody, readAnpaBody } from './anpa-body.ts';
import { type AnpaHeader, readAnpaHeader, subjectsOf } from './anpa-header.ts';
import { readAnpaTrailer } from './anpa-trailer.ts';
import { controlMessages, refuseEndless } from './control-text.ts';

// SYN SYN SOH, a service letter, four digits, US and a selector; the second line has a priority, a category and DC1 to DC4.
const opening =
  /^[\s\x00\x7f]{0,40}\x16{0,8}\x01?[A-Za-z]\d{4}[A-Z]{0,12}[\x1f_][^\r\n]{0,40}\r?\n[a-z] [a-z][\x11-\x14]/;
const HOURS_OF_A_NIGHT = 6;
// A kill may come days after its story; reaching one too many holds it until a person looks, and does no more.
const DAYS_OF_A_KILL = 3;
const DAY = 86_400_000;

/** ANPA 1312 (American Newspaper Publishers Association, wire transmission guideline), also in AP's and Kyodo's dialects. */
export const anpa1312: Format = {
  name: 'ANPA-1312',
  recognises: (file) => opening.test(file.text.slice(0, 300)),
  read: (file) => {
    const messages = controlMessages(file.text);
    return refuseEndless(messages, 'ANPA-1312') ?? { ok: true, format: 'ANPA-1312', items: messages.map(readMessage) };
  },
};

function readMessage(message: string): WireItem {
  const etx = message.indexOf('\x03');
  const trailer = readAnpaTrailer(etx < 0 ? message.slice(-200) : message.slice(etx));
  const { header, rest } = readAnpaHeader(etx < 0 ? message.replace(trailer.line, '') : message.slice(0, etx));
  const body = readAnpaBody(rest);
  const credit = body.creditLine ?? trailer.agency ?? agencyCredit(header.service.replace(/^[A-Za-z]\d{4}/, ''));
  const made = trailer.time;
  const item = present<WireItem>({
    type: 'text',
    headline: body.headline,
    slugline: header.keyword,
    byline: body.byline,
    creditLine: credit,
    source: credit,
    language: languageOf([body.headline ?? '', ...body.blocks.map((block) => block.text)].join(' ')),
    urgency: header.urgency,
    firstCreated: made,
    versionCreated: made,
    edNote: body.notes.join('\n') || undefined,
    privateNote: body.editorsNote,
    abstract: body.abstract,
    keywords: body.slug === undefined ? [] : [body.slug],
    subjects: subjectsOf(header.category),
    takeKey: header.version ?? body.version,
    category: header.category,
    wordCount: header.wordCount,
    signals: signalsOf(header, body),
    associations: body.pictures,
    body: body.blocks,
  });
  return { ...item, ...identityOf(item, { header, body, made, zone: homeOf(credit) }) };
}

function signalsOf(header: AnpaHeader, body: AnpaBody): string[] {
  const marks = readLeadMarks(`${body.fullSlug ?? ''}, ${header.version ?? ''}`);
  const noted = body.notes.flatMap(noteSignals);
  const signals = [marks.update ? 'update' : undefined, marks.correction ? 'correction' : undefined, ...noted];
  return [...new Set(signals.filter((signal) => signal !== undefined))];
}

type Known = {
  readonly header: AnpaHeader;
  readonly body: AnpaBody;
  readonly made: string | undefined;
  readonly zone: string | undefined;
};

/**
 * Who a message is, since ANPA gives no id. Its guid is made of the agency, the news day (four to four on the agency's own
 * clock) and the full slug of its first "^" line, without the marks of a version: so the story, its "1st Ld-Writethru" and
 * its kill share one guid, and the slug of next week has another. The number of the lead is the version; what has none is
 * ordered by its time. A lead of the first hours of a news day may belong to last evening's story: it says that it
 * `replaces` that guid, which finds the story if there is one and means nothing if there is none; a kill does the same for
 * the days before it. An alert has no headline
 * and shares its slug with every other alert, so its words count; so do those of a message that names no slug.
 */
function identityOf(
  item: WireItem,
  { header, body, made, zone }: Known,
): Pick<WireItem, 'guid' | 'version' | 'replaces'> {
  const slug = titleWords(body.fullSlug ?? header.keyword ?? '');
  const marks = readLeadMarks(`${body.fullSlug ?? ''}, ${header.version ?? ''}`);
  const rubric = slug === '' || (item.headline === undefined && !marks.update && !marks.kill);
  const words = rubric
    ? (item.body ?? [])
        .map((block) => block.text)
        .join(' ')
        .slice(0, 400)
    : '';
  const agency = item.source ?? header.service.slice(0, 1);
  const guid = (day: string) => guidOf([agency, day, slug, words]);
  const version = stableVersion({ ...item, slugline: `${body.fullSlug ?? ''}` });
  const day = made === undefined ? (header.day ?? '') : newsDay(made, zone);
  const night = made !== undefined && marks.update && hoursIntoNewsDay(made, zone) < HOURS_OF_A_NIGHT;
  const daysBack = made === undefined ? 0 : marks.kill ? DAYS_OF_A_KILL : night ? 1 : 0;
  const replaces = Array.from({ length: daysBack }, (_, at) =>
    guid(newsDay(new Date(Date.parse(made ?? '') - (at + 1) * DAY).toISOString(), zone)),
  );
  return {
    guid: guid(day),
    ...(version === undefined ? {} : { version }),
    ...(replaces.length > 0 ? { replaces } : {}),
  };
}
