import type { Block, PubStatus } from '../../story/copy.ts';
import { agencyCredit } from '../agencies.ts';
import { htmlBlocks, looksLikeHtml } from '../blocks/html-blocks.ts';
import { textBlocks } from '../blocks/text-blocks.ts';
import type { Format } from '../format.ts';
import { oneLine } from '../ninjs/ninjs-words.ts';
import { isPrivate } from '../orders/private-notes.ts';
import { EMBARGOED, embargoOf, oneEmbargo, pubStatusOf, strictest } from '../orders/told-status.ts';
import { present } from '../present.ts';
import { instantOf } from '../times/dates.ts';
import type { WireItem } from '../wire-item.ts';
import { isObject, type JsonObject, numberOfKey, textOfKey, textValue, valueAt, valuesAt } from './json-values.ts';

const FORMAT = 'Fingerpost JSON';

/** The flat JSON that Fingerpost's converters make of an agency's wire (`usn`, `slug`, `body_text`); one item or an array. */
export const fingerpost: Format = {
  name: FORMAT,
  recognises: ({ json }) => itemsOf(json).length > 0,
  read: ({ json }) => ({ ok: true, format: FORMAT, items: itemsOf(json).map(readItem) }),
};

function itemsOf(json: unknown): JsonObject[] {
  const list = Array.isArray(json) ? json : isObject(json) && Array.isArray(json['items']) ? json['items'] : [json];
  return list.filter(isObject).filter(isFingerpost);
}

const isFingerpost = (item: JsonObject): boolean =>
  Object.hasOwn(item, 'usn') &&
  ['source-feed', 'sourcefeed', 'unique-name', 'mediacatcodes', 'datetimesent', 'body_text', 'slug'].some(
    (key) => valueAt(item, key) !== undefined,
  );

function readItem(item: JsonObject): WireItem {
  const feed = textOfKey(item, 'source-feed', 'sourcefeed');
  const notes = ['ednote', 'notes']
    .map((key) => oneLine(decoded(textOfKey(item, key))))
    .filter((note) => note !== undefined);
  const keywords = [valueAt(item, 'keywords')].flat().flatMap((each) => (textValue(each) ?? '').split('+'));
  return present<WireItem>({
    guid: guidOf(item, feed),
    version: textOfKey(item, 'version'),
    type: textOfKey(item, 'type'),
    headline: oneLine(decoded(textOfKey(item, 'headline'))),
    slugline: oneLine(decoded(textOfKey(item, 'slug', 'slug-line', 'slugline'))),
    byline: oneLine(decoded(textOfKey(item, 'byline'))),
    dateline: datelineOf(item),
    located: oneLine(decoded(textOfKey(item, 'location'))),
    creditLine: agencyCredit((feed ?? '').split(/[_-]/)[0] ?? ''),
    source: feed,
    language: textOfKey(item, 'language'),
    urgency: numberOfKey(item, 'priority', 'urgency'),
    pubStatus: strictest(valuesAt(item, 'status', 'pubstatus').map(statusOf)),
    embargoedUntil: embargoIn(item),
    firstCreated: instantOf(textOfKey(item, 'firstversion', 'firstcreated')),
    versionCreated: instantOf(textOfKey(item, 'versioncreated') ?? textOfKey(item, 'datetimesent')),
    edNote: notes.filter((note) => !isPrivate(note)).join('\n') || undefined,
    privateNote: notes.filter(isPrivate).join('\n') || undefined,
    usageTerms: oneLine(decoded(textOfKey(item, 'usage', 'usageterms'))),
    copyrightNotice: oneLine(textOfKey(item, 'copyrightnotice')),
    copyrightHolder: oneLine(textOfKey(item, 'copyrightholder')),
    abstract: oneLine(decoded(textOfKey(item, 'abstract') ?? textOfKey(item, 'subhead'))),
    keywords: [...new Set(keywords.map((word) => word.trim()))].filter((word) => word !== ''),
    subjects: subjectsOf(item),
    category: textOfKey(item, 'category') ?? textOfKey(item, 'mediacatcodes'),
    body: bodyOf(decoded(textOfKey(item, 'body_text', 'body_html', 'body'))),
  });
}

/** @NOTE `uri` and `unique-name` hold the version and `uri` the time: each version of a story has other ones. `usn` stays. */
function guidOf(item: JsonObject, feed: string | undefined): string | undefined {
  const usn = textOfKey(item, 'usn');
  if (usn === undefined) return textOfKey(item, 'uri');
  return feed === undefined ? usn : `${feed}.${usn}`;
}

/** Fingerpost adds "embargoed" to IPTC's list, and leaves the status empty where nothing is to be said. */
const statusOf = (value: unknown): PubStatus | undefined =>
  isEmbargoed(value) ? 'usable' : pubStatusOf(textValue(value) ?? (typeof value === 'string' ? '' : value));
const isEmbargoed = (value: unknown): boolean => textValue(value)?.toLowerCase() === 'embargoed';

function embargoIn(item: JsonObject): string | undefined {
  // An empty field says that there is none: every field of this format is there, told or not.
  const told = valuesAt(item, 'embargo', 'embargoed', 'embargoeduntil').filter((value) => value !== '');
  const waits = valuesAt(item, 'status', 'pubstatus').some(isEmbargoed);
  return oneEmbargo(told.map(embargoOf)) ?? (waits ? EMBARGOED : undefined);
}

function datelineOf(item: JsonObject): WireItem['dateline'] {
  const text = oneLine(decoded(textOfKey(item, 'dateline')));
  return text === undefined ? undefined : { text: text.replace(/\s*[-–—]+$/, '') };
}

function subjectsOf(item: JsonObject): { code: string }[] {
  const subjects = valueAt(item, 'subjects', 'subject');
  const codes = [isObject(subjects) ? valueAt(subjects, 'code', 'codes') : subjects].flat();
  return codes.flatMap((code) => textValue(code) ?? []).map((code) => ({ code }));
}

/** Undoes the second escaping that converters do by mistake: `\u00a0`, `\n` and `\"` as letters in the text itself. */
function decoded(text: string | undefined): string | undefined {
  if (text === undefined || !text.includes('\\')) return text;
  return text.replace(/\\(?:u([\da-fA-F]{4})|([nrt"'/\\]))/g, (_whole, code?: string, char?: string) => {
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    return { n: '\n', r: '\r', t: '\t' }[char ?? ''] ?? char ?? '';
  });
}

function bodyOf(text: string | undefined): readonly Block[] | undefined {
  if (text === undefined) return undefined;
  return looksLikeHtml(text) ? htmlBlocks(text) : textBlocks(text);
}
