import { raw } from 'hono/html';
import { linkTo } from '../routes.ts';
import type { StoryLine } from '../story/story.ts';
import type { Frame } from './newsroom.ts';
import { type Html, html } from './parts/html.ts';
import { modifiedAt } from './parts/story-head.ts';

/** What XML 1.0 has no place for, even escaped. */
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
/** Text without what XML 1.0 has no place for. */
export const xml = (text: string): string => text.replace(NOT_XML, '');

/** The latest stories as an Atom feed (RFC 4287). An entry's id never changes, its `updated` says when its words did. */
export function renderFeed(frame: Frame, lines: readonly StoryLine[], now: Date): Html {
  const { edition, url } = frame;
  const updated =
    lines
      .map(modifiedAt)
      .filter((at) => at !== undefined)
      .sort()
      .at(-1) ?? now.toISOString();
  return html`${raw('<?xml version="1.0" encoding="utf-8"?>')}
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${edition.language}">
<id>${url}/</id>
<title>${xml(edition.name)}</title>
<subtitle>${xml(edition.tagline)}</subtitle>
<updated>${updated}</updated>
<link rel="self" type="application/atom+xml" href="${url}${linkTo('feed')}"/>
<link rel="alternate" type="text/html" href="${url}/"/>
<icon>${url}${linkTo('favicon')}</icon>
<author><name>${xml(edition.name)}</name><uri>${url}/</uri></author>
<generator>Copydesk</generator>
${lines.map((line) => renderEntry(line, url))}</feed>
`;
}

function renderEntry(line: StoryLine, url: string): Html {
  const address = `${url}${linkTo('story', { slug: line.slug })}`;
  return html`<entry>
<id>${entryId(line, url)}</id>
<title>${xml(line.headline)}</title>
<link rel="alternate" type="text/html" href="${address}"/>
${(line.alsoBy ?? []).map((other) => related(other, url))}<published>${line.publishedAt}</published>
<updated>${modifiedAt(line)}</updated>
${line.creditLine && html`<author><name>${xml(line.creditLine)}</name></author>`}
${line.section && html`<category term="${xml(line.section)}"/>`}
<summary>${xml(summaryOf(line))}</summary>
${line.creditLine && html`<rights>${xml(line.creditLine)}</rights>`}
</entry>
`;
}

/** The same event in another agency's words. */
const related = (
  { slug, creditLine, headline }: StoryLine,
  url: string,
): Html => html`<link rel="related" type="text/html" href="${`${url}${linkTo('story', { slug })}`}" title="${xml(creditLine ? `${creditLine}: ${headline}` : headline)}"/>
`;

/** The standfirst, and of a corrected story what was wrong: whoever read the entry before must hear of it. */
const summaryOf = ({ standfirst, correctionNote }: StoryLine): string =>
  correctionNote === undefined ? standfirst : `${standfirst} Correction: ${correctionNote}`.trim();

/** A tag: URI (RFC 4151) with the day of first publication: the same through every update and correction. */
const entryId = ({ slug, publishedAt }: StoryLine, url: string): string =>
  `tag:${new URL(url).hostname},${publishedAt?.slice(0, 10)}:story/${encodeURIComponent(slug)}`;
