import type { XmlElement } from './xml-tree.ts';

/** The first child element of that name. Names are compared as written; `undefined` has no children. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  if (element === undefined) return undefined;
  for (const node of element.children) if (typeof node !== 'string' && node.name === name) return node;
  return undefined;
}

/** The first element at the end of a way of names: `at(item, 'contentMeta', 'headline')`. */
export function at(element: XmlElement | undefined, ...names: readonly string[]): XmlElement | undefined {
  let found = element;
  for (const name of names) found = child(found, name);
  return found;
}

/** The child elements, in order; of one name if it is given. */
export function children(element: XmlElement | undefined, name?: string): XmlElement[] {
  const found: XmlElement[] = [];
  for (const node of element?.children ?? [])
    if (typeof node !== 'string' && (name === undefined || node.name === name)) found.push(node);
  return found;
}

/** The elements of that name below one, at any depth, in the order of the file; those inside a found one included. */
export function descendants(element: XmlElement | undefined, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  const collect = (parent: XmlElement) => {
    for (const node of parent.children) {
      if (typeof node === 'string') continue;
      if (node.name === name) found.push(node);
      collect(node);
    }
  };
  if (element) collect(element);
  return found;
}

/** All text of an element, its white space as it came; elements inside add nothing between their words. */
export function rawText(element: XmlElement | string | undefined): string {
  if (element === undefined) return '';
  if (typeof element === 'string') return element;
  const [first] = element.children;
  if (element.children.length === 1 && typeof first === 'string') return first;
  let text = '';
  for (const node of element.children) text += typeof node === 'string' ? node : rawText(node);
  return text;
}

/** The text of an element on one line, white space folded and trimmed; undefined when there is none. */
export function textOf(element: XmlElement | undefined): string | undefined {
  if (element === undefined) return undefined;
  const text = rawText(element)
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
  return text === '' ? undefined : text;
}

/** The value of an attribute, trimmed; undefined when it is missing or empty. */
export function attribute(element: XmlElement | undefined, name: string): string | undefined {
  const value = element?.attributes[name]?.trim();
  return value === '' ? undefined : value;
}
