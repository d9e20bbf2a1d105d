import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Copy } from '../src/story/copy.ts';
import { copyOf } from '../src/wire/copy-of.ts';
import { parse } from '../src/wire/parse.ts';

const ITEMS = 6;
const PARAGRAPHS = 18;
const SUBJECTS = 14;

const folder = fileURLToPath(new URL('../fixtures/copy', import.meta.url));
const stories: readonly Copy[] = readdirSync(folder).flatMap((name) => {
  const parsed = parse(readFileSync(join(folder, name)), name);
  return parsed.ok ? parsed.items.map((item) => copyOf(item).copy) : [];
});
const paragraphs = stories.flatMap(({ blocks }) => blocks.map(({ text }) => text)).filter((text) => text.length > 60);

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A newsMessage with several stories, as agencies send them: as much about the copy as copy. Another for each `number`. */
export function newsMessage(number: number): string {
  const items = Array.from({ length: ITEMS }, (_, index) => newsItem(number * ITEMS + index));
  return `<?xml version="1.0" encoding="UTF-8"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/">
  <header><sent>2026-03-02T21:10:00Z</sent><sender>northwire.example</sender><priority>4</priority></header>
  <itemSet>
${items.join('\n')}
  </itemSet>
</newsMessage>
`;
}

function newsItem(number: number): string {
  const { headline } = stories[number % stories.length] ?? { headline: '' };
  const minute = String(number % 60).padStart(2, '0');
  return `    <newsItem guid="urn:newsml:northwire.example:20260302:${number}" version="${1 + (number % 7)}" standard="NewsML-G2" standardversion="2.34" conformance="power" xml:lang="en-GB">
      <catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"/>
      <rightsInfo>
        <copyrightHolder qcode="nwparty:northwire"><name xml:lang="en">Northwire Co-operative</name></copyrightHolder>
        <copyrightNotice xml:lang="en">(c) 2026 Northwire Co-operative</copyrightNotice>
        <usageTerms xml:lang="en">Use only with the written agreement of Northwire.</usageTerms>
      </rightsInfo>
      <itemMeta>
        <itemClass qcode="ninat:text"/>
        <provider qcode="nprov:northwire"><name>Northwire</name></provider>
        <versionCreated>2026-03-02T21:${minute}:00+01:00</versionCreated>
        <firstCreated>2026-03-02T20:${minute}:00+01:00</firstCreated>
        <pubStatus qcode="stat:usable"><name xml:lang="en">Usable</name></pubStatus>
        <service qcode="nwsvc:gen"><name>General news</name></service>
        <edNote role="nwnote:closing">nw ${number} jd</edNote>
        <signal qcode="sig:update"/>
        <link rel="irel:seeAlso" rank="1" residref="urn:newsml:northwire.example:pic:${number}" href="https://northwire.example/p/${number}.jpg" contenttype="image/jpeg"><itemClass qcode="ninat:picture"/><title>A picture of the story</title></link>
      </itemMeta>
      <contentMeta>
        <urgency>${1 + (number % 6)}</urgency>
        <contentCreated>2026-03-02T20:00:00+01:00</contentCreated>
        <located qcode="nwplace:${number % 90}"><name xml:lang="en">Port Meridian</name><broader qcode="iso3166-1a2:XM"><name xml:lang="en">Lowmark</name></broader></located>
        <creator qcode="nwstaff:${number % 40}"><name>Ana Duarte</name></creator>
        <language tag="en-GB"/>
        <genre qcode="genre:Current"><name xml:lang="en">Current</name></genre>
        <keyword rank="1">port</keyword><keyword rank="2">fire</keyword>
${subjects(number)}
        <slugline separator="-">MERIDIAN-${number}</slugline>
        <headline rank="1">${escaped(headline)} ${number}</headline>
        <dateline>Port Meridian (Northwire) -</dateline>
        <by>By Ana Duarte</by>
        <creditline>Northwire</creditline>
        <description role="drol:summary">${escaped((paragraphs[number % paragraphs.length] ?? '').slice(0, 200))}</description>
      </contentMeta>
      <contentSet>
        <inlineXML contenttype="application/xhtml+xml" wordcount="600">
          <html xmlns="http://www.w3.org/1999/xhtml">
            <head><title>${escaped(headline)}</title></head>
            <body>
${body(number)}
            </body>
          </html>
        </inlineXML>
      </contentSet>
    </newsItem>`;
}

const subjects = (number: number): string =>
  Array.from(
    { length: SUBJECTS },
    (_, index) =>
      `        <subject type="cpnat:abstract" rank="${index + 1}" qcode="medtop:${20000000 + ((number * 31 + index * 97) % 1400)}"><name xml:lang="en">topic ${(number + index) % 300}</name><broader qcode="medtop:04000000"><name xml:lang="en">economy, business and finance</name></broader></subject>`,
  ).join('\n');

/** Paragraphs of our own stories in another order for each number, with a link, some emphasis and a sub-heading. */
function body(number: number): string {
  return Array.from({ length: PARAGRAPHS }, (_, index) => {
    const text = escaped(paragraphs[(number * 7 + index * 13) % paragraphs.length] ?? '');
    if (index === 0) return `              <p>PORT MERIDIAN, March 2 (Northwire) - ${text}</p>`;
    if (index % 6 === 5)
      return `              <h2>Part ${index}</h2>\n              <p><strong>Northwire</strong> reports: ${text}</p>`;
    if (index % 6 === 3)
      return `              <p>${text} <a href="https://northwire.example/s/${number}">More</a>.</p>`;
    return `              <p>${text}</p>`;
  }).join('\n');
}
