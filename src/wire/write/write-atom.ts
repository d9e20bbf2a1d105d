import { addressOfGuid } from './guid-address.ts';
import type { OutgoingStory } from './outgoing-story.ts';
import { writeBlocks } from './write-blocks.ts';
import { attributesOf, element } from './xml-text.ts';

/** Stories as an Atom feed (RFC 4287) with their whole words; withdrawn ones as the tombstones of RFC 6721. */
export function writeAtom(
  stories: readonly OutgoingStory[],
  feed: { readonly title: string; readonly url: string; readonly now: Date },
): string {
  const updated =
    stories
      .map((story) => story.changedAt)
      .sort()
      .at(-1) ?? feed.now.toISOString();
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0">
${element('id', `${feed.url}/`)}${element('title', feed.title)}${element('updated', updated)}<author>${element('name', feed.title)}</author>
<link${attributesOf({ rel: 'alternate', type: 'text/html', href: `${feed.url}/` })}/>
<generator>Copydesk</generator>
${stories.map((story) => (story.copy ? entry(story, story.copy) : tombstone(story))).join('')}</feed>
`;
}

function entry(story: OutgoingStory, copy: NonNullable<OutgoingStory['copy']>): string {
  const author = copy.byline ?? copy.creditLine;
  return `<entry${attributesOf({ 'xml:lang': copy.language })}>
${element('id', addressOfGuid(story.guid))}${element('title', copy.headline)}<link${attributesOf({ rel: 'alternate', type: 'text/html', href: story.page })}/>
${element('published', story.publishedAt)}${element('updated', story.changedAt)}${author ? `<author>${element('name', author)}</author>\n` : ''}${category(copy.section)}${copy.keywords.map(category).join('')}${element('rights', copy.creditLine)}<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
${writeBlocks(copy)}
</div></content>
</entry>
`;
}

const category = (term: string | undefined): string => (term ? `<category${attributesOf({ term })}/>\n` : '');

const tombstone = (story: OutgoingStory): string =>
  `<at:deleted-entry${attributesOf({ ref: addressOfGuid(story.guid), when: story.changedAt })}>${element('at:comment', story.notice)}</at:deleted-entry>\n`;
