import type { Format } from '../format.ts';
import {
  isObject,
  type JsonObject,
  numberOfKey,
  objectsOfKey,
  textOfKey,
  textValue,
  valueAt,
  valuesAt,
} from '../json/json-values.ts';
import { refuseMany } from '../limits.ts';
import { isPrivate } from '../orders/private-notes.ts';
import { embargoOf, oneEmbargo, pubStatusOf, strictest } from '../orders/told-status.ts';
import { present } from '../present.ts';
import { instantOf } from '../times/dates.ts';
import type { Association, Rendition, WireItem } from '../wire-item.ts';
import { creditAmong, guidOf } from './ninjs-own.ts';
import { replacedBy } from './ninjs-replaces.ts';
import { bodyOf, firstText, headlineOf, oneLine, roleOf } from './ninjs-words.ts';

const WRAPPERS = ['items', 'item', '_items', 'hits', 'newsitems', 'results'];
const MOST_ASSOCIATIONS = 500;
const MOST_KEYS = 2000;

/** ninjs 1.x, 2.x, 3.x: an item, an array of them, or a list under `items` and the like. */
export const ninjs: Format = {
  name: 'ninjs',
  recognises: (file) => ninjsItems(file.json) !== undefined,
  read: (file) => {
    const items = ninjsItems(file.json) ?? [];
    const many = refuseMany(items.length, 'ninjs');
    if (many) return many;
    return { ok: true, format: items[0] ? versionOf(items[0]) : 'ninjs', items: items.map(readNinjs) };
  },
};

/** Whether a JSON object is a ninjs item of any version: it names itself and has at least one key that only news has. */
export function isNinjs(value: unknown): value is JsonObject {
  if (!isObject(value) || textOfKey(value, 'uri', 'guid') === undefined) return false;
  const keys = Object.keys(value).map((key) => key.toLowerCase());
  if (keys.length > MOST_KEYS) return false;
  return keys.some((key) =>
    /^(?:type|headlines?|headline_\w+|body_\w+|bodies|versioncreated|pubstatus|standard|\$standard|slugline|descriptions|description_\w+|renditions|associations|representationtype|usageterms|ednote|eventdetails|plannedcoverage|copyrightholder)$/.test(
      key,
    ),
  );
}

/** The ninjs items of a JSON value: one, an array, or a list under `items` and the like. Undefined when there are none. */
export function ninjsItems(value: unknown): readonly JsonObject[] | undefined {
  if (isNinjs(value)) return [value];
  const list = Array.isArray(value) ? value : isObject(value) ? valueAt(value, ...WRAPPERS) : undefined;
  if (!Array.isArray(list)) return undefined;
  const items = list
    .map((entry) => (isObject(entry) && isNinjs(entry['_source']) ? entry['_source'] : entry))
    .filter(isNinjs);
  return items.length > 0 ? items : undefined;
}

/** "ninjs 2.1" where the item says so, else the generation that its keys show. */
export function versionOf(item: JsonObject): string {
  const standard = valueAt(item, 'standard', '$standard');
  const said = isObject(standard)
    ? `${textOfKey(standard, 'version') ?? ''} ${textOfKey(standard, 'schema') ?? ''}`
    : String(item['$schema'] ?? '');
  const version = /(?:^|[_\s-])(\d\.\d)/.exec(said)?.[1];
  if (version) return `ninjs ${version}`;
  const keys = Object.keys(item);
  if (keys.some((key) => /^(?:versionCreated|pubStatus|edNote|firstCreated|copyrightNotice)$/.test(key)))
    return 'ninjs 3';
  return keys.some((key) => key === 'bodies' || key === 'headlines' || key === 'by') ? 'ninjs 2' : 'ninjs 1';
}

/** One ninjs item (1.x, 2.x, 3.x; https://iptc.org/standards/ninjs/) in IPTC's words. */
export function readNinjs(item: JsonObject): WireItem {
  const signals = readSignals(item);
  return present<WireItem>({
    guid: guidOf(item),
    version: textOfKey(item, 'version'),
    type: typeOf(item),
    headline: headlineOf(item),
    slugline: textOfKey(item, 'slugline', 'slug'),
    byline: oneLine(textOfKey(item, 'byline', 'by')) ?? authorsOf(item),
    located: placeOf(item),
    creditLine: oneLine(textOfKey(item, 'creditline', 'description_creditline') ?? creditAmong(item)),
    source:
      textOfKey(item, 'source') ??
      objectsOfKey(item, 'infosources', 'infosource')
        .map((source) => textOfKey(source, 'name'))
        .find((name) => name),
    language: textOfKey(item, 'language'),
    urgency: numberOfKey(item, 'urgency'),
    pubStatus: strictest(valuesAt(item, 'pubstatus').map(pubStatusOf)),
    embargoedUntil: oneEmbargo(valuesAt(item, 'embargoeduntil', 'embargoed', 'embargo').map(embargoOf)),
    firstCreated: instantOf(textOfKey(item, 'firstcreated')),
    versionCreated: instantOf(textOfKey(item, 'versioncreated')),
    ...notesOf(item),
    usageTerms: textOfKey(item, 'usageterms'),
    copyrightNotice: textOfKey(item, 'copyrightnotice'),
    copyrightHolder: textOfKey(item, 'copyrightholder'),
    abstract: oneLine(
      firstText(item, {
        plain: 'description',
        list: 'descriptions',
        preferred: ['summary', 'text', 'main', 'caption', ''],
      }),
    ),
    keywords: keywordsOf(item),
    subjects: objectsOfKey(item, 'subject', 'subjects').map(readSubject),
    category: objectsOfKey(item, 'service', 'services')
      .map((service) => textOfKey(service, 'name', 'code'))
      .find((name) => name),
    wordCount: numberOfKey(item, 'wordcount'),
    signals,
    replaces: replacedBy(item),
    link: linkOf(item),
    associations: objectsOfKey(item, 'associations').slice(0, MOST_ASSOCIATIONS).map(readAssociation),
    renditions: renditionsOf(item),
    body: bodyOf(item),
  });
}

function authorsOf(item: JsonObject): string | undefined {
  const names = objectsOfKey(item, 'authors')
    .filter((author) => !/photo|camera/.test(roleOf(author)))
    .map((author) => textOfKey(author, 'name'));
  return names.filter((name) => name !== undefined).join(', ') || undefined;
}

/** A note that says itself that it is not for publication is kept apart from those that readers may be told. */
function notesOf(item: JsonObject): Pick<WireItem, 'edNote' | 'privateNote'> {
  const note = oneLine(textOfKey(item, 'ednote'));
  if (note === undefined) return {};
  return isPrivate(note) ? { privateNote: note } : { edNote: note };
}

/** ninjs' own list of types, also where a publisher's system calls them by other names. */
function typeOf(item: JsonObject): string | undefined {
  const type = textOfKey(item, 'type');
  return type === undefined ? undefined : (otherTypes.get(type.toLowerCase()) ?? type);
}
const otherTypes = new Map([
  ['story', 'text'],
  ['article', 'text'],
  ['image', 'picture'],
  ['photo', 'picture'],
]);

function placeOf(item: JsonObject): string | undefined {
  const located = valueAt(item, 'located');
  return isObject(located) ? textOfKey(located, 'name', 'literal', 'city') : textValue(located);
}

export function keywordsOf(item: JsonObject): string[] {
  const value = valueAt(item, 'keywords', 'keyword');
  const list = Array.isArray(value) ? value : typeof value === 'string' ? value.split(/[,;+]/) : [];
  return list
    .map((entry) => (isObject(entry) ? textOfKey(entry, 'name', 'value') : textValue(entry)))
    .filter((entry) => entry !== undefined);
}

function readSubject(subject: JsonObject) {
  return present<{ code?: string; name?: string; scheme?: string }>({
    code: textOfKey(subject, 'code') ?? textOfKey(subject, 'literal') ?? textOfKey(subject, 'uri', 'qcode'),
    name: textOfKey(subject, 'name'),
    scheme: textOfKey(subject, 'scheme'),
  });
}

/** `sig:update`, superdesk's and dpa's signals, as their last word. */
function readSignals(item: JsonObject): string[] {
  const value = valueAt(item, 'signals', 'signal');
  const list = Array.isArray(value) ? value : value === undefined ? [] : [value];
  const words = list.map((entry) =>
    isObject(entry) ? textOfKey(entry, 'code', 'literal', 'name', 'uri', 'qcode') : textValue(entry),
  );
  const signals = words.filter((word) => word !== undefined).map((word) => word.toLowerCase().replace(/^.*[:/]/, ''));
  const corrected = objectsOfKey(item, 'corrections').length > 0 || (numberOfKey(item, 'correction_sequence') ?? 0) > 0;
  return [...new Set(corrected ? [...signals, 'correction'] : signals)];
}

export function linkOf(item: JsonObject): string | undefined {
  const link = textOfKey(item, 'link', 'url', 'canonicalurl');
  return link !== undefined && /^https?:\/\//i.test(link) && URL.canParse(link) ? link : undefined;
}

export const renditionsOf = (item: JsonObject): Rendition[] =>
  objectsOfKey(item, 'renditions').map((rendition) =>
    present<Rendition>({
      name: textOfKey(rendition, 'name', 'rendition', 'role'),
      href: textOfKey(rendition, 'href', 'url'),
      mimeType: textOfKey(rendition, 'mimetype', 'contenttype'),
    }),
  );

function readAssociation(association: JsonObject): Association {
  return present<Association>({
    guid: textOfKey(association, 'uri') ?? textOfKey(association, 'guid', 'id'),
    type: typeOf(association),
    headline: headlineOf(association),
    caption: oneLine(
      firstText(association, { plain: 'description', list: 'descriptions', preferred: ['caption', 'text', 'main'] }),
    ),
    creditLine: oneLine(textOfKey(association, 'creditline', 'description_creditline')),
    renditions: renditionsOf(association),
  });
}
