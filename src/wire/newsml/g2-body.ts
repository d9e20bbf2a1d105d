import type { Block } from '../../story/copy.ts';
import { htmlBlocks, looksLikeHtml } from '../blocks/html-blocks.ts';
import { textBlocks } from '../blocks/text-blocks.ts';
import { xmlBlocks } from '../blocks/xml-blocks.ts';
import { nitfBody } from '../nitf/nitf-body.ts';
import { isPrivate } from '../orders/private-notes.ts';
import { attribute, children, descendants, rawText } from '../xml/xml-path.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import { wordOf } from './g2-codes.ts';
import { copyOnly } from './g2-page.ts';

/** The story of an item. `nitf` is the document that it came in, if any, whose head may say what the item does not. */
export type G2Body = {
  readonly blocks: readonly Block[];
  readonly wordCount?: number;
  readonly nitf?: XmlElement;
  readonly edNotes: readonly string[];
  readonly privateNotes: readonly string[];
};

type Content = {
  readonly element: XmlElement;
  readonly type: string;
  readonly rendition: string;
  readonly rank: number;
};

// dpa's renditions for old terminals: parts of the story, and notes that must not get in.
const aside = /headline|teaser|title|^public$|nonpublic|private|notepad|slug|caption|summary|abstract/;

/**
 * The body of `contentSet`, whose children are renditions of one content (NewsML-G2): the richest that says anything, XHTML or
 * NITF before plain text. `said` is what the metadata says already, so that a page's head is not taken for copy.
 */
export function g2Body(
  item: XmlElement,
  said: { readonly headline?: string | undefined; readonly abstract?: string | undefined },
): G2Body {
  const contents = children(item, 'contentSet')
    .flatMap((set) => children(set))
    .filter(({ name }) => name === 'inlineXML' || name === 'inlineData')
    .map(toContent);
  const privateNotes = contents
    .filter(({ rendition }) => /nonpublic|private/.test(rendition))
    .map(({ element }) => rawText(element).trim())
    .filter((text) => text !== '');
  const candidates = contents.filter(({ rendition, rank }) => rank > 0 && !aside.test(rendition));
  for (const content of candidates.length > 1 ? ranked(candidates) : candidates) {
    const body = bodyOf(content, said);
    if (body.blocks.length === 0) continue;
    const count = attribute(content.element, 'wordcount');
    const wordCount = count !== undefined && /^\d{1,7}$/.test(count) ? { wordCount: Number(count) } : {};
    return { ...body, ...wordCount, privateNotes: [...body.privateNotes, ...privateNotes] };
  }
  return { blocks: [], edNotes: [], privateNotes };
}

function toContent(element: XmlElement): Content {
  const type = attribute(element, 'contenttype')?.toLowerCase() ?? '';
  return { element, type, rendition: wordOf(attribute(element, 'rendition')), rank: rankOf(element, type) };
}

function rankOf(element: XmlElement, type: string): number {
  const first = children(element)[0]?.name.toLowerCase();
  if (element.name === 'inlineXML') {
    if (first === undefined) return 2;
    if (/^(?:html|nitf|body|body\.content|div|p|section|article|block)$/.test(first) || /xhtml|html/.test(type))
      return 4;
    return /nitf/.test(type) ? 3 : 0;
  }
  if (/base64/i.test(attribute(element, 'encoding') ?? '') || /^(?:image|video|audio)\//.test(type)) return 0;
  return /html/.test(type) ? 3 : 1;
}

const ranked = (contents: readonly Content[]): Content[] =>
  contents
    .map((content) => ({ content, length: rawText(content.element).length }))
    .sort((a, b) => b.content.rank - a.content.rank || b.length - a.length)
    .map(({ content }) => content);

function bodyOf(
  { element, type }: Content,
  said: { headline?: string | undefined; abstract?: string | undefined },
): Omit<G2Body, 'wordCount'> {
  const nitf = children(element, 'nitf')[0];
  if (nitf) {
    const { blocks, edNotes, privateNotes } = nitfBody(nitf);
    return { blocks, nitf, edNotes, privateNotes };
  }
  if (element.name === 'inlineData') {
    const text = rawText(element);
    const plain = /plain/.test(type) ? !/^\s*<(?:p|div|html|body)[\s>]/i.test(text) : !looksLikeHtml(text);
    return upToNotes(plain ? textBlocks(text) : htmlBlocks(text));
  }
  const { page, privateNotes } = copyOnly(element, said);
  const body = upToNotes(typedBlocks(page) ?? xmlBlocks(page));
  return { ...body, privateNotes: [...privateNotes, ...body.privateNotes] };
}

const FEWEST_LINES = 4;

/**
 * Reuters sends results and market reports as one `p` with the lines of a typewriter: a line that is set in begins a paragraph.
 * Undefined for any other page.
 */
function typedBlocks(page: XmlElement): Block[] | undefined {
  const paragraphs = descendants(page, 'p').filter((each) => rawText(each).trim() !== '');
  const [only] = paragraphs;
  if (only === undefined || paragraphs.length > 1 || children(only).length > 0) return undefined;
  const text = rawText(only).replace(/\r\n?/g, '\n');
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const setIn = lines.filter((line) => /^(?: {2,}|\t)/.test(line)).length;
  const shaped = lines.some((line) => /\S {3,}\S/.test(line)) || (setIn > 0 && setIn * 2 < lines.length);
  if (lines.length < FEWEST_LINES || !shaped || rawText(page).trim() !== text.trim()) return undefined;
  return textBlocks(setIn * 2 < lines.length ? text.replace(/\n(?= {2,8}\S)/g, '\n\n') : text);
}

const LONGEST_WARNING = 160;
const warning =
  /^(?:the following information is not|die folgenden informationen sind nicht|les informations suivantes ne sont pas)/i;

/** Copy for old terminals has its notes behind a warning in words: what follows it is for nobody. */
function upToNotes(blocks: readonly Block[]): Omit<G2Body, 'wordCount'> {
  const at = blocks.findIndex(({ text }) => text.length < LONGEST_WARNING && warning.test(text) && isPrivate(text));
  if (at < 0) return { blocks, edNotes: [], privateNotes: [] };
  return { blocks: blocks.slice(0, at), edNotes: [], privateNotes: blocks.slice(at).map(({ text }) => text) };
}
