import { nitfHead } from '../nitf/nitf-head.ts';
import { nitfStatus } from '../nitf/nitf-status.ts';
import { oneEmbargo, strictest } from '../orders/told-status.ts';
import { present } from '../present.ts';
import { instantAt } from '../times/local-time.ts';
import type { WireItem } from '../wire-item.ts';
import { attribute, child, children } from '../xml/xml-path.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import { clockOf, sectionSchemes } from './dialects.ts';
import { type G2Body, g2Body } from './g2-body.ts';
import { codeOf, lineIn, lineOf, nameOf } from './g2-codes.ts';
import { linksOf, typeOf } from './g2-links.ts';
import { g2Status } from './g2-status.ts';
import {
  bylineOf,
  datelineOf,
  descriptionOf,
  headlineOf,
  languageOf,
  linesOf,
  locatedOf,
  withoutByline,
} from './g2-words.ts';

const MOST_SUBJECTS = 400;

/**
 * One newsItem or packageItem (NewsML-G2 2.x, https://iptc.org/standards/newsml-g2/) in IPTC's words. `schemes` gives the
 * address of each scheme by its alias.
 */
export function readG2Item(item: XmlElement, schemes: ReadonlyMap<string, string>): WireItem {
  const expires = attribute(child(item, 'rightsInfo'), 'validto');
  const itemMeta = child(item, 'itemMeta');
  const contentMeta = child(item, 'contentMeta');
  const language = languageOf(item, contentMeta);
  const type = typeOf(itemMeta) ?? (item.name === 'packageItem' ? 'composite' : undefined);
  const guid = attribute(item, 'guid');
  const source = nameOf(child(itemMeta, 'provider'), language) ?? codeOf(child(itemMeta, 'provider'))?.code;
  const zone = (words: string | undefined) => instantAt(words, clockOf(guid ?? '', source ?? ''));
  const abstract = descriptionOf(contentMeta, type);
  const told = headlineOf(contentMeta, language) ?? lineIn(itemMeta, 'title');
  const body = g2Body(item, { headline: told, abstract });
  const versionCreated = zone(lineIn(itemMeta, 'versionCreated'));
  const { subjects, category } = subjectsOf(contentMeta, { schemes, language });
  const { head, status } = insideOf(body, itemMeta);
  const headline = told ?? head?.headline;
  const byline = bylineOf(contentMeta, language) ?? head?.byline;
  return present<WireItem>({
    guid,
    version: attribute(item, 'version'),
    type,
    headline,
    slugline: children(contentMeta, 'slugline')
      .map(lineOf)
      .find((slugline) => slugline !== undefined),
    byline,
    dateline: datelineOf(contentMeta, { body: body.blocks, headline, when: versionCreated }),
    located: locatedOf(contentMeta, language),
    creditLine: lineIn(contentMeta, 'creditline'),
    source,
    language,
    urgency: urgencyOf(contentMeta),
    ...status,
    expires: expires && (zone(expires) ?? expires),
    firstCreated: zone(lineIn(itemMeta, 'firstCreated')),
    versionCreated,
    edNote: joined(status.edNote, body.edNotes),
    privateNote: joined(status.privateNote, body.privateNotes),
    ...rightsOf(item, language),
    abstract: abstract ?? head?.abstract,
    keywords: [...new Set(children(contentMeta, 'keyword').flatMap((keyword) => lineOf(keyword) ?? []))],
    subjects,
    category,
    wordCount: body.wordCount,
    ...linksOf(item, type),
    body: withoutByline(body.blocks, byline),
  });
}

/** What a NITF document inside says beyond the item: its head where the item is silent, and its status, which only tightens. */
function insideOf({ nitf }: G2Body, itemMeta: XmlElement | undefined) {
  const status = g2Status(itemMeta);
  if (!nitf) return { status };
  const inner = nitfStatus(child(child(nitf, 'head'), 'docdata'));
  return {
    head: nitfHead(nitf),
    status: {
      ...status,
      pubStatus: strictest([status.pubStatus, inner.pubStatus]),
      embargoedUntil: oneEmbargo([status.embargoedUntil, inner.embargoedUntil]),
    },
  };
}

function urgencyOf(contentMeta: XmlElement | undefined): number | undefined {
  const urgency = lineIn(contentMeta, 'urgency');
  return urgency !== undefined && /^[1-9]$/.test(urgency) ? Number(urgency) : undefined;
}

/** Notes in their lines, each once: dpa gives every contact three times. */
const joined = (first: string | undefined, rest: readonly string[]): string | undefined =>
  [...new Set([first ?? '', ...rest].flatMap((note) => note.split('\n')))].join('\n').trim() || undefined;

/** All rights that are not for a part only; of several in the item's language each on its line. */
function rightsOf(
  item: XmlElement,
  language: string | undefined,
): Pick<WireItem, 'copyrightHolder' | 'copyrightNotice' | 'usageTerms'> {
  const rights = child(item, 'rightsInfo');
  const holder = child(rights, 'copyrightHolder');
  return present<Pick<WireItem, 'copyrightHolder' | 'copyrightNotice' | 'usageTerms'>>({
    copyrightHolder: nameOf(holder, language) ?? codeOf(holder)?.code,
    copyrightNotice: linesOf(rights, 'copyrightNotice', language),
    usageTerms: linesOf(rights, 'usageTerms', language),
  });
}

type Subject = NonNullable<WireItem['subjects']>[number];

function subjectsOf(
  contentMeta: XmlElement | undefined,
  { schemes, language }: { schemes: ReadonlyMap<string, string>; language: string | undefined },
): { readonly subjects: readonly Subject[]; readonly category: string | undefined } {
  let category: string | undefined;
  const subjects: Subject[] = [];
  for (const element of children(contentMeta, 'subject').slice(0, MOST_SUBJECTS)) {
    const code = codeOf(element, schemes);
    const name = nameOf(element, language);
    if (code?.alias !== undefined && sectionSchemes.has(code.alias)) category ??= name ?? code.code;
    const subject = {
      ...(code === undefined ? {} : { code: code.code }),
      ...(name === undefined ? {} : { name }),
      ...(code?.scheme === undefined ? {} : { scheme: code.scheme }),
    };
    if (code !== undefined || name !== undefined) subjects.push(subject);
  }
  return { subjects, category };
}
