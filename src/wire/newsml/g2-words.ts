import type { Block } from '../../story/copy.ts';
import { htmlText } from '../blocks/html-blocks.ts';
import type { WireItem } from '../wire-item.ts';
import { findDateline } from '../words/dateline.ts';
import { attribute, child, children } from '../xml/xml-path.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import { inLanguage, lineOf, nameOf, wordOf } from './g2-codes.ts';

const secondHeadline = /sub|kicker|over|seo|extended|short|mobile|teaser|social|web|alt|translat/;

/** The main headline: without a role or with one that says so, of the lowest rank, in the item's language. */
export function headlineOf(contentMeta: XmlElement | undefined, language?: string): string | undefined {
  let [best, cost] = [undefined as string | undefined, Number.POSITIVE_INFINITY];
  for (const headline of children(contentMeta, 'headline')) {
    const text = plainLine(headline);
    if (text === undefined) continue;
    const role = wordOf(attribute(headline, 'role'));
    const foreign =
      language !== undefined && (attribute(headline, 'xml:lang') ?? language).slice(0, 2) !== language.slice(0, 2);
    const own =
      Number(attribute(headline, 'rank') ?? 1) +
      (secondHeadline.test(role) ? 100 : /^$|main|title|^headline$|^hl1$/.test(role) ? 0 : 10) +
      (foreign ? 5 : 0);
    if (own < cost) [best, cost] = [text, own];
  }
  return best;
}

const descriptionOrder = ['summary', 'abstract', 'teaser', 'intro', 'lead', 'standfirst', '', 'description'];

/** A description of the story for readers; of a picture or a video its caption. A caption on text is a picture's, or a slugline. */
export function descriptionOf(contentMeta: XmlElement | undefined, type?: string): string | undefined {
  const told = children(contentMeta, 'description')
    .map((description) => ({ role: wordOf(attribute(description, 'role')), text: plainLine(description) }))
    .filter(({ text }) => text !== undefined);
  const order =
    type === 'text' || type === undefined ? descriptionOrder : ['caption', 'videocaption', ...descriptionOrder];
  const best = order.flatMap((role) => told.find((each) => each.role === role) ?? [])[0];
  return (best ?? (type === 'text' ? undefined : told[0]))?.text;
}

/** What Reuters' systems write where there is nothing to say. */
const noData = /^no-data-available\b/i;

/** The byline as it stands; several in one language are joined. */
export function bylineOf(contentMeta: XmlElement | undefined, language?: string): string | undefined {
  const all = children(contentMeta, 'by');
  const own = all.filter(
    (by) => (attribute(by, 'xml:lang') ?? language ?? '').slice(0, 2) === (language ?? '').slice(0, 2),
  );
  return (
    (own.length > 0 ? own : all.slice(0, 1))
      .flatMap((by) => plainLine(by) ?? [])
      .filter((by) => !noData.test(by))
      .join(', ') || undefined
  );
}

/** Where the story was filed, by name. */
export function locatedOf(contentMeta: XmlElement | undefined, language?: string): string | undefined {
  for (const located of children(contentMeta, 'located')) {
    const name = nameOf(located, language);
    if (name !== undefined && !noData.test(name)) return name;
  }
  return undefined;
}

const FIRST = 8;

/** The body without the byline that it repeats above the story. */
export function withoutByline(blocks: readonly Block[], byline: string | undefined): readonly Block[] {
  if (byline === undefined) return blocks;
  const at = blocks.slice(0, 3).findIndex(({ kind, text }) => kind === 'paragraph' && text === byline);
  return at < 0 || blocks.length === 1 ? blocks : [...blocks.slice(0, at), ...blocks.slice(at + 1)];
}

/**
 * The dateline of `contentMeta`, for copy whose body has none of its own. Reuters puts a time there, which is no dateline
 * for readers.
 */
export function datelineOf(
  contentMeta: XmlElement | undefined,
  { body, headline, when }: { body: readonly Block[]; headline: string | undefined; when: string | undefined },
): WireItem['dateline'] {
  const text = inLanguage(children(contentMeta, 'dateline'));
  if (text === undefined || /\d{4}-\d{2}-\d{2}|\d{1,2}:\d{2}/.test(text)) return undefined;
  const paragraphs = body.slice(0, FIRST).map((block) => (block.kind === 'paragraph' ? block.text : `.${block.text}`));
  if (findDateline(paragraphs, headline, when)) return undefined;
  const found = findDateline([`${text.replace(/[\s–—-]+$/, '')} - X`], undefined, when);
  if (found) return found.dateline;
  const bare = text.replace(/[\s–—-]+$/, '');
  const place = /^([^(),\d]{2,60}?)(?:\s?\([^()]{2,40}\))?$/.exec(bare)?.[1];
  return { text: bare, ...(place === undefined ? {} : { place }) };
}

/** The words of an element that may hold escaped markup, on one line. */
export function plainLine(element: XmlElement | undefined): string | undefined {
  const line = lineOf(element);
  return line?.includes('<') ? htmlText(line) || undefined : line;
}

/** Words in the item's language, the others left; several are kept in their lines. */
export function linesOf(holder: XmlElement | undefined, name: string, language?: string): string | undefined {
  const all = children(holder, name);
  const own = all.filter((each) => {
    const said = attribute(each, 'xml:lang');
    return said === undefined || language === undefined || said.slice(0, 2) === language.slice(0, 2);
  });
  return [...new Set((own.length > 0 ? own : all).flatMap((each) => lineOf(each) ?? []))].join('\n') || undefined;
}

/** `contentMeta/language`, else the language of the whole item. */
export function languageOf(item: XmlElement, contentMeta: XmlElement | undefined): string | undefined {
  const spoken = children(contentMeta, 'language').find((language) => attribute(language, 'role') === undefined);
  return attribute(spoken ?? child(contentMeta, 'language'), 'tag') ?? attribute(item, 'xml:lang');
}
