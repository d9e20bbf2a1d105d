import type { Block } from '../../story/copy.ts';
import { htmlBlocks, looksLikeHtml } from '../blocks/html-blocks.ts';
import { textBlocks } from '../blocks/text-blocks.ts';
import { xmlBlocks } from '../blocks/xml-blocks.ts';
import { readNitf } from '../nitf/nitf-item.ts';
import { nitfMedia } from '../nitf/nitf-media.ts';
import type { Association, WireItem } from '../wire-item.ts';
import { attribute, child, children, descendants, rawText } from '../xml/xml-path.ts';
import { readXml, type XmlElement } from '../xml/xml-tree.ts';

/** The words of a ContentItem; `document` is what its NITF says besides. */
export type Content = {
  readonly blocks: readonly Block[];
  readonly document?: WireItem;
  readonly media: readonly Association[];
};

/** What a ContentItem's DataContent holds: NITF, XHTML or their elements alone, markup or plain text, also in base64. */
export function contentOf(item: XmlElement): Content {
  const encoding = child(item, 'Encoding');
  const data = child(item, 'DataContent') ?? child(encoding, 'DataContent') ?? encoding;
  if (data === undefined) return { blocks: [], media: [] };
  if (children(data).length > 0) return ofElements(data);
  const text = rawText(data);
  return /base-?64/i.test(attribute(encoding, 'Notation') ?? '') ? ofText(decoded(text)) : ofText(text);
}

/** How rich the form of a ContentItem is: of two that say the same, the richer is read. */
export function richness(item: XmlElement): number {
  const data = child(item, 'DataContent') ?? child(child(item, 'Encoding'), 'DataContent');
  if (data === undefined) return 0;
  if (descendants(data, 'nitf').length > 0) return 4;
  if (children(data).length > 0) return 3;
  const text = rawText(data);
  return text.trim() === '' ? 0 : looksLikeHtml(text) ? 2 : 1;
}

function ofElements(data: XmlElement): Content {
  const nitf = child(data, 'nitf') ?? descendants(data, 'nitf')[0];
  if (nitf !== undefined) return ofNitf(nitf);
  const html = child(data, 'html');
  const content = child(html, 'body') ?? html ?? data;
  return { blocks: xmlBlocks(content), media: nitfMedia(content) };
}

function ofNitf(nitf: XmlElement): Content {
  const document = readNitf(nitf);
  return { blocks: document.body ?? [], document, media: document.associations ?? [] };
}

function ofText(text: string): Content {
  const start = text.slice(0, 500).trimStart();
  if (/^<(?:\?xml|!DOCTYPE nitf|nitf)[\s>]/i.test(start)) {
    const { root } = readXml(text.trim());
    if (root?.name === 'nitf') return ofNitf(root);
    if (root !== undefined) return { blocks: xmlBlocks(root), media: [] };
  }
  if (looksLikeHtml(text)) return { blocks: htmlBlocks(text), media: [] };
  // Markup of an agency's own (results, tables): its words, each element's on a line.
  const words = /^<[A-Za-z!]/.test(start) ? text.replace(/<[^<>]{0,1000}>/g, '\n\n') : text;
  return { blocks: textBlocks(words), media: [] };
}

const decoded = (base64: string): string => Buffer.from(base64, 'base64').toString('utf8');
