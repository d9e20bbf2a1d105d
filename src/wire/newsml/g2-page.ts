import { attribute, rawText } from '../xml/xml-path.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import { lineOf } from './g2-codes.ts';

type Said = { readonly headline?: string | undefined; readonly abstract?: string | undefined };

const DEEPEST = 8;
const holders = new Set(['inlineXML', 'html', 'body', 'article', 'section', 'main', 'div']);
const forNobody = /(?:^|\s)(?:np-nonpublic|non-?public|private|internal)(?:\s|$)/i;
const notes = /(?:^|\s)(?:notepad|np-public)(?:\s|$)/i;

/**
 * A page without what is no copy: its head (`header`) where that holds the headline, a teaser that is the description again,
 * and sections of notes, whose words are given apart. The page itself where there is none of these.
 */
export function copyOnly(
  page: XmlElement,
  said: Said,
): { readonly page: XmlElement; readonly privateNotes: readonly string[] } {
  const privateNotes: string[] = [];
  return { page: without(page, 0), privateNotes };

  function without(element: XmlElement, depth: number): XmlElement {
    if (depth > DEEPEST) return element;
    let kept: (XmlElement | string)[] | undefined;
    for (const [index, node] of element.children.entries()) {
      const next = typeof node === 'string' ? node : keptOf(node, depth);
      if (next !== node) kept ??= element.children.slice(0, index);
      if (kept && next !== undefined) kept.push(next);
    }
    return kept ? { ...element, children: kept } : element;
  }

  function keptOf(node: XmlElement, depth: number): XmlElement | undefined {
    const marked = node.attributes['class'];
    if (marked !== undefined && (forNobody.test(marked) || notes.test(marked))) {
      privateNotes.push(rawText(node).replace(/\s+/g, ' ').trim());
      return undefined;
    }
    if (node.name === 'header' && said.headline !== undefined && squeezed(node).includes(said.headline))
      return undefined;
    if (marked === 'teaser' && said.abstract !== undefined && lineOf(node) === said.abstract) return undefined;
    return holders.has(node.name) ? without(node, depth + 1) : node;
  }
}

const squeezed = (element: XmlElement): string => rawText(element).replace(/\s+/g, ' ');

/** Whether a link or a content names a file by an address that a page may use. */
export const hrefOf = (element: XmlElement): string | undefined => {
  const href = attribute(element, 'href');
  return href !== undefined && /^(?:https?:)?\/\/|^[\w./-]/.test(href) && !/^(?:javascript|data|vbscript):/i.test(href)
    ? href
    : undefined;
};
