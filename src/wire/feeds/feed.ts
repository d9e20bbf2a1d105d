import { parseFeed, parseJsonFeed } from 'feedsmith';
import type { Format } from '../format.ts';
import { isObject, type JsonObject } from '../json/json-values.ts';
import { refuseMany, refuseTags } from '../limits.ts';
import { refuse } from '../refuse.ts';
import type { Parsed } from '../wire-item.ts';
import { xmlRoot } from '../xml/xml-root.ts';
import { apartByPage } from './feed-apart.ts';
import { cleanFeed, salvageFeed } from './feed-cleaning.ts';
import { inDialect } from './feed-dialects.ts';
import { fromAtom, fromJson, fromRdf, fromRss } from './feed-items.ts';
import { tombstones } from './feed-tombstones.ts';

/** RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0. */
export const feed: Format = {
  name: 'feed',
  recognises: (file) => isFeedXml(file.text),
  read: (file) => readFeed(file.text),
};

/** JSON Feed 1.0 and 1.1, also one whose `version` is wrong. */
export const jsonFeed: Format = {
  name: 'JSON Feed',
  recognises: ({ json }) => isJsonFeed(json),
  read: ({ json }) => readJsonFeed(isObject(json) ? json : {}),
};

function isJsonFeed(json: unknown): boolean {
  if (!isObject(json) || !Array.isArray(json['items'])) return false;
  if (typeof json['version'] === 'string' && json['version'].includes('jsonfeed.org')) return true;
  const first: unknown = json['items'][0];
  return isObject(first) && ('content_html' in first || 'content_text' in first || 'date_published' in first);
}

/** Whether XML is a feed, by its root: rss, RDF, an Atom feed. */
export const isFeedXml = (text: string): boolean =>
  /^(?:[\w.-]+:)?(?:rss|rdf|feed)$/i.test(xmlRoot(withoutJunk(text)) ?? '');

/** Servers print warnings and blank pages in front of the first tag. */
function withoutJunk(text: string): string {
  const start = text.slice(0, 2000).search(/<(?:\?xml|!DOCTYPE|!--|rss|feed|rdf:RDF)[\s>?-]?/i);
  return start > 0 ? text.slice(start) : text;
}

/** RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0: an item an entry. A feed that was cut off on the way gives its whole entries. */
export function readFeed(xml: string): Parsed {
  const clean = cleanFeed(withoutJunk(xml));
  const dense = refuseTags(clean, 'feed');
  if (dense) return dense;
  try {
    return fromXml(clean);
  } catch (error) {
    const salvaged = salvageFeed(clean);
    try {
      if (salvaged !== undefined) return fromXml(salvaged);
    } catch {
      // The first error says more.
    }
    return unreadable(error, 'feed');
  }
}

/** JSON Feed 1.0 and 1.1, also one whose `version` is wrong. */
export function readJsonFeed(json: JsonObject): Parsed {
  const many = Array.isArray(json['items']) ? refuseMany(json['items'].length, 'JSON Feed') : undefined;
  if (many) return many;
  try {
    const feed = parseJsonFeed({ ...json, version: 'https://jsonfeed.org/version/1.1' });
    return { ok: true, format: 'JSON Feed', items: (feed.items ?? []).map((item) => fromJson(item, feed)) };
  } catch (error) {
    return unreadable(error, 'JSON Feed');
  }
}

function fromXml(xml: string): Parsed {
  const parsed = feedIn(xml);
  if (!parsed.ok) return parsed;
  const many = refuseMany(parsed.items.length, parsed.format);
  if (many) return many;
  const items = [...inDialect(xml, apartByPage(parsed.items)), ...tombstones(xml)];
  return { ...parsed, items };
}

function feedIn(xml: string): Parsed {
  const parsed = parseFeed(xml);
  switch (parsed.format) {
    case 'rss':
      return {
        ok: true,
        format: 'RSS 2.0',
        items: (parsed.feed.items ?? []).map((item) => fromRss(item, parsed.feed)),
      };
    case 'rdf':
      return {
        ok: true,
        format: 'RSS 1.0',
        items: (parsed.feed.items ?? []).map((item) => fromRdf(item, parsed.feed)),
      };
    case 'atom':
      return {
        ok: true,
        format: 'Atom',
        items: (parsed.feed.entries ?? []).map((entry) => fromAtom(entry, parsed.feed)),
      };
    default:
      return {
        ok: true,
        format: 'JSON Feed',
        items: (parsed.feed.items ?? []).map((item) => fromJson(item, parsed.feed)),
      };
  }
}

function unreadable(error: unknown, format: string): Parsed {
  const why = error instanceof Error ? error.message : String(error);
  return refuse(
    'unreadable',
    `The feed cannot be read (${why.slice(0, 160)}). Ask the agency for a well-formed one, and send it again.`,
    format,
  );
}
