import type { Block } from '../../story/copy.ts';
import { xmlBlocks } from '../blocks/xml-blocks.ts';
import { isPrivate } from '../orders/private-notes.ts';
import { attribute, child, children, textOf } from '../xml/xml-path.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import { topmost } from './topmost.ts';

/** What readers get, and what a document says to editors only. */
export type NitfBody = {
  readonly blocks: readonly Block[];
  readonly edNotes: string[];
  readonly privateNotes: string[];
};

/** What is no copy: pictures stand apart, and the rest says something about the copy. */
const noCopy = new Set(['media', 'img', 'note', 'lang', 'nitf-table-metadata', 'custom-table']);

/**
 * The story of a document: `body.content`, then the notes for readers, then `body.end` (tagline, bibliography). A note of type
 * "npa" (not for publication) never gets in (NITF: note/@type).
 */
export function nitfBody(nitf: XmlElement): NitfBody {
  const body = child(nitf, 'body') ?? nitf;
  const content = children(body, 'body.content');
  const notes = [...children(child(body, 'body.head'), 'note'), ...content.flatMap((each) => topmost(each, 'note'))];
  const readers = notes.filter((note) => audience(note) === 'readers');
  const end = children(body, 'body.end').flatMap((each) => children(each));
  return {
    blocks: [
      ...content.flatMap((each) => xmlBlocks(copyOnly(each))).map(unwrapped),
      ...readers.flatMap((note) => xmlBlocks(copyOnly(child(note, 'body.content') ?? note))),
      ...end.flatMap((part) =>
        xmlBlocks({ name: 'block', attributes: {}, children: [copyOnly({ ...part, name: 'p' })] }),
      ),
    ],
    edNotes: textsOf(notes, 'editors'),
    privateNotes: textsOf(notes, 'nobody'),
  };
}

// NITF's classes of notes but the editor's; a class of an agency's own may mean anything.
const forReaders = new Set(['cpyrt', 'end', 'hd', 'trademk', 'undef']);

/** `npa` is for nobody outside; an editor's note without a type, or one of an unknown class, is at least not for readers. */
function audience(note: XmlElement): 'readers' | 'editors' | 'nobody' {
  const type = attribute(note, 'type')?.toLowerCase();
  if (isPrivate(textOf(note) ?? '')) return 'nobody';
  if (type === 'std' || type === 'pa') return 'readers';
  if (type === undefined)
    return forReaders.has(attribute(note, 'noteclass')?.toLowerCase() ?? 'undef') ? 'readers' : 'editors';
  return 'nobody';
}

const textsOf = (notes: readonly XmlElement[], whose: 'editors' | 'nobody'): string[] =>
  notes
    .filter((note) => audience(note) === whose)
    .map(textOf)
    .filter((text) => text !== undefined);

// Agencies that grew up with teleprinters end each line of so many characters with a <br/>: that is no line of verse.
const [SHORTEST_WRAPPED, LONGEST_WRAPPED] = [40, 85];

/** A paragraph that was wrapped by hand, on one line; each line feed becomes a space, so marks keep their places. */
function unwrapped(block: Block): Block {
  const lines = block.kind === 'paragraph' ? block.text.split('\n') : [];
  const wrapped = lines.slice(0, -1).every((line) => line.length >= SHORTEST_WRAPPED && line.length <= LONGEST_WRAPPED);
  return lines.length > 1 && wrapped ? { ...block, text: lines.join(' ') } : block;
}

/** The element without what is no copy, at any depth (the tree's depth is bounded where it is read). */
function copyOnly(element: XmlElement): XmlElement {
  let same = true;
  const kept = element.children.flatMap((node): (XmlElement | string)[] => {
    if (typeof node === 'string') return [node];
    const copy = noCopy.has(node.name) ? undefined : copyOnly(node);
    same &&= copy === node;
    return copy === undefined ? [] : [copy];
  });
  return same ? element : { ...element, children: kept };
}
