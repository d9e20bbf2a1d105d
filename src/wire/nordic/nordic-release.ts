import { htmlBlocks } from '../blocks/html-blocks.ts';
import type { Format } from '../format.ts';
import { oneLine } from '../ninjs/ninjs-words.ts';
import { brokenOff } from '../orders/broken-off.ts';
import { present } from '../present.ts';
import { refuse } from '../refuse.ts';
import { instantAt } from '../times/local-time.ts';
import type { Association, Rendition, WireItem } from '../wire-item.ts';
import { attribute, child, children, textOf } from '../xml/xml-path.ts';
import { xmlRoot } from '../xml/xml-root.ts';
import { readXml, type XmlElement } from '../xml/xml-tree.ts';

const FORMAT = 'press release XML';
const MOST_IMAGES = 100;

/** Press releases as the Nordic agencies' services hand them on (NTB, STT, Via Ritzau, Via TT): a `release` with a `publisher`. */
export const nordicRelease: Format = {
  name: FORMAT,
  recognises: ({ text }) => xmlRoot(text) === 'release' && /<publisher[\s>]/.test(text) && /<title[\s>]/.test(text),
  read({ text }) {
    const { root, cutOff } = readXml(text);
    if (root === undefined) return refuse('unreadable', 'This press release cannot be read. Send it again.', FORMAT);
    const item = readRelease(root);
    return { ok: true, format: FORMAT, items: [cutOff ? brokenOff(item) : item] };
  },
};

function readRelease(root: XmlElement): WireItem {
  const text = (name: string): string | undefined => textOf(child(root, name));
  const publisher = child(root, 'publisher');
  const link = text('longurl');
  const zone = zoneOf(link, attribute(root, 'lang'));
  const id = attribute(root, 'id');
  const publisherId = attribute(publisher, 'id');
  return present<WireItem>({
    guid: id === undefined ? undefined : ['release', ...(publisherId === undefined ? [] : [publisherId]), id].join('-'),
    type: 'text',
    headline: oneLine(text('title')),
    creditLine: textOf(child(publisher, 'name')),
    source: textOf(child(publisher, 'name')),
    language: attribute(root, 'lang'),
    embargoedUntil: embargoOf(text('embargo'), zone),
    firstCreated: instantAt(localTime(text('publicationDate')), zone),
    versionCreated: instantAt(localTime(text('publicationDate')), zone),
    privateNote: text('contactsAsText'),
    abstract: oneLine(text('leadtext')),
    keywords: (text('keywords') ?? '').split(/[,;]/).flatMap((word) => word.trim() || []),
    category: textOf(child(child(root, 'type'), 'label')),
    link: link !== undefined && /^https?:\/\//i.test(link) && URL.canParse(link) ? link : undefined,
    associations: children(child(root, 'images'), 'image').slice(0, MOST_IMAGES).map(readImage),
    body: htmlBlocks(text('body') ?? ''),
  });
}

// By the service's country, then by the language of the release. An hour too late is safe; too early is not.
const zones: Readonly<Record<string, string>> = {
  no: 'Europe/Oslo',
  nb: 'Europe/Oslo',
  nn: 'Europe/Oslo',
  da: 'Europe/Copenhagen',
  dk: 'Europe/Copenhagen',
  sv: 'Europe/Stockholm',
  se: 'Europe/Stockholm',
  fi: 'Europe/Helsinki',
};

function zoneOf(link: string | undefined, language: string | undefined): string | undefined {
  const country = link !== undefined && URL.canParse(link) ? new URL(link).hostname.split('.').at(-1) : undefined;
  const found = [country, language?.toLowerCase()].find((key) => key !== undefined && Object.hasOwn(zones, key));
  return found === undefined ? undefined : zones[found];
}

/** "28.09.2018 11:15" as an ISO 8601 wall clock; other words as they are. */
const localTime = (words: string | undefined): string | undefined =>
  words?.replace(
    /^(\d{1,2})\.(\d{1,2})\.(\d{4})\s(\d{1,2})[:.](\d{2})$/,
    (_whole, day, month, year, hour, minute) =>
      `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')} ${String(hour).padStart(2, '0')}:${minute}`,
  );

/** Without the service's clock the words stay, and hold the release. */
const embargoOf = (words: string | undefined, zone: string | undefined): string | undefined =>
  words === undefined || zone === undefined ? words : (instantAt(localTime(words), zone) ?? words);

function readImage(image: XmlElement): Association {
  const sizes = [
    ['original', 'url'],
    ['medium', 'mediumimageurl'],
    ['small', 'smallimageurl'],
  ] as const;
  const renditions = sizes.flatMap(([name, element]) => {
    const href = textOf(child(image, element));
    return href === undefined ? [] : [{ name, href } satisfies Rendition];
  });
  const id = attribute(image, 'id');
  const caption = textOf(child(image, 'caption'));
  return present<Association>({ guid: id, type: 'picture', headline: caption, caption, renditions });
}
