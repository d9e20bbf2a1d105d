import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { copyOf } from '../copy-of.ts';
import { parse } from '../parse.ts';
import type { WireItem } from '../wire-item.ts';

function read(xml: string): readonly WireItem[] {
  const parsed = parse(new TextEncoder().encode(xml));
  assert.ok(parsed.ok, parsed.ok ? '' : parsed.refusal.message);
  return parsed.items;
}
const fixture = (name: string) =>
  readFileSync(new URL(`../../../fixtures/wire/newsml/g2-${name}.xml`, import.meta.url), 'utf8');

/** A news item with what is given inside of its parts. */
const item = ({ meta = '', content = '', body = '', guid = 'urn:x:1' }: Readonly<Record<string, string>> = {}) =>
  `<newsItem guid="${guid}" version="1" xml:lang="en"><itemMeta><itemClass qcode="ninat:text"/>${meta}</itemMeta><contentMeta><headline>Rain at last</headline>${content}</contentMeta><contentSet>${body || '<inlineXML contenttype="application/xhtml+xml"><html><body><p>It rained.</p></body></html></inlineXML>'}</contentSet></newsItem>`;
const first = (parts?: Readonly<Record<string, string>>) => read(item(parts))[0];
const texts = (read: WireItem | undefined) => read?.body?.map(({ kind, text }) => `${kind}: ${text}`);

describe('a NewsML-G2 news item', () => {
  const [story] = read(fixture('story'));

  it('gives identity, status, notes and what this version is', () => {
    assert.equal(story?.guid, 'urn:newsml:northwire.example:20260302:quay-fire');
    assert.equal(story?.version, '3');
    assert.equal(story?.type, 'text');
    assert.equal(story?.source, 'Northwire');
    assert.equal(story?.firstCreated, '2026-03-02T19:05:00Z');
    assert.equal(story?.versionCreated, '2026-03-02T21:10:00Z');
    assert.equal(story?.pubStatus, 'usable');
    assert.deepEqual(story?.signals, ['update', 'correction']);
    assert.deepEqual(story?.replaces, ['urn:newsml:northwire.example:20260302:quay-alert']);
    assert.equal(story?.edNote, 'Corrects the number of warehouses in the second paragraph to three.');
    assert.equal(story?.privateNote, 'nw jd/ks\nDesk: Jo Brandt, +00 555 0199\nPort office, night number: 555 0100');
    assert.equal(copyOf(story ?? {}).copy.correctionNote, story?.edNote);
  });

  it('gives the main headline, the words around the story and its rights, in its language', () => {
    assert.equal(story?.headline, 'Fire destroys three warehouses at Port Meridian');
    assert.equal(story?.abstract, 'Three warehouses burned down; nobody was hurt.');
    assert.equal(story?.byline, 'By Ana Duarte');
    assert.equal(story?.located, 'Port Meridian');
    assert.deepEqual(story?.dateline, {
      text: 'PORT MERIDIAN, March 2 (Northwire)',
      place: 'PORT MERIDIAN',
      date: '2026-03-02',
    });
    assert.equal(story?.urgency, 2);
    assert.deepEqual(story?.keywords, ['fire', 'port']);
    assert.equal(story?.copyrightNotice, 'Copyright 2026 Northwire. All rights reserved.');
    assert.equal(story?.copyrightHolder, 'Northwire Co-operative');
    assert.equal(story?.usageTerms, 'No archives after 30 days.');
    assert.equal(story?.wordCount, 52);
  });

  it('gives every subject with the address of its scheme', () => {
    assert.deepEqual(story?.subjects, [
      { code: '03000000', name: 'disaster and accident', scheme: 'http://cv.iptc.org/newscodes/mediatopic/' },
      { code: 'ports', name: 'Ports', scheme: 'https://northwire.example/topics/' },
      { code: '20000151', scheme: 'http://cv.iptc.org/newscodes/mediatopic/' },
    ]);
  });

  it('keeps the body whole, without the page’s head and what is for nobody', () => {
    assert.deepEqual(texts(story), [
      'paragraph: A fire destroyed three warehouses on Monday night.',
      'paragraph: "We saw the flames from the hill," said Captain Ines Duarte.',
      'heading: What burned',
      'item: Timber',
      'item: Wool & felt',
      'table: Shed\tLoss\nEast\t40,000',
    ]);
    assert.deepEqual(story?.body?.[0]?.marks, [{ kind: 'emphasis', start: 7, end: 16 }]);
  });

  it('gives pictures, not pages of the web that it recommends', () => {
    assert.deepEqual(story?.associations, [
      {
        guid: 'urn:newsml:northwire.example:20260302:quay-picture',
        type: 'picture',
        headline: 'The east quay',
        renditions: [{ href: 'https://northwire.example/p/quay.jpg', mimeType: 'image/jpeg' }],
      },
      {
        type: 'picture',
        renditions: [{ name: 'web', href: 'https://northwire.example/p/map.png', mimeType: 'image/png' }],
      },
    ]);
  });
});

describe('the headline of a NewsML-G2 item', () => {
  const headline = (content: string) => first({ content })?.headline;

  it('is the one without a role, else one of a role that is no lesser line', () => {
    assert.equal(headline('<headline role="x:seo">Rain, storm, news</headline>'), 'Rain at last');
    const only = item().replace(
      '<headline>Rain at last</headline>',
      '<headline role="x:kicker">Weather</headline><headline role="x:print">Rain</headline>',
    );
    assert.equal(read(only)[0]?.headline, 'Rain');
  });
});

describe('the status of a NewsML-G2 item', () => {
  const status = (meta: string) => first({ meta })?.pubStatus;

  it('is read by code, by address and by word, and is the agency’s silence when it is missing', () => {
    assert.equal(status('<pubStatus qcode="stat:withheld"/>'), 'withheld');
    assert.equal(status('<pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/canceled"/>'), 'canceled');
    assert.equal(status('<pubStatus>usable</pubStatus>'), 'usable');
    assert.equal(status(''), undefined);
  });

  it('holds when it cannot be read, or when a deleted item calls itself usable', () => {
    assert.equal(status('<pubStatus qcode="stat:commissioned"/>'), 'unreadable');
    assert.equal(status('<pubStatus/>'), 'unreadable');
    assert.equal(status('<pubStatus qcode="stat:usable"/><signal qcode="edStat:D"/>'), 'unreadable');
  });

  it('embargoes until an instant, and without end where none can be read', () => {
    const embargo = (end: string) => first({ meta: `<embargoed>${end}</embargoed>` })?.embargoedUntil;
    assert.equal(embargo('2026-03-03T07:00:00+01:00'), '2026-03-03T06:00:00Z');
    assert.equal(embargo(''), 'embargoed, no time given');
    assert.equal(embargo('2026-03-03T07:00:00'), '2026-03-03T07:00:00');
    assert.equal(first()?.embargoedUntil, undefined);
    assert.equal(copyOf(first({ meta: '<embargoed/>' }) ?? {}).copy.embargoedUntil, 'unreadable');
  });

  it('withdraws with an empty body, and takes no time for a dateline', () => {
    const [withdrawn] = read(fixture('withdrawn'));
    assert.equal(withdrawn?.pubStatus, 'canceled');
    assert.equal(withdrawn?.guid, 'tag:worldwire.example,2026:newsml_L1N14N');
    assert.equal(withdrawn?.body, undefined);
    assert.equal(withdrawn?.dateline, undefined);
    assert.equal(withdrawn?.located, undefined);
    assert.equal(withdrawn?.abstract, undefined);
  });
});

describe('the notes of a NewsML-G2 item', () => {
  it('follow the agency’s own roles: STT tells editors and readers apart', () => {
    const read = first({
      meta: '<edNote role="sttnote:private">Kappale 2 muutettu</edNote><edNote role="sttnote:public">Korjattu aiempaa uutista.</edNote>',
    });
    assert.equal(read?.edNote, 'Korjattu aiempaa uutista.');
    assert.equal(read?.privateNote, 'Kappale 2 muutettu');
    assert.equal(first({ meta: '<edNote role="dpaednoterole:localities">Kai 1</edNote>' })?.privateNote, 'Kai 1');
  });

  it('are private when they say so, whatever their role, also inside the body', () => {
    const note = 'The following information is not intended for publication';
    const read = first({
      meta: `<edNote><section><p>Contacts</p><p>${note}</p><p>Jo, 555</p></section></edNote>`,
      body: `<inlineData contenttype="text/plain">It rained.\n\nIt stopped.\n\n${note}\n\nAna, 556</inlineData>`,
    });
    assert.equal(read?.edNote, undefined);
    assert.match(read?.privateNote ?? '', /Jo, 555[\s\S]*Ana, 556/);
    assert.deepEqual(texts(read), ['paragraph: It rained.', 'paragraph: It stopped.']);
  });

  it('say what a version is where no signal does', () => {
    assert.deepEqual(first({ meta: '<edNote>Eds: CORRECTS: Name in 2nd paragraph.</edNote>' })?.signals, [
      'correction',
    ]);
    assert.deepEqual(first({ meta: '<signal qcode="edStat:C"/><signal qcode="prodId:TXT"/>' })?.signals, [
      'correction',
    ]);
    assert.deepEqual(first({ meta: '<signal qcode="update:append-major-content"/>' })?.signals, ['update']);
  });
});

describe('the content of a NewsML-G2 item', () => {
  it('is the richest that says anything', () => {
    const plain = '<inlineData contenttype="text/plain">Plain words.</inlineData>';
    const empty = '<inlineXML contenttype="application/xhtml+xml"><html><body/></html></inlineXML>';
    const html = '<inlineData contenttype="text/html"><![CDATA[<p>Rich <b>words</b>.</p>]]></inlineData>';
    const sports =
      '<inlineXML contenttype="application/sportsml+xml"><sports-content><sports-title>x</sports-title></sports-content></inlineXML>';
    assert.deepEqual(texts(first({ body: plain + empty + html + sports })), ['paragraph: Rich words.']);
    assert.deepEqual(texts(first({ body: empty + plain })), ['paragraph: Plain words.']);
    assert.equal(texts(first({ body: empty + sports })), undefined);
  });

  it('is NITF inside, whose head speaks where the item is silent and whose status only tightens', () => {
    const [wheat] = read(fixture('nitf-inside'));
    assert.equal(wheat?.headline, 'Wheat price falls again');
    assert.equal(wheat?.byline, 'By Karel Novy');
    assert.equal(wheat?.pubStatus, 'withheld');
    assert.equal(wheat?.dateline?.place, 'EAST FERRY');
    assert.deepEqual(texts(wheat), [
      'paragraph: Wheat fell for the third day.',
      'paragraph: Mills in Ostrow stopped buying.',
      'paragraph: Eastern writer Mila Kost contributed.',
    ]);
    assert.equal(wheat?.privateNote, 'Call the desk on 555 0150.');
  });

  it('keeps the lines of a typewriter: paragraphs that are set in, and results', () => {
    const page = (text: string) =>
      `<inlineXML contenttype="application/xhtml+html"><html><head><title/></head><body><p>${text}</p></body></html></inlineXML>`;
    const report =
      '(Adds detail)\n    March 3 (Worldwire) - Gold rose on Tuesday as the\ndollar fell.\n    Traders waited for the bank\nto speak.';
    assert.deepEqual(texts(first({ body: page(report) })), [
      'paragraph: (Adds detail)',
      'paragraph: Gold rose on Tuesday as the dollar fell.',
      'paragraph: Traders waited for the bank to speak.',
    ]);
    const results = 'Monday, March 2\nGulls     2 Terns     0\nRooks     1 Swans     1\nHerons    3 Ducks     2';
    assert.deepEqual(texts(first({ body: page(results) })), [`preformatted: ${results}`]);
  });

  it('says the byline once', () => {
    const body = '<inlineXML><html><body><p>By Jo Park</p><p>It rained.</p></body></html></inlineXML>';
    assert.deepEqual(texts(first({ content: '<by>By Jo Park</by>', body })), ['paragraph: It rained.']);
  });
});

describe('a NewsML-G2 message', () => {
  it('of any prefix gives its package and items in order, without the one that is empty', () => {
    const items = read(fixture('message'));
    assert.deepEqual(
      items.map(({ type, headline }) => `${type}: ${headline}`),
      ['composite: Ferry strike: all items', 'text: Ferries stop', 'picture: Crews at the pier'],
    );
    const [whole, ferry, picture] = items;
    assert.deepEqual(
      whole?.associations?.map(({ guid, type }) => `${type} ${guid}`),
      ['text tag:lowmark.example,2026:ferry', 'picture tag:lowmark.example,2026:ferry-pic'],
    );
    assert.deepEqual(ferry?.associations?.[0]?.renditions?.[0]?.href, 'https://lowmark.example/f.jpg');
    assert.deepEqual(ferry?.dateline, { text: 'Lowmark (LP)', place: 'Lowmark' });
    assert.deepEqual(picture?.renditions, [
      { name: 'highRes', href: 'https://lowmark.example/f.jpg', mimeType: 'image/jpeg' },
    ]);
    assert.equal(picture?.abstract, 'Crews wait at Lowmark pier.');
  });

  it('that was cut off on its way keeps its whole items and holds the one it broke off in', () => {
    const message = `<newsMessage><itemSet>${item()}${item({ guid: 'urn:x:2' })}`;
    const items = read(message.slice(0, message.lastIndexOf('rained.')));
    assert.deepEqual(
      items.map(({ guid, pubStatus }) => [guid, pubStatus]),
      [
        ['urn:x:1', undefined],
        ['urn:x:2', 'unreadable'],
      ],
    );
  });

  it('of plans and concepts only is refused by name, and beside a story they are left out', () => {
    const planning = '<planningItem guid="urn:p:1" version="1"/>';
    const refused = parse(new TextEncoder().encode(planning));
    assert.ok(!refused.ok);
    assert.match(refused.refusal.message, /holds a plan of coverage and no story/);
    assert.equal(read(`<newsMessage><itemSet>${planning}${item()}</itemSet></newsMessage>`).length, 1);
  });

  it('links a version under a new guid to the one that it follows', () => {
    const stt = item({
      guid: 'urn:newsml:wire.example:20260303:77',
      meta: '<link guidref="urn:newsml:wire.example:20260302:77" version="2"/>',
    });
    assert.deepEqual(read(stt)[0]?.replaces, ['urn:newsml:wire.example:20260302:77']);
    assert.equal(first({ meta: '<link guidref="urn:x:1" version="1"/>' })?.replaces, undefined);
  });
});
