import type { PubStatus } from '../../story/copy.ts';
import { entryOf } from '../entry-of.ts';
import { strictest } from '../orders/told-status.ts';
import { present } from '../present.ts';
import { instantOf } from '../times/dates.ts';
import type { WireItem } from '../wire-item.ts';
import { descendants, textOf } from '../xml/xml-path.ts';
import { readXml, type XmlElement } from '../xml/xml-tree.ts';

type Dialect = {
  /** What the namespaces of the agency's own elements begin with. */
  readonly namespace: string;
  /** Item field to element name. What is not there leaves the item as the feed's standard elements have it. */
  readonly elements: Partial<
    Record<'guid' | 'versionCreated' | 'firstCreated' | 'abstract' | 'urgency' | 'status', string>
  >;
  readonly urgencies: Readonly<Record<string, number>>;
  /** Statuses in lower case; any other is unreadable and holds. */
  readonly statuses: Readonly<Record<string, PubStatus>>;
};

// Agencies that put a wire's metadata into elements of their own in a feed.
const dialects: readonly Dialect[] = [
  {
    // WENN: an entry's id tells its place in a customer's feed; the article's own id is the same in all of them.
    namespace: 'http://feed.wenn.com/xmlns/',
    elements: {
      guid: 'original_article_id',
      firstCreated: 'published',
      versionCreated: 'updated',
      abstract: 'first_line',
      urgency: 'feedarticle_priority',
      status: 'publishing_status',
    },
    urgencies: { high: 3, med: 5, medium: 5, low: 7 },
    statuses: {
      published: 'usable',
      updated: 'usable',
      unpublished: 'withheld',
      deleted: 'canceled',
      withdrawn: 'canceled',
    },
  },
];

/** The items with what the agency's own elements say of them; untouched where there are none, or not one set an item. */
export function inDialect(xml: string, items: readonly WireItem[]): readonly WireItem[] {
  const dialect = dialects.find(({ namespace }) => xml.slice(0, 20_000).includes(namespace));
  if (!dialect) return items;
  const { root } = readXml(xml);
  const entries = root ? [...descendants(root, 'entry'), ...descendants(root, 'item')] : [];
  return entries.length === items.length ? items.map((item, at) => withOwn(item, entries[at], dialect)) : items;
}

function withOwn(item: WireItem, entry: XmlElement | undefined, { elements, urgencies, statuses }: Dialect): WireItem {
  // An agency's element stands in a container; the standard element of the same name is the entry's own child.
  const containers = (entry?.children ?? []).filter((node) => typeof node !== 'string');
  const all = (name: string | undefined) =>
    name === undefined
      ? []
      : containers.flatMap((each) => descendants(each, name).flatMap((found) => textOf(found) ?? []));
  const told = all(elements.status).map((status) => entryOf(statuses, status.toLowerCase()) ?? 'unreadable');
  const urgency = all(elements.urgency)[0];
  const own = present<WireItem>({
    guid: all(elements.guid)[0],
    firstCreated: instantOf(all(elements.firstCreated)[0]),
    versionCreated: instantOf(all(elements.versionCreated)[0]),
    abstract: all(elements.abstract)[0],
    urgency: urgency === undefined ? undefined : entryOf(urgencies, urgency.toLowerCase()),
    pubStatus: strictest([...told, item.pubStatus]),
  });
  return { ...item, ...own };
}
