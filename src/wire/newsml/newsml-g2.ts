import { entryOf } from '../entry-of.ts';
import type { Format } from '../format.ts';
import { refuseMany } from '../limits.ts';
import { brokenOff } from '../orders/broken-off.ts';
import { refuse } from '../refuse.ts';
import type { Association, Parsed, WireItem } from '../wire-item.ts';
import { child, children } from '../xml/xml-path.ts';
import { xmlRoot } from '../xml/xml-root.ts';
import { readXml, type XmlElement } from '../xml/xml-tree.ts';
import { schemesOf } from './g2-codes.ts';
import { readG2Item } from './g2-item.ts';

const roots = /^(?:[\w.-]{1,40}:)?(?:news(?:Item|Message)|(?:package|knowledge|planning|concept|catalog)Item)$/;
/** Items that are no copy, in words for the person who sent them. */
const noCopy: Readonly<Record<string, string>> = {
  conceptItem: 'a concept (a person, a place, a topic)',
  knowledgeItem: 'a list of concepts',
  planningItem: 'a plan of coverage',
  catalogItem: 'a catalog of schemes',
};

/** NewsML-G2, any version and prefix: newsItem, packageItem, and newsMessage with any number of both. */
export const newsmlG2: Format = {
  name: 'NewsML-G2',
  recognises: ({ text }) => roots.test(xmlRoot(text) ?? ''),
  read: ({ text }) => readNewsmlG2(text),
};

function readNewsmlG2(text: string): Parsed {
  const { root, problem, cutOff } = readXml(text);
  if (root === undefined)
    return refuse(
      'unreadable',
      `This NewsML-G2 cannot be read (${problem ?? 'no element'}). Send the file again.`,
      'NewsML-G2',
    );
  const elements = root.name === 'newsMessage' ? children(root, 'itemSet').flatMap((set) => children(set)) : [root];
  const news = elements.filter(({ name }) => name === 'newsItem' || name === 'packageItem');
  const format = `NewsML-G2${versionOf(news[0] ?? elements[0])}`;
  const many = refuseMany(news.length, format);
  if (many) return many;
  const other = elements.map(({ name }) => entryOf(noCopy, name)).find((what) => what !== undefined);
  if (news.length === 0 && other !== undefined)
    return refuse(
      'not-copy',
      `This NewsML-G2 holds ${other} and no story. Send newsItem, packageItem or newsMessage.`,
      format,
    );
  const header = child(root, 'header');
  const items = news.flatMap((element, index) => {
    // What a file broke off in is never whole: it waits for a person, or for the file to come again.
    const broken = cutOff === true && index === news.length - 1;
    return read(element, { header, broken });
  });
  return { ok: true, format, items: withPictures(items) };
}

function read(
  element: XmlElement,
  { header, broken }: { header: XmlElement | undefined; broken: boolean },
): WireItem[] {
  const item = readG2Item(element, schemesOf(header, element));
  if (item.guid === undefined && item.headline === undefined && item.body === undefined) return [];
  return [broken ? brokenOff(item) : item];
}

const versionOf = (element: XmlElement | undefined): string => {
  const version = element?.attributes['standardversion'];
  return version !== undefined && /^[\d.]{1,8}$/.test(version) ? ` ${version}` : '';
};

const isMedia = ({ type }: WireItem): boolean =>
  type === 'picture' || type === 'graphic' || type === 'video' || type === 'audio';

/**
 * Stories with the pictures of their message: a link to one gets its headline and files, and in a message with one story all
 * pictures belong to it.
 */
function withPictures(items: readonly WireItem[]): readonly WireItem[] {
  const media = new Map(items.filter(isMedia).map((item) => [item.guid, item]));
  if (media.size === 0) return items;
  const alone = items.filter((item) => !isMedia(item) && item.type !== 'composite').length === 1;
  return items.map((item) => {
    if (isMedia(item)) return item;
    const linked = (item.associations ?? []).map((each) => {
      const sibling = each.guid === undefined ? undefined : media.get(each.guid);
      return sibling ? { ...associationOf(sibling), ...each, ...renditionsOf(each, sibling) } : each;
    });
    const guids = new Set(linked.map(({ guid }) => guid));
    const more = alone && item.type !== 'composite' ? [...media.values()].filter(({ guid }) => !guids.has(guid)) : [];
    const associations = [...linked, ...more.map(associationOf)];
    return associations.length === 0 ? item : { ...item, associations };
  });
}

const renditionsOf = (each: Association, sibling: WireItem): Pick<Association, 'renditions'> => {
  const renditions = [...(each.renditions ?? []), ...(sibling.renditions ?? [])];
  return renditions.length === 0 ? {} : { renditions };
};

const associationOf = ({ guid, type, headline, renditions }: WireItem): Association => ({
  ...(guid === undefined ? {} : { guid }),
  ...(type === undefined ? {} : { type }),
  ...(headline === undefined ? {} : { headline }),
  ...(renditions === undefined ? {} : { renditions }),
});
