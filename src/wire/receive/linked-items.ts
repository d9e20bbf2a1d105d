import { decode } from '../decode.ts';
import { isObject } from '../json/json-values.ts';
import { readJson } from '../json/read-json.ts';
import { attribute, children, descendants, textOf } from '../xml/xml-path.ts';
import { readXml, type XmlElement } from '../xml/xml-tree.ts';
import { markOf } from './remembered-set.ts';

/** A document that a list links to. The mark changes when the list says anything else about it, such as a new time. */
export type LinkedItem = { readonly url: URL; readonly mark: string };

// Atom and RSS; NewsML-G2's and NewsML 1.2's references to items.
const ENTRIES = ['entry', 'item', 'itemRef', 'NewsItemRef'];

// What is a list also when nothing is in it just now.
const LISTS: ReadonlySet<string> = new Set(['feed', 'rss', 'RDF', 'NewsML', 'newsMessage', 'packageItem']);

/**
 * The documents that a list links to, the last of the list first, for lists begin with the newest: a feed, an index of
 * NewsML, or JSON with an array of objects that have a `url`, `href` or `link`. Each once, with what it says about it.
 * Undefined when the bytes are no list.
 */
export function linkedItems(bytes: Uint8Array, base: URL): LinkedItem[] | undefined {
  const { text } = decode(bytes);
  const json = readJson(text);
  const found = json === undefined ? linksOfXml(readXml(text).root) : linksOfJson(json);
  if (!found) return undefined;
  const items = new Map<string, LinkedItem>();
  for (const { link, about } of found) {
    const url = URL.parse(link, base);
    if (!url || !/^https?:$/.test(url.protocol)) continue;
    url.hash = '';
    if (!items.has(url.href)) items.set(url.href, { url, mark: markOf(url.href, about) });
  }
  return [...items.values()].reverse();
}

type Link = { readonly link: string; readonly about: string };

function linksOfXml(root: XmlElement | undefined): Link[] | undefined {
  const links = ENTRIES.flatMap((name) => descendants(root, name)).flatMap((entry) => {
    const link = attribute(entry, 'href') ?? attribute(entry, 'NewsItem') ?? linkInside(entry);
    return link === undefined ? [] : [{ link, about: JSON.stringify(entry) }];
  });
  return links.length > 0 || LISTS.has(root?.name ?? '') ? links : undefined;
}

/** The link to the document itself: one to XML or JSON before one to a page. */
function linkInside(entry: XmlElement): string | undefined {
  const links = [...children(entry, 'link'), ...children(entry, 'enclosure')].filter(
    (link) => !/^(?:self|edit|via|related|replies)$/.test(attribute(link, 'rel') ?? ''),
  );
  const best = links.find((link) => /xml|json/.test(attribute(link, 'type') ?? '')) ?? links[0];
  return best && (attribute(best, 'href') ?? attribute(best, 'url') ?? textOf(best));
}

function linksOfJson(json: unknown): Link[] | undefined {
  const list = Array.isArray(json) ? json : isObject(json) ? Object.values(json).find(Array.isArray) : undefined;
  return list?.filter(isObject).flatMap((entry: Readonly<Record<string, unknown>>) => {
    const link = [entry['url'], entry['href'], entry['link']].find((value) => typeof value === 'string');
    return typeof link === 'string' ? [{ link, about: JSON.stringify(entry) }] : [];
  });
}
