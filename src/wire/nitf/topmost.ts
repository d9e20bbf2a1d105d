import type { XmlElement } from '../xml/xml-tree.ts';

/**
 * The elements of a name below one, in the order of the file; none inside another of them.
 * @NOTE Reading all the text of each costs no more than the file is long, however deep a hostile file nests them.
 */
export function topmost(element: XmlElement | undefined, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  const collect = (parent: XmlElement) => {
    for (const node of parent.children) {
      if (typeof node === 'string') continue;
      if (node.name === name) found.push(node);
      else collect(node);
    }
  };
  if (element) collect(element);
  return found;
}
