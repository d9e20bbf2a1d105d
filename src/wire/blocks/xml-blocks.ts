import type { Block } from '../../story/copy.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import { type BlockReader, isBoundary, readBlocks } from './block-reader.ts';
import { feedHtml, looksLikeHtml } from './html-blocks.ts';

/**
 * The content of an XML element, XHTML or NITF, as blocks; prefixes and namespaces do not matter. Text that is itself HTML
 * (escaped or in CDATA) is read as HTML where it is all that a block holds. Notes marked `npa`, not for publication, are left out.
 */
export const xmlBlocks = (element: XmlElement): Block[] => readBlocks((reader) => feedContent(element, reader, true));

function feedContent(element: XmlElement, reader: BlockReader, block: boolean) {
  const { children } = element;
  const [only] = children;
  if (block && children.length === 1 && typeof only === 'string' && only.includes('<') && looksLikeHtml(only)) {
    feedHtml(only, reader);
    return;
  }
  for (const node of children) {
    if (typeof node === 'string') reader.text(node);
    else feedElement(node, reader);
  }
}

function feedElement(element: XmlElement, reader: BlockReader) {
  const name = element.name.toLowerCase();
  if (name === 'br') {
    reader.start(name, { selfClosing: true });
    for (const node of element.children) {
      if (typeof node === 'string') reader.text(node);
      else feedElement(node, reader);
    }
    return;
  }
  // NITF's type of a note: std, pa (publishable advisory), npa (non-publishable).
  if (name === 'note' && element.attributes['type'] === 'npa') return;
  reader.start(name, { selfClosing: false, href: name === 'a' ? element.attributes['href'] : undefined });
  feedContent(element, reader, isBoundary(name));
  reader.end(name);
}
