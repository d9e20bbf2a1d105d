import type { AtomFeed, DcNs, JsonFeed, RdfFeed, RssFeed } from 'feedsmith';
import type { Block } from '../../story/copy.ts';
import { htmlBlocks, htmlText, looksLikeHtml } from '../blocks/html-blocks.ts';
import { textBlocks } from '../blocks/text-blocks.ts';
import { present } from '../present.ts';
import { instantOf } from '../times/dates.ts';
import type { WireItem } from '../wire-item.ts';
import { absolute, feedMedia } from './feed-media.ts';

type RssItem = RssFeed.Item<string>;
type AtomEntry = AtomFeed.Entry<string>;
type RdfItem = RdfFeed.Item<string>;
type JsonItem = JsonFeed.Item<string>;

/** An item of RSS 0.9x or 2.0. */
export function fromRss(item: RssItem, feed: RssFeed.Feed<string>): WireItem {
  const atom = item.atom;
  const base = feed.link;
  const permaLink =
    item.guid?.isPermaLink === false || item.guid?.value === undefined || !/^https?:/i.test(item.guid.value)
      ? undefined
      : item.guid.value;
  const content = item.content?.encoded ?? atom?.content?.value;
  return present<WireItem>({
    ...fromDublinCore(item.dc),
    guid: item.guid?.value ?? atom?.id,
    type: 'text',
    headline: line(item.title ?? item.dc?.titles?.[0] ?? item.media?.title?.value),
    byline: names(item.authors) ?? names(atom?.authors) ?? creators(item.dc),
    source: line(item.source?.title),
    language: item.dc?.languages?.[0] ?? feed.language,
    firstCreated: instantOf(item.pubDate ?? atom?.published ?? item.dc?.dates?.[0]),
    versionCreated: instantOf(atom?.updated ?? item.dcterms?.modified?.[0] ?? item.pubDate ?? item.dc?.dates?.[0]),
    abstract: content === undefined ? undefined : line(item.description),
    subjects: (item.categories ?? []).map(({ name, domain }) => subject(name, domain)),
    link: absolute(item.link ?? permaLink, base),
    associations: feedMedia(item.media, item.enclosures ?? [], base),
    body: blocks(content ?? item.description ?? item.media?.description?.value),
  });
}

/** An item of RSS 0.9 or 1.0 in RDF. */
export function fromRdf(item: RdfItem, feed: RdfFeed.Feed<string>): WireItem {
  const content = item.content?.encoded;
  return present<WireItem>({
    ...fromDublinCore(item.dc),
    guid: item.rdf?.about,
    type: 'text',
    headline: line(item.title ?? item.dc?.titles?.[0]),
    byline: creators(item.dc),
    language: item.dc?.languages?.[0],
    firstCreated: instantOf(item.dc?.dates?.[0]),
    versionCreated: instantOf(item.dcterms?.modified?.[0] ?? item.dc?.dates?.[0]),
    abstract: content === undefined ? undefined : line(item.description ?? item.dc?.descriptions?.[0]),
    subjects: (item.dc?.subjects ?? []).map((name) => subject(name)),
    link: absolute(item.link, feed.link),
    associations: feedMedia(item.media, [], feed.link),
    body: blocks(content ?? item.description ?? item.dc?.descriptions?.[0]),
  });
}

/** An entry of Atom 0.3 or 1.0. */
export function fromAtom(entry: AtomEntry, feed: AtomFeed.Feed<string>): WireItem {
  const content = entry.content?.value;
  const links = entry.links ?? [];
  const base = resolved(entry.xml?.base, resolved(feed.xml?.base, homeOf(feed)));
  return present<WireItem>({
    ...fromDublinCore(entry.dc),
    guid: entry.id,
    type: 'text',
    headline: line(entry.title?.value ?? entry.dc?.titles?.[0] ?? entry.media?.title?.value),
    byline: names(entry.authors) ?? names(entry.source?.authors) ?? creators(entry.dc) ?? names(feed.authors),
    source: line(entry.source?.title?.value),
    language: entry.content?.xml?.lang ?? entry.xml?.lang ?? feed.xml?.lang,
    firstCreated: instantOf(entry.published ?? entry.dc?.dates?.[0] ?? entry.updated),
    versionCreated: instantOf(entry.updated ?? entry.published ?? entry.dc?.dates?.[0]),
    abstract: content === undefined ? undefined : line(entry.summary?.value),
    copyrightNotice: line(entry.rights?.value ?? entry.dc?.rights?.[0]),
    subjects: (entry.categories ?? []).map(({ term, label, scheme }) =>
      present<{ code?: string; name?: string; scheme?: string }>({
        code: label && term,
        name: line(label ?? term),
        scheme,
      }),
    ),
    link: absolute(
      (
        links.find(({ rel, type }) => (rel ?? 'alternate') === 'alternate' && /html|^$/.test(type ?? '')) ??
        links.find(({ rel }) => (rel ?? 'alternate') === 'alternate')
      )?.href,
      base,
    ),
    associations: feedMedia(
      entry.media,
      links
        .filter(({ rel }) => rel === 'enclosure')
        .map(({ href, type }) => ({ ...(href ? { url: href } : {}), ...(type ? { type } : {}) })),
      base,
    ),
    body:
      entry.content?.type === 'text' && content
        ? textBlocks(content)
        : blocks(content ?? entry.summary?.value ?? entry.media?.description?.value),
  });
}

/** An item of JSON Feed. */
export function fromJson(item: JsonItem, feed: JsonFeed.Feed<string>): WireItem {
  const html = item.content_html;
  return present<WireItem>({
    guid: item.id,
    type: 'text',
    headline: line(item.title),
    byline: names(item.authors) ?? names(feed.authors),
    language: item.language ?? feed.language,
    firstCreated: instantOf(item.date_published),
    versionCreated: instantOf(item.date_modified ?? item.date_published),
    abstract: line(item.summary),
    keywords: item.tags ?? [],
    link: absolute(item.url, feed.home_page_url),
    associations: feedMedia(
      undefined,
      [
        ...(item.attachments ?? []).map(({ url, mime_type }) => ({
          ...(url ? { url } : {}),
          ...(mime_type ? { type: mime_type } : {}),
        })),
        ...(item.image ? [{ url: item.image, type: 'image' }] : []),
      ],
      feed.home_page_url,
    ),
    body: html ? htmlBlocks(html) : item.content_text ? textBlocks(item.content_text) : blocks(item.summary),
  });
}

const fromDublinCore = (dc: DcNs.ItemOrFeed<string> | undefined): WireItem =>
  present<WireItem>({ copyrightNotice: line(dc?.rights?.[0]) });
const creators = (dc: DcNs.ItemOrFeed<string> | undefined) => names(dc?.creators?.map((name) => ({ name })));
const line = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : htmlText(text) || undefined;
const subject = (name: string | undefined, scheme?: string) =>
  present<{ name?: string; scheme?: string }>({ name: line(name), scheme });

/** Descriptions are HTML by custom, and plain text with line feeds by mistake. */
function blocks(text: string | undefined): Block[] | undefined {
  if (text === undefined) return undefined;
  return looksLikeHtml(text) || !/\n\s*\n/.test(text) ? htmlBlocks(text) : textBlocks(text);
}

function names(people: readonly { name?: string; email?: string }[] | undefined): string | undefined {
  const list = (people ?? []).map((person) => line(person.name)).filter((name) => name !== undefined);
  return list.length > 0 ? list.join(', ') : undefined;
}

/** The feed's own page: what its relative links are relative to where it gives no base. */
const homeOf = (feed: AtomFeed.Feed<string>): string | undefined =>
  feed.links?.find(({ rel }) => (rel ?? 'alternate') === 'alternate')?.href ??
  feed.links?.find(({ rel }) => rel === 'self')?.href;

const resolved = (base: string | undefined, around: string | undefined): string | undefined =>
  base === undefined ? around : (absolute(base, around) ?? around);
