import { present } from '../present.ts';
import { addressOfGuid } from './guid-address.ts';
import { type Derived, dateTime, derivedOf, noteOn, type OutgoingStory, sourceTypeOf } from './outgoing-story.ts';
import { writeBlocks } from './write-blocks.ts';
import { escaped } from './xml-text.ts';

/** The keys of ninjs 3.1 that we write (https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json); it allows no others. */
export type NinjsOut = Readonly<Record<string, unknown>> & { readonly uri: string };

/**
 * A story as a ninjs 3.1 item. What was made here stands apart from the agency's words, as associated items that each say what
 * made them (`digitalSourceType`). ninjs has no place for keywords and signals: keywords go out as subjects.
 */
export function writeNinjs(story: OutgoingStory): NinjsOut {
  const { copy } = story;
  return present<NinjsOut>({
    uri: addressOfGuid(story.guid),
    standard: { name: 'ninjs', version: '3.1', schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json' },
    type: 'text',
    representationType: 'full',
    version: story.version,
    firstCreated: dateTime(copy?.firstCreated),
    versionCreated: copy ? dateTime(copy.versionCreated) : dateTime(story.changedAt),
    embargoedUntil: dateTime(story.embargoedUntil),
    pubStatus: story.pubStatus,
    language: copy?.language,
    edNote: noteOn(story),
    slugline: copy?.slugline,
    by: copy?.byline,
    located: copy?.dateline?.place,
    headlines: copy && [{ role: 'main', ...text(copy.headline) }],
    descriptions: copy?.creditLine ? [{ role: 'creditline', ...text(copy.creditLine) }] : undefined,
    bodies: copy && [{ role: 'main', contentType: 'text/html', value: writeBlocks(copy) }],
    infoSources: copy?.creditLine ? [{ name: copy.creditLine }] : undefined,
    subjects: copy && subjectsOf(copy),
    altIds: [{ role: 'page', value: story.page }],
    associations: derivedOf(copy && story.furniture).map((each) => association(each, story)),
  });
}

function subjectsOf({ section, keywords }: NonNullable<OutgoingStory['copy']>): readonly object[] {
  const first = section ? [{ name: section, rel: 'section' }] : [];
  return [...first, ...keywords.map((name) => ({ name, rel: 'about' }))];
}

/** Markup is declared where the words could be taken for some; "Smith & Sons" stays as it is. */
const text = (words: string): { readonly contentType?: string; readonly value: string } =>
  /[<>]|&[#\w]/.test(words) ? { contentType: 'text/html', value: escaped(words) } : { value: words };

function association(made: Derived, story: OutgoingStory): object {
  const { name, number, madeBy } = made;
  const inHeadline = name === 'displayHeadline' || name === 'keyPointsTitle';
  return present({
    name: `${name}-${number}`,
    uri: `${addressOfGuid(story.guid)}#${name}-${number}`,
    type: 'text',
    language: story.copy?.language,
    by:
      madeBy.kind === 'engine'
        ? `Copydesk’s editing engine ${madeBy.version}`
        : 'name' in madeBy
          ? madeBy.name
          : undefined,
    digitalSourceType: sourceTypeOf(madeBy),
    [inHeadline ? 'headlines' : 'bodies']: [{ role: name, contentType: 'text/plain', value: made.text }],
  });
}
