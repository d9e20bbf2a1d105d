import { present } from '../present.ts';
import type { WireItem } from '../wire-item.ts';
import { attribute, child, children, descendants, textOf } from '../xml/xml-path.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import { descriptions } from './newsml-1-components.ts';
import { formalName } from './newsml-1-management.ts';

/** What the metadata of a story's components say. The innermost component that says a thing counts; lists are put together. */
export type Metadata = Pick<
  WireItem,
  'located' | 'source' | 'usageTerms' | 'copyrightHolder' | 'keywords' | 'subjects' | 'signals' | 'wordCount'
> & { readonly provider?: string; readonly notes: readonly string[] };

/** Descriptive, administrative and rights metadata along `path`, the outermost component first. */
export function metadataOf(path: readonly XmlElement[], noteProperties: readonly string[] = []): Metadata {
  const inner = [...path].reverse();
  const administrative = inner.flatMap((component) => children(component, 'AdministrativeMetadata'));
  const descriptive = inner.flatMap(descriptions);
  const rights = inner.flatMap((component) => children(component, 'RightsMetadata'));
  const properties = administrative.flatMap((metadata) => children(metadata, 'Property'));
  return {
    ...present<Omit<Metadata, 'notes'>>({
      located: cityOf(descriptive),
      source: partyOf(administrative, 'Source'),
      provider: partyOf(administrative, 'Provider'),
      usageTerms: unique(rights.flatMap(usageOf)).join('\n') || undefined,
      copyrightHolder: rights
        .map((each) => textOf(child(child(each, 'Copyright'), 'CopyrightHolder')))
        .find((name) => name),
      keywords: unique([...descriptive.flatMap(keywordsOf), ...inner.flatMap(otherKeywords)]),
      subjects: subjectsOf(descriptive),
      signals: unique(descriptive.flatMap(signalsOf)),
    }),
    notes: unique(
      properties
        .filter((property) => noteProperties.includes(attribute(property, 'FormalName') ?? ''))
        .map((property) => attribute(property, 'Value')),
    ),
  };
}

const unique = (texts: readonly (string | undefined)[]): string[] => [
  ...new Set(texts.filter((text) => text !== undefined)),
];

const partyOf = (administrative: readonly XmlElement[], name: string): string | undefined =>
  administrative
    .flatMap((metadata) => children(metadata, name))
    .map((role) => formalName(child(role, 'Party')))
    .find((party) => party);

/** The place of the origin before any other (Location/@HowPresent). */
function cityOf(descriptive: readonly XmlElement[]): string | undefined {
  const locations = descriptive.flatMap((metadata) => children(metadata, 'Location'));
  const origin = locations.filter((location) => attribute(location, 'HowPresent')?.toLowerCase() === 'origin');
  return [...origin, ...locations].map((location) => propertyOf(location, 'City')).find((city) => city);
}

const propertyOf = (element: XmlElement, name: string): string | undefined =>
  attribute(
    children(element, 'Property').find((property) => attribute(property, 'FormalName') === name),
    'Value',
  );

/** UsageType says what for; the rest of UsageRights where, when and by whom. */
const usageOf = (rights: XmlElement): (string | undefined)[] =>
  children(rights, 'UsageRights').flatMap((usage) => children(usage).map((part) => formalName(part)));

const keywordsOf = (metadata: XmlElement): (string | undefined)[] =>
  children(metadata, 'Property')
    .filter((property) => /^keywords?$/i.test(attribute(property, 'FormalName') ?? ''))
    .map((property) => attribute(property, 'Value'));

/** Metadata of an agency's own, where its type is about keywords. */
const otherKeywords = (component: XmlElement): (string | undefined)[] =>
  children(component, 'Metadata')
    .filter((metadata) => /keyword/i.test(formalName(child(metadata, 'MetadataType')) ?? ''))
    .flatMap((metadata) => children(metadata, 'Property').map((property) => attribute(property, 'Value')));

/** IPTC subject codes at their three levels, and codes of other schemes. */
function subjectsOf(descriptive: readonly XmlElement[]): NonNullable<WireItem['subjects']> {
  const levels = descriptive
    .flatMap((metadata) => children(metadata, 'SubjectCode'))
    .flatMap((subject) =>
      ['SubjectDetail', 'SubjectMatter', 'Subject'].flatMap((level) => descendants(subject, level)),
    );
  const made = new Map<string, { readonly code: string; readonly scheme?: string }>();
  for (const level of levels) {
    const code = attribute(level, 'FormalName');
    const scheme = attribute(level, 'Scheme');
    if (code !== undefined && !made.has(code)) made.set(code, { code, ...(scheme === undefined ? {} : { scheme }) });
  }
  return [...made.values()];
}

/** AFP's and others' genre of a lead ("Update") or a correction. */
const signalsOf = (metadata: XmlElement): string[] =>
  children(metadata, 'Genre').flatMap((genre) => {
    const name = formalName(genre)?.toLowerCase() ?? '';
    if (/^(?:update|lead|new ?lead|writethru)$/.test(name)) return ['update'];
    return /^(?:correction|corrected|corrective)$/.test(name) ? ['correction'] : [];
  });
