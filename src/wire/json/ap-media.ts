import type { PubStatus } from '../../story/copy.ts';
import type { Format } from '../format.ts';
import { keywordsOf, renditionsOf } from '../ninjs/ninjs.ts';
import { oneLine } from '../ninjs/ninjs-words.ts';
import { noteSignals } from '../orders/note-signals.ts';
import { isPrivate } from '../orders/private-notes.ts';
import { EMBARGOED, embargoOf, oneEmbargo, pubStatusOf, strictest } from '../orders/told-status.ts';
import { present } from '../present.ts';
import { instantOf } from '../times/dates.ts';
import type { Association, WireItem } from '../wire-item.ts';
import { type ApEntry, apBody, apBodyAddress, apEntries } from './ap-entries.ts';
import {
  isObject,
  type JsonObject,
  numberOfKey,
  objectsOfKey,
  textOfKey,
  textValue,
  valueAt,
  valuesAt,
} from './json-values.ts';

const MOST_ASSOCIATIONS = 500;

// What AP's editorialtypes say about publication (AP Media API, content metadata fields). Each is looked up in lower case.
// @NOTE pubstatus alone does not tell: AP sends a kill as a new version whose editorialtypes say so.
const statusOfType: Readonly<Record<string, PubStatus>> = {
  kill: 'canceled',
  elimination: 'canceled',
  withhold: 'withheld',
  disregard: 'withheld',
};
const signalOfType: Readonly<Record<string, string>> = {
  corrective: 'correction',
  correction: 'correction',
  clarification: 'correction',
  writethru: 'update',
  lead: 'update',
  add: 'update',
  takes: 'update',
  update: 'update',
  advisory: 'advisory',
};

/** AP Media API JSON: one item (`data.item`), a feed (`data.items[].item`), or the item alone. */
export const apMedia: Format = {
  name: 'AP Media API JSON',
  recognises: ({ json }) => apEntries(json) !== undefined,
  read: ({ json }) => ({ ok: true, format: 'AP Media API JSON', items: (apEntries(json) ?? []).map(readItem) }),
};

function readItem(entry: ApEntry): WireItem {
  const { item } = entry;
  const altids = isObject(item['altids']) ? item['altids'] : {};
  const types = valuesAt(item, 'editorialtypes')
    .flat()
    .map((type) => (textValue(type) ?? '').toLowerCase().replace(/[\s_-]/g, ''));
  const notes = valuesAt(item, 'ednote')
    .map((note) => oneLine(textValue(note)))
    .filter((note) => note !== undefined);
  const slugline = textOfKey(item, 'slugline');
  return present<WireItem>({
    guid: textOfKey(altids, 'itemid') ?? textOfKey(altids, 'friendlykey', 'etag'),
    version: textOfKey(item, 'version'),
    type: textOfKey(item, 'type'),
    headline: oneLine(textOfKey(item, 'headline', 'title')),
    slugline,
    takeKey: /,\s*([^,]*(?:\d(?:st|nd|rd|th) (?:ld|lead|add)|writethru|take)[^,]*)$/i.exec(slugline ?? '')?.[1],
    byline: bylineOf(item),
    located: textOfKey(item, 'located') ?? placeOf(item),
    creditLine: oneLine(textOfKey(item, 'description_creditline', 'creditline')),
    source: textOfKey(item, 'provider') ?? objectsOfKey(item, 'infosource').map((each) => textOfKey(each, 'name'))[0],
    language: textOfKey(item, 'language'),
    urgency: numberOfKey(item, 'urgency'),
    pubStatus: strictest([...valuesAt(item, 'pubstatus').map(statusOf), ...types.map(statusOfTypes)]),
    embargoedUntil: embargoIn(item, types),
    firstCreated: instantOf(textOfKey(item, 'firstcreated')),
    versionCreated: instantOf(textOfKey(item, 'versioncreated')),
    edNote: notes.filter((note) => !isPrivate(note)).join('\n') || undefined,
    privateNote: notes.filter(isPrivate).join('\n') || undefined,
    usageTerms: [valueAt(item, 'usageterms')].flat().map(textValue).filter(Boolean).join('\n') || undefined,
    copyrightNotice: textOfKey(item, 'copyrightnotice'),
    abstract: oneLine(
      textOfKey(item, 'description_summary') ?? textOfKey(item, 'headline_extended', 'description_caption'),
    ),
    keywords: keywordsOf(item),
    subjects: objectsOfKey(item, 'subject')
      .filter((subject) => !isCategory(subject))
      .map(readSubject),
    category: categoryOf(item),
    wordCount: objectsOfKey(item, 'renditions').map((each) => numberOfKey(each, 'words'))[0],
    signals: signalsOf(item, types, notes),
    link: canonicalOf(item),
    associations: objectsOfKey(item, 'associations').slice(0, MOST_ASSOCIATIONS).map(readAssociation),
    renditions: renditionsOf(item),
    body: apBody(entry),
    problem:
      apBodyAddress(entry) &&
      'The words of this story are in a file of their own, which did not come with it. A source of the kind http fetches it from its own server; else ask AP for the whole story.',
  });
}

const isHeldForRelease = (type: string): boolean => type === 'holdforrelease' || type === 'embargo';
const statusOf = (value: unknown): PubStatus | undefined =>
  textValue(value)?.toLowerCase() === 'embargoed' ? 'usable' : pubStatusOf(value);
const statusOfTypes = (type: string): PubStatus | undefined =>
  Object.hasOwn(statusOfType, type) ? statusOfType[type] : undefined;

/** A status "embargoed" or the type "HoldForRelease" without a time embargoes until nobody knows when. */
function embargoIn(item: JsonObject, types: readonly string[]): string | undefined {
  const told = oneEmbargo(valuesAt(item, 'embargoed', 'embargo').map(embargoOf));
  const waits =
    types.some(isHeldForRelease) ||
    valuesAt(item, 'pubstatus').some((status) => textValue(status)?.toLowerCase() === 'embargoed');
  return told ?? (waits ? EMBARGOED : undefined);
}

function signalsOf(item: JsonObject, types: readonly string[], notes: readonly string[]): string[] {
  const own = valuesAt(item, 'signals')
    .flat()
    .map((signal) => textValue(signal)?.toLowerCase());
  const ofTypes = types.map((type) => (Object.hasOwn(signalOfType, type) ? signalOfType[type] : undefined));
  const said = [...own, ...ofTypes, ...notes.flatMap(noteSignals)].filter(
    (signal) => signal !== undefined && signal !== 'newscontent',
  );
  return [...new Set(said)] as string[];
}

function bylineOf(item: JsonObject): string | undefined {
  const names = objectsOfKey(item, 'bylines').map((byline) => oneLine(textOfKey(byline, 'by', 'name')));
  return names.filter((name) => name !== undefined).join(', ') || oneLine(textOfKey(item, 'byline', 'bylines'));
}

function placeOf(item: JsonObject): string | undefined {
  const place = valueAt(item, 'datelinelocation');
  return isObject(place) ? textOfKey(place, 'city', 'countryareaname', 'countryname') : undefined;
}

const isCategory = (subject: JsonObject): boolean =>
  [valueAt(subject, 'rels')].flat().some((rel) => rel === 'category' || rel === 'suppcategory');

const categoryOf = (item: JsonObject): string | undefined =>
  objectsOfKey(item, 'subject')
    .filter((subject) => [valueAt(subject, 'rels')].flat().includes('category'))
    .map((subject) => textOfKey(subject, 'name') ?? textOfKey(subject, 'code'))[0];

const readSubject = (subject: JsonObject) =>
  present<{ code?: string; name?: string; scheme?: string }>({
    code: textOfKey(subject, 'code'),
    name: textOfKey(subject, 'name'),
    scheme: textOfKey(subject, 'scheme'),
  });

function readAssociation(association: JsonObject): Association {
  const altids = isObject(association['altids']) ? association['altids'] : {};
  return present<Association>({
    guid: textOfKey(altids, 'itemid') ?? textOfKey(association, 'uri'),
    type: textOfKey(association, 'type'),
    headline: oneLine(textOfKey(association, 'headline', 'title')),
    caption: oneLine(textOfKey(association, 'description_caption')),
    creditLine: oneLine(textOfKey(association, 'description_creditline')),
    renditions: renditionsOf(association),
  });
}

const canonicalOf = (item: JsonObject): string | undefined =>
  objectsOfKey(item, 'links')
    .filter((link) => textOfKey(link, 'rel') === 'canonical')
    .map((link) => textOfKey(link, 'href'))
    .find((href) => href !== undefined && /^https?:\/\//i.test(href) && URL.canParse(href));
