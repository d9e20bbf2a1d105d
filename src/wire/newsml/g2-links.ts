import { present } from '../present.ts';
import type { Association, Rendition, WireItem } from '../wire-item.ts';
import { attribute, child, children, descendants } from '../xml/xml-path.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import { lineIn, wordOf } from './g2-codes.ts';
import { hrefOf } from './g2-page.ts';

const MOST = 500;
const MOST_RENDITIONS = 60;
const former =
  /^(?:evolvedfrom|prevversion|previousversion|replaces|supersedes|updateof|correctionof|translationupdate)$/;

/** What belongs to an item: its pictures and other items by `link`, by `itemRef` in a package, and its own files. */
export function linksOf(
  item: XmlElement,
  type: string | undefined,
): Pick<WireItem, 'associations' | 'renditions' | 'replaces'> {
  const links = children(child(item, 'itemMeta'), 'link').slice(0, MOST);
  const refs = descendants(child(item, 'groupSet'), 'itemRef').slice(0, MOST);
  const files = renditionsIn(children(item, 'contentSet'));
  const isMedia = type !== undefined && type !== 'text' && type !== 'composite';
  const guid = attribute(item, 'guid');
  const own = isMedia || files.length === 0 ? [] : [{ type: mediaOf(files[0]?.mimeType), renditions: files }];
  return present<Pick<WireItem, 'associations' | 'renditions' | 'replaces'>>({
    associations: [
      ...refs.map(refAssociation),
      ...links.filter(belongs).map(linkAssociation),
      ...own.map(present<Association>),
    ],
    renditions: isMedia ? files : undefined,
    replaces: [...new Set(links.flatMap((link) => replacedBy(link, guid)))],
  });
}

/** The type of an item: the last part of its class ("text", "picture", "composite"). */
export const typeOf = (holder: XmlElement | undefined): string | undefined => {
  const itemClass = child(holder, 'itemClass');
  const word = wordOf(attribute(itemClass, 'qcode') ?? attribute(itemClass, 'uri'));
  return word === '' ? undefined : word.replace(/^graphics$/, 'graphic');
};

/** A link to another item or to a file; one to a page of the web ("see also") is no part of the story. */
function belongs(link: XmlElement): boolean {
  const rel = wordOf(attribute(link, 'rel') ?? attribute(link, 'reluri'));
  if (former.test(rel) || /^(?:derivedfrom|processedfrom|istranslationof|hastranslation)$/.test(rel)) return false;
  if (attribute(link, 'residref') !== undefined) return true;
  return (
    child(link, 'itemClass') !== undefined || /^(?:image|video|audio)\//.test(attribute(link, 'contenttype') ?? '')
  );
}

function linkAssociation(link: XmlElement): Association {
  const href = hrefOf(link);
  const mimeType = attribute(link, 'contenttype');
  const inside = renditionsIn([link]);
  const own =
    href === undefined ? [] : [present<Rendition>({ href, mimeType: mimeType?.includes('/') ? mimeType : undefined })];
  return present<Association>({
    guid: attribute(link, 'residref'),
    type: typeOf(link) ?? mediaOf(mimeType),
    headline: lineIn(link, 'headline') ?? lineIn(link, 'title'),
    renditions: inside.length > 0 ? inside : own,
  });
}

const refAssociation = (ref: XmlElement): Association =>
  present<Association>({
    guid: attribute(ref, 'residref'),
    type: typeOf(ref),
    headline: lineIn(ref, 'headline') ?? lineIn(ref, 'title'),
    renditions: hrefOf(ref) === undefined ? undefined : [present<Rendition>({ href: hrefOf(ref) })],
  });

function renditionsIn(holders: readonly XmlElement[]): Rendition[] {
  return holders
    .flatMap((holder) => children(holder, 'remoteContent'))
    .slice(0, MOST_RENDITIONS)
    .map((content) =>
      present<Rendition>({
        name: attribute(content, 'rendition')?.replace(/^[\w.-]{1,40}:/, ''),
        href: hrefOf(content) ?? attribute(content, 'residref'),
        mimeType: attribute(content, 'contenttype'),
      }),
    );
}

const mediaOf = (mimeType: string | undefined): string | undefined => {
  const kind = /^(image|video|audio)\//.exec(mimeType ?? '')?.[1];
  return kind === 'image' ? 'picture' : kind;
};

/**
 * The item that this one follows under a new guid. STT links to its previous version without a relation, by a guid that ends
 * in the same number.
 */
function replacedBy(link: XmlElement, guid: string | undefined): string[] {
  const other = attribute(link, 'residref') ?? attribute(link, 'guidref');
  const rel = wordOf(attribute(link, 'rel') ?? attribute(link, 'reluri'));
  if (other === undefined || other === guid) return [];
  const sameStory = rel === '' && attribute(link, 'guidref') !== undefined && lastPart(other) === lastPart(guid);
  return former.test(rel) || sameStory ? [other] : [];
}

const lastPart = (guid: string | undefined): string | undefined => guid?.slice(guid.lastIndexOf(':') + 1);
