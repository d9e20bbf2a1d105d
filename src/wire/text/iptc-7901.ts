import type { Format } from '../format.ts';
import { findKillWords } from '../orders/kill-words.ts';
import { present } from '../present.ts';
import { guidOf, titleWords } from '../stable-guid.ts';
import { homeOf, newsDay } from '../times/agency-clock.ts';
import type { WireItem } from '../wire-item.ts';
import { languageOf } from '../words/language-of.ts';
import { controlMessages, plainLines, refuseEndless, withoutControls } from './control-text.ts';
import { readBody } from './iptc-7901-body.ts';
import { type HeadBlock, readHeadBlock, splitHead } from './iptc-7901-head.ts';
import {
  headerLine,
  type Iptc7901Header,
  type Iptc7901Trailer,
  readHeader,
  readTrailer,
  subjectsOf,
} from './iptc-7901-header.ts';

const MOST_HEADER_LINES = 12;
const trailerStart = /\x03\s{0,4}\d{6}\s?(?:[A-Z]{2,5}\s)?\s{0,3}\p{L}{3,10}\.?\s\d{2}/u;
const namedNumber = /\b(?:item|story|meldung|dépêche|despacho|nr\.?|no\.?)\s(?:[A-Za-z]{2,5}[\s-])(\d{2,5})\b/i;

/** IPTC 7901 (IPTC recommendation for message transmission in text, 1979), as dpa, ATS and others still send it. */
export const iptc7901: Format = {
  name: 'IPTC 7901',
  recognises: ({ text }) => {
    const start = plainLines(text.slice(0, 600)).map((line) => line.replace(/^[\x01\s]+/, '').trimEnd());
    const first = start.find((line) => line !== '') ?? '';
    const framed = /[\x01\x02\x03]/.test(text.slice(0, 2000)) || start.some((line) => /^\S.{0,120}\/$/.test(line));
    return (headerLine.test(first) && framed) || (text.includes('\x02') && trailerStart.test(text.slice(-400)));
  },
  read: (file) => {
    const messages = controlMessages(file.text);
    return refuseEndless(messages, 'IPTC 7901') ?? { ok: true, format: 'IPTC 7901', items: messages.map(readMessage) };
  },
};

function readMessage(message: string): WireItem {
  const etx = message.indexOf('\x03');
  const { top, lines } = splitTop(etx < 0 ? message : message.slice(0, etx));
  const header = top.map(readHeader).find((each) => each !== undefined) ?? { service: '' };
  const keywords = keywordsOf(top.filter((line) => readHeader(line) === undefined));
  const parted = splitHead(lines);
  const head = readHeadBlock(parted.head);
  const body = readBody(parted.body);
  const { time, day } = readTrailer(etx < 0 ? '' : message.slice(etx + 1), header.agency);
  const item = present<WireItem>({
    type: 'text',
    version: head.lead === undefined ? undefined : String(head.lead),
    headline: head.headline,
    slugline: keywords.join('/') || undefined,
    byline: head.byline,
    creditLine: header.agency,
    source: header.service || undefined,
    language: languageOf([head.headline ?? '', ...body.blocks.map((block) => block.text)].join(' ')),
    urgency: header.urgency,
    firstCreated: time,
    versionCreated: time,
    edNote: [...head.notes, ...body.notes].join('\n') || undefined,
    privateNote: body.privateLines.join('\n') || undefined,
    keywords,
    subjects: subjectsOf(header.category),
    takeKey: head.takeKey,
    category: header.category,
    wordCount: header.wordCount,
    signals: head.signals,
    body: body.blocks,
  });
  return {
    ...item,
    ...identityOf(item, { header, head, trailer: { ...(time ? { time } : {}), ...(day ? { day } : {}) } }),
  };
}

/** What stands before STX; without one, the header line and the keyword line that ends with a stroke. */
function splitTop(message: string): { readonly top: readonly string[]; readonly lines: readonly string[] } {
  const stx = message.indexOf('\x02');
  if (stx >= 0) return { top: texts(plainLines(message.slice(0, stx))), lines: plainLines(message.slice(stx + 1)) };
  const lines = plainLines(message);
  const start = lines.slice(0, MOST_HEADER_LINES);
  const header = start.findIndex((line) => readHeader(withoutControls(line)) !== undefined);
  const keyword = start.findLastIndex((line) => /^\S.{0,120}\/\s*$/.test(line));
  const end = Math.max(header, keyword) + 1;
  return { top: texts(lines.slice(0, end)), lines: lines.slice(end) };
}

const texts = (lines: readonly string[]): string[] =>
  lines
    .slice(0, MOST_HEADER_LINES)
    .map(withoutControls)
    .filter((line) => line !== '');

/** "Germany-football/Munich/Mueller/"; some agencies send the line twice. */
function keywordsOf(lines: readonly string[]): string[] {
  const line = [...new Set(lines.filter((each) => each.length < 200))].join('/');
  return [...new Set(line.split('/').map((word) => word.trim()))].filter((word) => word !== '').slice(0, 20);
}

type Known = { readonly header: Iptc7901Header; readonly head: HeadBlock; readonly trailer: Iptc7901Trailer };

/**
 * Who a message is, since IPTC 7901 gives no id. Its guid is made of the agency, the news day, the keyword line and the
 * headline: keywords like "Verkehr/Bahn" are shared by many stories of a day. English services make a slug of the line
 * ("Averland-football/Meridian/Duarte") that stays with a story through its leads; there the headline does not count. The
 * service's number of that day is a second name of each message (among `replaces`, which costs nothing when nobody has it): a
 * lead that refers back to a number, and a kill that names one, find their story by it.
 */
function identityOf(item: WireItem, { header, head, trailer }: Known): Pick<WireItem, 'guid' | 'replaces'> {
  const agency = header.agency ?? header.service;
  const slug = titleWords(item.slugline ?? '');
  const specific = /\p{L}-\p{L}/u.test(item.slugline ?? '') && (item.keywords ?? []).length > 1;
  const title =
    head.headline ??
    (item.body ?? [])
      .map((block) => block.text)
      .join(' ')
      .slice(0, 400);
  const day = trailer.time === undefined ? `${header.number ?? ''}` : newsDay(trailer.time, homeOf(header.agency));
  const guid = guidOf([agency, day, slug, specific ? '' : titleWords(title)]);
  const named = namedNumber.exec(
    `${item.edNote ?? ''} ${item.headline ?? ''} ${item.body?.[0]?.text ?? ''}`.slice(0, 2000),
  )?.[1];
  const isKill = named !== undefined && findKillWords([item.edNote, item.headline, item.body?.[0]?.text]) !== undefined;
  const numbers = trailer.day === undefined ? [] : [header.refersTo, isKill ? named : undefined, header.number];
  const replaces = numbers
    .filter((number) => number !== undefined)
    .map((number) => guidOf(['number', agency, header.service, trailer.day ?? '', String(Number(number))]));
  return { guid, ...(replaces.length > 0 ? { replaces: [...new Set(replaces)] } : {}) };
}
