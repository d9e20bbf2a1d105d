import { present } from '../present.ts';
import type { Association, Rendition } from '../wire-item.ts';
import { at, attribute, child, children, descendants, textOf } from '../xml/xml-path.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import type { Leaf } from './newsml-1-components.ts';
import { contentOf } from './newsml-1-content.ts';
import { renditionName } from './newsml-1-dialects.ts';
import { duidAsId, storyUrn } from './newsml-1-identity.ts';
import { formalName } from './newsml-1-management.ts';

const MOST = 200;
type FileLeaf = Extract<Leaf, { kind: 'file' }>;

/** A file of a picture or a video as a rendition. */
export const renditionOf = ({ item, roleName, media }: FileLeaf): Rendition =>
  present<Rendition>({
    name: renditionName(roleName),
    href: attribute(item, 'Href'),
    mimeType: mimeTypeOf(item, media),
  });

function mimeTypeOf(item: XmlElement, media: string | undefined): string | undefined {
  const said = [formalName(child(item, 'MimeType')), formalName(child(item, 'Format'))].find((type) =>
    type?.includes('/'),
  );
  if (said !== undefined) return said.toLowerCase();
  const format = `${formalName(child(item, 'Format')) ?? ''} ${attribute(item, 'Href') ?? ''}`.toLowerCase();
  if (/mp3|mpeg-?3/.test(format)) return 'audio/mpeg';
  if (media === 'picture' && /jpe?g/.test(format)) return 'image/jpeg';
  return media === 'video' && /mp4|mpe?g-?4/.test(format) ? 'video/mp4' : undefined;
}

/**
 * The pictures and films that belong to a story: the files of one component are one picture, with the caption beside them. Logos and
 * files without a component of their own are each for itself.
 */
export function mediaOf(leaves: readonly Leaf[]): Association[] {
  const files = leaves.filter((leaf): leaf is FileLeaf => leaf.kind === 'file' && leaf.media !== undefined);
  const groups = new Map<XmlElement, FileLeaf[]>();
  const bodies = new Set(
    leaves.filter((leaf) => leaf.kind === 'text' && leaf.role === 'body').flatMap((leaf) => leaf.path),
  );
  for (const file of files) {
    const owner = ownerOf(file, bodies);
    const group = groups.get(owner);
    if (group) group.push(file);
    else groups.set(owner, [file]);
  }
  const captions = leaves.filter((leaf) => leaf.kind === 'text' && leaf.role === 'caption').slice(0, MOST);
  return [...groups].slice(0, MOST).map(([owner, group]) => readGroup(owner, group, captions));
}

/** The outermost component around a file that is about one picture: no story's words in it, and lines or a caption of its own. */
function ownerOf({ path }: FileLeaf, bodies: ReadonlySet<XmlElement>): XmlElement {
  const inside = path.filter((component) => !bodies.has(component));
  const own = inside.find((component) => hasLines(component) || hasCaption(component));
  return own ?? inside.at(-1) ?? (path.at(-1) as XmlElement);
}

const hasLines = (component: XmlElement): boolean => textOf(at(component, 'NewsLines', 'HeadLine')) !== undefined;

const hasCaption = (component: XmlElement): boolean =>
  children(component, 'NewsComponent').some((inner) => isCaption(formalName(child(inner, 'Role'))));

const isCaption = (role: string | undefined): boolean => role?.toLowerCase() === 'caption';

function readGroup(owner: XmlElement, group: readonly FileLeaf[], captions: readonly Leaf[]): Association {
  const caption = captions.find((leaf) => leaf.path.includes(owner));
  const words = caption && contentOf(caption.item).blocks.map((block) => block.text);
  return present<Association>({
    guid: duidAsId(owner),
    type: group[0]?.media,
    headline: words?.join(' ') || textOf(at(owner, 'NewsLines', 'HeadLine')),
    renditions: group.map(renditionOf),
  });
}

/** Other items that an item names: those it is made of, and those it goes with. */
export function referencesOf(components: readonly XmlElement[], management: XmlElement | undefined): Association[] {
  const parts = components.flatMap((component) => descendants(component, 'NewsItemRef')).slice(0, MOST);
  const named = [...parts, ...children(management, 'AssociatedWith')].map((reference) =>
    attribute(reference, 'NewsItem'),
  );
  return [...new Set(named.filter((reference) => reference !== undefined))].map((reference) => ({
    guid: storyUrn(reference),
  }));
}
