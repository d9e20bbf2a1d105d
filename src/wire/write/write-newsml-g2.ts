import { dateTime, derivedOf, noteOn, type OutgoingStory, sourceTypeOf } from './outgoing-story.ts';
import { writeBlocks } from './write-blocks.ts';
import { attributesOf, element, escaped } from './xml-text.ts';

const CATALOG = 'http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml';
const roles = {
  displayHeadline: undefined,
  standfirst: 'drol:teaser',
  summary: 'drol:summary',
  keyPointsTitle: undefined,
  keyPoint: 'drol:summary',
} as const;

/** One or more stories as a NewsML-G2 2.34 document, power conformance: a newsItem, or a newsMessage of several. */
export function writeNewsmlG2(
  stories: readonly OutgoingStory[],
  { provider, now }: { readonly provider: string; readonly now: Date },
): string {
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
  const only = stories.length === 1 ? stories[0] : undefined;
  if (only) return head + newsItem(only, provider);
  return `${head}<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/">
<header>
<sent>${now.toISOString()}</sent>
${element('sender', provider)}</header>
<itemSet>
${stories.map((story) => newsItem(story, provider)).join('')}</itemSet>
</newsMessage>
`;
}

// @NOTE The order of elements is the schema's (NAR 1.x, `newsItem`): a validating receiver refuses any other.
function newsItem(story: OutgoingStory, provider: string): string {
  const { copy } = story;
  const versionCreated = dateTime(copy?.versionCreated) ?? story.changedAt;
  return `<newsItem${attributesOf({
    xmlns: 'http://iptc.org/std/nar/2006-10-01/',
    guid: story.guid,
    version: story.version,
    standard: 'NewsML-G2',
    standardversion: '2.34',
    conformance: 'power',
    'xml:lang': copy?.language ?? 'en',
  })}>
<catalogRef href="${CATALOG}"/>
<rightsInfo>
<copyrightHolder${attributesOf({ literal: copy?.creditLine ?? provider })}>${element('name', copy?.creditLine ?? provider)}</copyrightHolder>
</rightsInfo>
<itemMeta>
<itemClass qcode="ninat:text"/>
<provider${attributesOf({ literal: provider })}>${element('name', provider)}</provider>
${element('versionCreated', versionCreated)}${element('firstCreated', dateTime(copy?.firstCreated))}${element('embargoed', dateTime(story.embargoedUntil))}<pubStatus qcode="stat:${story.pubStatus}"/>
${element('edNote', noteOn(story), { role: copy?.signals.includes('correction') ? 'edrole:correction' : undefined })}${signals(story)}<link${attributesOf({ rel: 'irel:seeAlso', href: story.page })}/>
</itemMeta>
${copy ? contentMeta(story, copy) : ''}${contentSet(story)}</newsItem>
`;
}

const signals = ({ copy }: OutgoingStory): string =>
  (copy?.signals ?? [])
    .filter((signal) => signal === 'correction' || signal === 'update')
    .map((signal) => `<signal qcode="sig:${signal}"/>\n`)
    .join('');

function contentMeta(story: OutgoingStory, copy: NonNullable<OutgoingStory['copy']>): string {
  return `<contentMeta>
${copy.dateline?.place ? `<located${attributesOf({ literal: copy.dateline.place })}>${element('name', copy.dateline.place)}</located>\n` : ''}<language${attributesOf({ tag: copy.language })}/>
${copy.keywords.map((keyword) => element('keyword', keyword)).join('')}${subject(copy.section)}${element('slugline', copy.slugline)}${element('headline', copy.headline, { rank: '1' })}${made(story, 'headline')}${element('dateline', copy.dateline?.text)}${element('by', copy.byline)}${element('creditline', copy.creditLine)}${made(story, 'description')}</contentMeta>
`;
}

const subject = (section: string | undefined): string =>
  section ? `<subject${attributesOf({ literal: section })}>${element('name', section)}</subject>\n` : '';

/** What was made here says so itself: `creator` and, by IPTC's digital source types, `howuri`. */
function made({ furniture }: OutgoingStory, name: 'headline' | 'description'): string {
  return derivedOf(furniture)
    .filter((each) => (each.name === 'displayHeadline') === (name === 'headline'))
    .map((each) =>
      element(name, each.text, {
        id: `${each.name}-${each.number}`,
        creator: each.madeBy.kind === 'engine' ? `copydesk:engine-${each.madeBy.version}` : undefined,
        howuri: sourceTypeOf(each.madeBy)?.uri,
        role: roles[each.name],
        rank: name === 'headline' ? '9' : undefined,
      }),
    )
    .join('');
}

/** A withdrawn story has an empty content set: there are no words to give. */
function contentSet({ copy }: OutgoingStory): string {
  if (!copy) return '';
  return `<contentSet>
<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>${escaped(copy.headline)}</title></head>
<body>
${writeBlocks(withoutDateline(copy))}
</body></html></inlineXML>
</contentSet>
`;
}

const withoutDateline = ({ blocks }: NonNullable<OutgoingStory['copy']>) => ({ blocks });
