import type { Block } from '../../story/copy.ts';
import type { Association, WireItem } from '../wire-item.ts';
import { takeSignOff } from '../words/sign-off.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import type { Leaf } from './newsml-1-components.ts';
import { type Content, contentOf, richness } from './newsml-1-content.ts';
import type { Role } from './newsml-1-dialects.ts';

/** The words of a story by what they are. `document` is what its NITF says besides. */
export type Words = {
  readonly body: readonly Block[];
  readonly headline?: string;
  readonly abstract?: string;
  readonly notes: readonly string[];
  /** Initials under the story, for the newsroom. */
  readonly signOff?: string;
  readonly document?: WireItem;
  readonly media: readonly Association[];
};

/** What the text of a story's components holds: the body in order, and what stands around it. */
export function wordsOf(leaves: readonly Leaf[]): Words {
  const contents = best(leaves).map((leaf) => ({ leaf, content: contentOf(leaf.item) }));
  const of = (role: Role) => contents.filter(({ leaf }) => leaf.kind === 'text' && leaf.role === role);
  const blocks = (role: Role) => distinct(of(role).map(({ content }) => content)).flatMap((content) => content.blocks);
  const line = (role: Role) => textOf(blocks(role)) || undefined;
  const { blocks: body, signOff } = takeSignOff(of('body').length > 0 ? blocks('body') : blocks('caption'));
  const headline = line('headline');
  const abstract = line('abstract') ?? line('lead');
  const document = contents.find(({ content }) => content.document !== undefined)?.content.document;
  return {
    body: withSubtitle(withLead(body, blocks('lead')), blocks('subtitle')).concat(blocks('after')),
    notes: of('note').map(({ content }) => textOf(content.blocks)),
    media: contents.flatMap(({ content }) => content.media),
    ...(signOff === undefined ? {} : { signOff }),
    ...(headline === undefined ? {} : { headline }),
    ...(abstract === undefined ? {} : { abstract }),
    ...(document === undefined ? {} : { document }),
  };
}

/** ContentItems of one component are the same in several forms (NewsML 1.2): the richest is read. So are equal components. */
function best(leaves: readonly Leaf[]): readonly Leaf[] {
  const chosen = new Map<XmlElement | undefined, Leaf>();
  for (const leaf of leaves) {
    if (leaf.kind !== 'text' || leaf.role === 'ignored' || richness(leaf.item) === 0) continue;
    const owner = equivalents(leaf.path) ?? leaf.path.at(-1);
    const before = chosen.get(owner);
    if (!before || richness(leaf.item) > richness(before.item)) chosen.set(owner, leaf);
  }
  return [...chosen.values()];
}

/** The component around this one that says that its parts are equivalents of each other. */
const equivalents = (path: readonly XmlElement[]): XmlElement | undefined =>
  path.slice(0, -1).find((component) => component.attributes['EquivalentsList'] === 'yes');

/** Words that come twice, once as a part of its own, are one. */
function distinct(contents: readonly Content[]): Content[] {
  const seen = new Set<string>();
  return contents.filter(({ blocks }) => {
    const words = textOf(blocks);
    if (seen.has(words)) return false;
    seen.add(words);
    return true;
  });
}

const textOf = (blocks: readonly Block[]): string => blocks.map((block) => block.text).join(' ');

/** A lead of its own stands before the body, unless the body begins with it. */
function withLead(body: readonly Block[], lead: readonly Block[]): readonly Block[] {
  const words = textOf(lead);
  return words === '' || textOf(body.slice(0, lead.length + 1)).startsWith(words) ? body : [...lead, ...body];
}

const withSubtitle = (body: readonly Block[], subtitle: readonly Block[]): Block[] => [
  ...subtitle.map((block): Block => ({ ...block, kind: 'heading' })),
  ...body,
];
