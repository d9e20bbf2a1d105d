import type { Block } from '../../story/copy.ts';
import { agencyCredit } from '../agencies.ts';
import type { Format, WireBytes } from '../format.ts';
import { EMBARGOED, oneEmbargo } from '../orders/told-status.ts';
import { present } from '../present.ts';
import { refuse } from '../refuse.ts';
import { readCopyBlocks, readPlainText } from '../text/plain-text.ts';
import { instantOf } from '../times/dates.ts';
import type { Parsed, WireItem } from '../wire-item.ts';
import { findDateline } from '../words/dateline.ts';
import { isMail } from './is-mail.ts';
import { longestBody, type MailBody, type MailParts, sortParts } from './mail-body.ts';
import { readFiles } from './mail-files.ts';
import { frameOf, type MailFrame } from './mail-frame.ts';
import { headerText, type MailHeaders } from './mail-headers.ts';
import { readSubject, type Subject } from './mail-subject.ts';
import { type MimeFault, readMime } from './mime-parts.ts';

const FORMAT = 'e-mail';
// Encoded; no story is so long, and no text may keep the others waiting.
const LONGEST_BODY = 2 * 1024 * 1024;

/** E-mail as copy: its text is the story, or the files with it are; then the text is a note that is for nobody else. */
export const mail: Format = { name: FORMAT, recognises: ({ text }) => isMail(text), read: readMail };

function readMail(file: WireBytes): Parsed {
  const binary = Buffer.from(file.bytes)
    .toString('latin1')
    .replace(/^[\s\u00ef\u00bb\u00bf]+/, '')
    .replace(/^From [^\n]{0,500}\n/, '');
  const message = readMime(binary);
  if (typeof message === 'string') return refuse(...faults[message], FORMAT);
  if (longestBody(message) > LONGEST_BODY) return refuse(...faults['too long'], FORMAT);
  const sorted = sortParts(message);
  const subject = readSubject(headerText(message.headers, 'subject'));
  const own = readBodies(sorted, message.headers, subject);
  const files = readFiles(sorted.files, file.open);
  const unread = files.unread.length > 0 ? `Not read: ${files.unread.join(', ')}` : undefined;
  const hasText = (own.body ?? []).length > 0;
  // A subject alone is an alert; with a file that nobody can read it is a story without its text.
  const alert = own.headline !== undefined && unread === undefined;
  if (files.items.length === 0 && !hasText && own.edNote === undefined && !alert) {
    return refuse(
      'not-copy',
      `The mail holds no text${unread ? ` (${unread})` : ''}. Ask for the story as text in the mail.`,
      FORMAT,
    );
  }
  if (files.items.length === 0) return { ok: true, format: FORMAT, items: [noted(own, unread)] };
  const enclosed = files.items.map((item) => enclosedIn(item, { own, subject, unread }));
  return {
    ok: true,
    format: `${FORMAT} with ${files.formats.join(', ')}`,
    items: files.text && isStory(own) ? [noted(own, unread), ...enclosed] : enclosed,
  };
}

const faults: Readonly<Record<MimeFault | 'too long', ['unreadable' | 'too-large', string]>> = {
  'too long': [
    'too-large',
    'The mail’s text is longer than 2 MiB. Ask for the story as a file, or for fewer at a time.',
  ],
  'cut off': ['unreadable', 'The mail was cut off: its last part has no end. Ask for it again.'],
  'too deep': ['too-large', 'The mail holds parts in parts, more than 12 deep. Ask for the story as text in the mail.'],
  'too many parts': ['too-large', 'The mail holds more than 200 parts. Ask for the story as text in the mail.'],
};

/** The mail's own words as an item: the subject is the headline unless the text brings an agency's head. */
function readBodies({ bodies }: MailParts, headers: MailHeaders, subject: Subject): WireItem {
  const read = bodies.map(readBody);
  const forwarded = read.map(({ frame }) => frame.forwarded).find((each) => each !== undefined);
  const about = forwarded?.subject === undefined ? subject : readSubject(forwarded.subject);
  const item = read.map((each) => each.item).reduce<WireItem>(joined, {});
  const sender = senderOf(forwarded?.sender ?? headerText(headers, 'from'));
  const date = instantOf(withoutComment(forwarded?.date ?? headerText(headers, 'date')));
  const signals = [...new Set([...(item.signals ?? []), ...about.signals])];
  const id = messageId(headers.get('message-id')?.[0]);
  const answered = signals.length > 0 ? messageId(headers.get('in-reply-to')?.[0]) : undefined;
  return present<WireItem>({
    ...item,
    ...headOf(item, about),
    type: 'text',
    guid: item.guid ?? id,
    source: item.source ?? sender,
    creditLine: item.creditLine ?? agencyCredit(sender ?? ''),
    language: item.language ?? headerText(headers, 'content-language')?.split(/[,;\s]/)[0],
    embargoedUntil: endOf(item.embargoedUntil, about.embargoedUntil),
    firstCreated: item.firstCreated ?? date,
    versionCreated: item.versionCreated ?? date,
    edNote: [about.note, item.edNote].filter(Boolean).join('\n') || undefined,
    privateNote: [item.privateNote, ...read.map((each) => each.note)].filter(Boolean).join('\n') || undefined,
    signals,
    replaces: answered === undefined || item.guid !== undefined ? [] : [answered],
  });
}

/** A subject that only says "embargoed" leaves the time to the text; of two times neither is certain. */
const endOf = (told: string | undefined, ofSubject: string | undefined): string | undefined =>
  told !== undefined && ofSubject === EMBARGOED ? told : oneEmbargo([told, ofSubject]);

function readBody(body: MailBody): { item: WireItem; frame: MailFrame; note: string } {
  const lines = body.kind === 'text' ? body.text.split('\n') : body.blocks.map((block) => block.text);
  const frame = frameOf(lines);
  const note = [...lines.slice(0, frame.from), ...lines.slice(frame.to)]
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n');
  const item =
    body.kind === 'text'
      ? readPlainText(lines.slice(frame.from, frame.to).join('\n'))
      : readCopyBlocks(body.blocks.slice(frame.from, frame.to));
  return { item, frame, note };
}

/** A mail of several texts is one story; what the first says of it counts. */
function joined(first: WireItem, next: WireItem): WireItem {
  const body = [
    ...(first.body ?? []),
    ...(first.body && next.headline ? [paragraph(next.headline)] : []),
    ...(next.body ?? []),
  ];
  const notes = (key: 'edNote' | 'privateNote') => [first[key], next[key]].filter(Boolean).join('\n') || undefined;
  return present<WireItem>({ ...next, ...first, body, edNote: notes('edNote'), privateNote: notes('privateNote') });
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

type Head = Pick<WireItem, 'headline' | 'body' | 'slugline'>;

/** A first line is the story's own headline where a byline or a dateline follows it; else it is the story's first line. */
function headOf(item: WireItem, { headline }: Subject): Head {
  const first = item.headline === undefined || atOnce.test(item.headline) ? undefined : item.headline;
  const body = headline === undefined ? (item.body ?? []) : withoutFirst(item.body ?? [], headline);
  const { slugline } = item;
  if (headline === undefined || first === undefined)
    return present<Head>({ headline: headline ?? first, body, slugline });
  if (bare(first) === bare(headline)) return present<Head>({ headline: first, body, slugline });
  const hasHead = [slugline, item.byline, item.guid].some((each) => each !== undefined);
  if (hasHead || findDateline([body[0]?.text ?? '']) !== null)
    return present<Head>({ headline: first, body, slugline: slugline ?? headline });
  return present<Head>({ headline, body: [paragraph(first), ...body], slugline });
}

const atOnce = /^\W{0,4}for immediate (?:release|use|publication)\W{0,4}$/i;
const withoutFirst = (body: readonly Block[], headline: string): readonly Block[] =>
  body.length > 1 && bare(body[0]?.text ?? '') === bare(headline) ? body.slice(1) : body;

/** An item that came as a file: the mail's words go with it as a note, its orders hold it. */
function enclosedIn(
  item: WireItem,
  { own, subject, unread }: { own: WireItem; subject: Subject; unread: string | undefined },
): WireItem {
  const words = [
    subject.headline ?? subject.note,
    own.edNote,
    ...(own.body ?? []).map((block) => block.text),
    own.privateNote,
    unread,
  ];
  const until = oneEmbargo([item.embargoedUntil, own.embargoedUntil]);
  return {
    ...item,
    ...(until === undefined ? {} : { embargoedUntil: until }),
    ...(item.guid === undefined && item.versionCreated === undefined && own.versionCreated !== undefined
      ? { versionCreated: own.versionCreated }
      : {}),
    privateNote: [item.privateNote, ...words].filter(Boolean).join('\n'),
  };
}

const noted = (item: WireItem, unread: string | undefined): WireItem =>
  unread === undefined ? item : { ...item, privateNote: [item.privateNote, unread].filter(Boolean).join('\n') };
const isStory = (item: WireItem): boolean =>
  (item.body ?? [])
    .map((block) => block.text)
    .join(' ')
    .split(/\s+/).length > 120;

/** `"Northwire Desk" <desk@example.org>`: the name, or the address's domain where there is none. */
function senderOf(from: string | undefined): string | undefined {
  const [, name, address] = /^\s*"?([^"<]{0,200}?)"?\s*<([^<>]{0,320})>/.exec(from ?? '') ?? [];
  const said = name?.trim() || undefined;
  return said ?? (address ?? from)?.trim().replace(/^.*@/, '').replace(/>.*$/, '') ?? undefined;
}

const messageId = (header: string | undefined): string | undefined => /<([^<>\s]{3,500})>/.exec(header ?? '')?.[1];
const withoutComment = (date: string | undefined): string | undefined => date?.replace(/\s*\([^()]{0,80}\)\s*$/, '');
