import type { WireItem } from '../wire-item.ts';
import { attribute, children } from '../xml/xml-path.ts';
import { readXml, type XmlElement } from '../xml/xml-tree.ts';
import { newsmlIdentity } from './newsml-1-identity.ts';
import { readNewsItem } from './newsml-1-item.ts';

type Node = XmlElement | string;
type Change = { readonly before: Node[]; readonly after: Node[]; with?: readonly Node[] };

const MOST_CHANGES = 10_000;

/**
 * The items of a NewsItem after deliveries with Update="U" (NewsML 1.2: Update with InsertBefore, InsertAfter, Replace, Delete by
 * Duid). `files` are the revisions as they came, the whole one first. Who the item is and what may be done with it is what the last
 * says. Undefined when a change means a place that the revision before it does not have: nothing is ever changed by half.
 */
export function readPatched(files: readonly string[], guid: string): WireItem[] | undefined {
  const [base, ...patches] = files.map((text) => newsItemIn(text, guid));
  if (!base || patches.length === 0) return undefined;
  const whole = patches.reduce((item, patch) => item && patch && patchedItem(item, patch), base as Item);
  return whole && readNewsItem(whole);
}

type Item = XmlElement | undefined;

function newsItemIn(text: string, guid: string): Item {
  const { root, cutOff } = readXml(text);
  if (!root || cutOff) return undefined;
  const items = root.name === 'NewsItem' ? [root] : children(root, 'NewsItem');
  const [only, other] = items.filter((item) => newsmlIdentity(item).guid === guid);
  return other ? undefined : only;
}

function patchedItem(base: XmlElement, patch: XmlElement): Item {
  const changes = changesOf(patch);
  const found = new Set<string>();
  const content = base.children.flatMap((node) => (isOwn(node) ? [] : patched(node, changes, found)));
  if (changes.size === 0 || [...changes.keys()].some((duid) => !found.has(duid))) return undefined;
  // The patch is a part no longer: what comes out is the whole item.
  const own = patch.children.filter(isOwn).map(asWhole);
  return { ...base, children: [...own, ...content] };
}

/** What every revision says anew. */
const isOwn = (node: Node): boolean =>
  typeof node !== 'string' && (node.name === 'Identification' || node.name === 'NewsManagement');

function changesOf(patch: XmlElement): ReadonlyMap<string, Change> {
  const changes = new Map<string, Change>();
  const orders = children(patch, 'Update').flatMap((update) => children(update));
  for (const order of orders.slice(0, MOST_CHANGES)) {
    const duid = attribute(order, 'DuidRef')?.replace(/^#/, '');
    if (duid === undefined) continue;
    const change: Change = changes.get(duid) ?? { before: [], after: [] };
    changes.set(duid, change);
    if (order.name === 'InsertBefore') change.before.push(...order.children);
    else if (order.name === 'InsertAfter') change.after.unshift(...order.children);
    else if (order.name === 'Replace') change.with = order.children;
    else if (order.name === 'Delete') change.with = [];
  }
  return changes;
}

function patched(node: Node, changes: ReadonlyMap<string, Change>, found: Set<string>): Node[] {
  if (typeof node === 'string') return [node];
  const duid = attribute(node, 'Duid');
  const change = duid === undefined || found.has(duid) ? undefined : changes.get(duid);
  if (duid !== undefined && change !== undefined) found.add(duid);
  const inner = (): XmlElement => ({
    ...node,
    children: node.children.flatMap((each) => patched(each, changes, found)),
  });
  return [...(change?.before ?? []), ...(change?.with ?? [inner()]), ...(change?.after ?? [])];
}

/** An element without the mark that says it belongs to a patch. */
function asWhole(node: Node): Node {
  if (typeof node === 'string') return node;
  const { name, attributes, children: inner } = node;
  return {
    name,
    attributes: name === 'RevisionId' ? { ...attributes, Update: 'N' } : attributes,
    children: inner.map(asWhole),
  };
}
