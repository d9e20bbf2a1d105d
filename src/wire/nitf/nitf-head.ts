import type { Dateline } from '../../story/copy.ts';
import { present } from '../present.ts';
import { instantAt } from '../times/local-time.ts';
import type { WireItem } from '../wire-item.ts';
import { findDateline } from '../words/dateline.ts';
import { attribute, child, children, descendants, textOf } from '../xml/xml-path.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import type { NitfDialect } from './nitf-dialects.ts';

type Head = Pick<WireItem, 'headline' | 'byline' | 'dateline' | 'located' | 'abstract' | 'source' | 'usageTerms'> & {
  readonly rightsOwner?: string;
};

/** What stands above the story: `body.head`, and the title in `head` where there is no headline. */
export function nitfHead(nitf: XmlElement, dialect?: NitfDialect): Head {
  const head = child(child(nitf, 'body'), 'body.head');
  const hedline = child(head, 'hedline');
  const headline = lines(children(hedline, 'hl1')) ?? textOf(hedline) ?? textOf(child(child(nitf, 'head'), 'title'));
  const bylines = children(head, 'byline');
  const rights = child(head, 'rights');
  return present<Head>({
    headline: headline?.replace(dialect?.headlineMark ?? /^$/, ''),
    byline: dialect?.bylineIsSubtitle ? undefined : bylineOf(bylines),
    ...placeOf(child(head, 'dateline'), dialect),
    abstract: textOf(child(head, 'abstract')) ?? subtitleOf(nitf, headline, dialect),
    source: textOf(child(head, 'distributor')),
    usageTerms: textOf(child(rights, 'rights.limitations')) ?? (rights && ownText(rights)),
    rightsOwner: textOf(child(rights, 'rights.owner')),
  });
}

/** A second line that says something new: EFE repeats its keyword there, AP the headline. */
function subtitleOf(nitf: XmlElement, headline?: string, dialect?: NitfDialect): string | undefined {
  const head = child(child(nitf, 'body'), 'body.head');
  const second = lines(children(child(head, 'hedline'), 'hl2'));
  const subtitle = second ?? (dialect?.bylineIsSubtitle ? textOf(child(head, 'byline')) : undefined);
  const keywords = descendants(child(nitf, 'head'), 'keyword').map((keyword) => attribute(keyword, 'key'));
  return subtitle === headline || keywords.includes(subtitle) ? undefined : subtitle;
}

const lines = (elements: readonly XmlElement[]): string | undefined =>
  elements
    .map(textOf)
    .filter((text) => text !== undefined)
    .join(' ') || undefined;

/** Names without their titles (`byttl`); initials ("gr/bp") sign a story off and are no byline. */
function bylineOf(bylines: readonly XmlElement[]): string | undefined {
  const names = bylines
    .map((byline) => textOf(without(byline, 'byttl')))
    .filter((name) => name !== undefined && !/^\(?\p{Ll}{1,5}(?:[/-]\p{Ll}{1,5}){1,4}\)?$|^\p{Ll}{1,3}$/u.test(name));
  return names.join(', ') || undefined;
}

function placeOf(element: XmlElement | undefined, dialect?: NitfDialect): Pick<WireItem, 'dateline' | 'located'> {
  if (element === undefined) return {};
  const text = textOf(without(element, 'story.date'));
  const norm = attribute(child(element, 'story.date'), 'norm');
  const date = instantAt(norm, dialect?.timeZone)?.slice(0, 10);
  if (text === undefined) return {};
  const read = findDateline([text])?.dateline;
  const city = descendants(element, 'city')[0];
  const place = textOf(city) ?? read?.place ?? text;
  const dateline: Dateline = { text, place, ...(read?.date || date ? { date: read?.date ?? date ?? '' } : {}) };
  return { dateline, located: place };
}

/** An element without its children of a name. */
const without = (element: XmlElement, name: string): XmlElement => ({
  ...element,
  children: element.children.filter((node) => typeof node === 'string' || node.name !== name),
});

/** The words of an element outside its children. */
const ownText = (element: XmlElement): string | undefined =>
  textOf({ ...element, children: element.children.filter((node) => typeof node === 'string') });
