import { homeOf } from '../times/agency-clock.ts';
import { attribute, child, children, textOf } from '../xml/xml-path.ts';
import type { XmlElement } from '../xml/xml-tree.ts';

/** How one agency's NITF differs from the standard. `name` is its credit line. */
export type NitfDialect = {
  readonly name: string;
  /** Found in who the file says it is from: registrar, copyright holder, distributor, delivery list. */
  readonly signature: RegExp;
  /** Where its clock stands, for times without a zone (IANA). */
  readonly timeZone?: string | undefined;
  /** It puts the subtitle into the byline. */
  readonly bylineIsSubtitle?: boolean;
  /** Signs in front of a headline that are for the agency's terminals. */
  readonly headlineMark?: RegExp;
};

const dialects: readonly NitfDialect[] = [
  {
    name: 'ANSA',
    signature: /\bANSA\b/,
    timeZone: homeOf('ANSA'),
    bylineIsSubtitle: true,
    headlineMark: /^[>+=]{1,4}\s?(?:ANSA\/)?\s?|^\+{1,4}\s?/,
  },
  { name: 'AAP', signature: /^AAP\.|\bAAP\b|\bAustralian Associated Press\b/m, timeZone: homeOf('AAP') },
  { name: 'PA', signature: /^PA$|\bPress Association\b|\bPA Media\b/m, timeZone: homeOf('PA') },
  { name: 'NTB', signature: /\bNTB\b/, timeZone: homeOf('NTB'), headlineMark: /^\*\s?/ },
  { name: 'Ritzau', signature: /\britzau\b/i, timeZone: homeOf('Ritzau'), headlineMark: /^\*\s?/ },
  { name: 'EFE', signature: /\bEFE\b/, timeZone: homeOf('EFE') },
  { name: 'AP', signature: /^AP$|\bThe Associated Press\b/m },
];

/** The dialect of a document, or undefined when it keeps to the standard as far as we know. */
export function nitfDialect(nitf: XmlElement): NitfDialect | undefined {
  const docdata = docdataOf(nitf);
  const head = child(child(nitf, 'body'), 'body.head');
  // The holder of the rights last: an agency passes on what another wrote, and its own clock counts.
  const said = [
    textOf(child(head, 'distributor')),
    attribute(child(docdata, 'doc-id'), 'regsrc'),
    attribute(child(docdata, 'doc-id'), 'id-string'),
    ...children(child(docdata, 'del-list'), 'from-src').map((source) => attribute(source, 'src-name')),
    attribute(child(docdata, 'doc.copyright'), 'holder'),
  ];
  for (const words of said) {
    const found = words === undefined ? undefined : dialects.find(({ signature }) => signature.test(words));
    if (found) return found;
  }
  return undefined;
}

/** `docdata` stands in the head; some agencies put it elsewhere. */
export const docdataOf = (nitf: XmlElement): XmlElement | undefined =>
  child(child(nitf, 'head'), 'docdata') ?? child(nitf, 'docdata');

// What agencies' own <meta> names say, in any dialect. The first name that a document has counts.
const metaNames = {
  slugline: ['anpa-keyword', 'slugline', 'slug', 'ntbstikkord'],
  takeKey: ['anpa-takekey'],
  category: ['category', 'categoria', 'anpa-category', 'ntbkategori'],
  wordCount: ['anpa-wordcount', 'wordcount'],
  subject: ['category_iptc'],
} as const;

/** The content of the document's <meta> of a meaning. */
export function metaOf(nitf: XmlElement, meaning: keyof typeof metaNames): string | undefined {
  const metas = children(child(nitf, 'head'), 'meta');
  for (const name of metaNames[meaning]) {
    const meta = metas.find((each) => attribute(each, 'name')?.toLowerCase() === name);
    const content = attribute(meta, 'content');
    if (content !== undefined) return content.replace(/\s+/g, ' ');
  }
  return undefined;
}
