import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parse } from '../parse.ts';
import type { WireItem } from '../wire-item.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function read(text: string | Uint8Array): WireItem {
  const parsed = parse(typeof text === 'string' ? bytes(text) : text);
  assert.ok(parsed.ok, parsed.ok ? '' : parsed.refusal.message);
  assert.equal(parsed.items.length, 1);
  return parsed.items[0] as WireItem;
}

const document = (docdata: string, body = '<p>The harbour wall at Carrow has been closed.</p>'): string =>
  `<nitf><head>${docdata}</head><body><body.head><hedline><hl1>Harbour wall closed</hl1></hedline></body.head><body.content>${body}</body.content></body></nitf>`;

describe('an NITF document', () => {
  it('gives readers no note of an unknown class, and nobody one that says so', () => {
    const note = (attributes: string, words: string) =>
      `<note ${attributes}><body.content><p>${words}</p></body.content></note>`;
    const item = read(
      document(
        '<title>Harbour</title>',
        `<p>The harbour wall at Carrow has been closed.</p>${note('noteclass="desk"', 'Ring Jo.')}${note('', 'Not for publication: ring Al.')}${note('noteclass="CPYRT"', 'All rights reserved.')}`,
      ),
    );
    assert.deepEqual(
      item.body?.map(({ text }) => text),
      ['The harbour wall at Carrow has been closed.', 'All rights reserved.'],
    );
    assert.deepEqual([item.edNote, item.privateNote], ['Ring Jo.', 'Not for publication: ring Al.']);
  });

  const ferry = read(readFileSync(new URL('../../../fixtures/wire/nitf/ferry.xml', import.meta.url)));

  it('says who it is and when it was made', () => {
    assert.equal(ferry.guid, 'coastwire.4410.b');
    assert.equal(ferry.version, '2.3');
    assert.equal(ferry.versionCreated, '2026-03-05T09:15:00Z');
    assert.equal(ferry.expires, '2026-04-04T09:15:00Z');
    assert.equal(ferry.urgency, 2);
    assert.equal(ferry.language, 'en-GB');
    assert.equal(ferry.wordCount, 88);
    assert.equal(ferry.copyrightHolder, 'Coastwire');
    assert.equal(ferry.usageTerms, 'No use after 30 days.');
  });

  it('has a headline, a second line, a byline without titles and a dateline', () => {
    assert.equal(ferry.headline, 'Ferry runs aground off Carrow Point, all 212 safe');
    assert.equal(ferry.abstract, 'Crew praised for calm evacuation');
    assert.equal(ferry.byline, 'By Mary Stead');
    assert.deepEqual(ferry.dateline, { text: 'CARROW, Northshire', place: 'CARROW', date: '2026-03-05' });
    assert.equal(ferry.slugline, 'Ferry Aground');
    assert.equal(ferry.takeKey, '(2ND TAKE)');
  });

  it('keeps the structure of the body, and its end', () => {
    assert.deepEqual(
      ferry.body?.map(({ kind, text }) => `${kind}: ${text}`),
      [
        'paragraph: A ferry with 212 people on board ran aground off Carrow Point on Thursday, the coastguard said.',
        'heading: Calm evacuation',
        'paragraph: Everyone was brought ashore by noon. “Nobody panicked,” said Captain Ruth Adair. Read the log.',
        'item: 08:10 The ferry strikes the reef.',
        'item: 11:50 The last passenger lands.',
        'table: Passengers\t198\nCrew\t14',
        'quotation: It was over in a second.',
        'preformatted: Tides\n  High   04:12\n  Low    10:31',
        'paragraph: Additional reporting by Tom Rook.',
        'paragraph: Source: Northshire Coastguard log.',
      ],
    );
    assert.deepEqual(ferry.body?.[2]?.marks, [
      { kind: 'link', href: 'https://coastguard.example/carrow', start: 81, end: 93 },
    ]);
  });

  it('keeps notes that are not for publication out of the body, wherever they stand', () => {
    assert.equal(ferry.privateNote, "Desk: the union's number is 0555 0100.\nHer mobile is 0555 0199.");
    assert.doesNotMatch(JSON.stringify(ferry.body), /0555/);
  });

  it('brings its picture with the caption, apart from the words', () => {
    assert.deepEqual(ferry.associations, [
      {
        type: 'picture',
        headline: 'The Isla Vane on the rocks.',
        renditions: [{ href: 'ferry.jpg', mimeType: 'image/jpeg' }],
      },
    ]);
  });

  it('kills the document that it names, and lives itself', () => {
    assert.equal(ferry.pubStatus, 'usable');
    assert.deepEqual(ferry.kills, ['coastwire.4410.a']);
  });

  it('corrects the document that its correction names, and says what was wrong', () => {
    assert.deepEqual(ferry.replaces, ['coastwire.4410.a']);
    assert.deepEqual(ferry.signals, ['correction']);
    assert.equal(ferry.edNote, 'Replaces an earlier version that named the wrong captain.\nThe captain is Ruth Adair.');
  });

  it('is the same with its namespace and a prefix', () => {
    const prefixed = read(
      '<n:nitf xmlns:n="http://iptc.org/std/NITF/2006-10-18/"><n:head><n:docdata><n:doc-id id-string="x.1"/></n:docdata></n:head><n:body><n:body.head><n:hedline><n:hl1>Wall closed</n:hl1></n:hedline></n:body.head><n:body.content><n:p>The wall is closed.</n:p></n:body.content></n:body></n:nitf>',
    );
    assert.equal(prefixed.guid, 'x.1');
    assert.equal(prefixed.headline, 'Wall closed');
    assert.deepEqual(prefixed.body, [{ kind: 'paragraph', text: 'The wall is closed.' }]);
  });
});

describe('the status of an NITF document', () => {
  const issued = '<date.issue norm="20260305T080000+0000"/>';

  it('is an embargo until the release, never usable at once', () => {
    const item = read(
      document(`<docdata management-status="embargoed">${issued}<date.release norm="20260306T060000Z"/></docdata>`),
    );
    assert.equal(item.embargoedUntil, '2026-03-06T06:00:00Z');
  });

  it('is an embargo without an end where no release is given or it cannot be read', () => {
    assert.equal(
      read(document(`<docdata management-status="embargoed">${issued}</docdata>`)).embargoedUntil,
      'embargoed, no time given',
    );
    assert.equal(
      read(document('<docdata management-status="embargoed"><date.release norm="next Tuesday"/></docdata>'))
        .embargoedUntil,
      'next Tuesday',
    );
  });

  it('is an embargo also when only the release is later than the sending', () => {
    const item = read(document(`<docdata>${issued}<date.release norm="20260306T060000Z"/></docdata>`));
    assert.equal(item.embargoedUntil, '2026-03-06T06:00:00Z');
  });

  it('keeps a later release without a zone as words, because hours too early cannot be taken back', () => {
    const item = read(
      document('<docdata><date.issue norm="20260305T080000"/><date.release norm="20260306T060000"/></docdata>'),
    );
    assert.equal(item.embargoedUntil, '20260306T060000');
  });

  it('is no embargo when the release is the time of sending', () => {
    const item = read(
      document('<docdata><date.issue norm="20260305T080000"/><date.release norm="20260305T080000"/></docdata>'),
    );
    assert.equal(item.embargoedUntil, undefined);
  });

  it('withholds, cancels, and holds what is none of IPTC’s words', () => {
    assert.equal(read(document('<docdata management-status="withheld"/>')).pubStatus, 'withheld');
    assert.equal(read(document('<docdata management-status="canceled"/>')).pubStatus, 'canceled');
    assert.equal(read(document('<docdata management-status="pending"/>')).pubStatus, 'unreadable');
  });

  it('can withhold another document, also in a word that cannot be read', () => {
    const held = read(document('<docdata management-doc-idref="a.1" management-idref-status="withheld"/>'));
    assert.deepEqual([held.withholds, held.kills], [['a.1'], undefined]);
    const odd = read(document('<docdata management-doc-idref="a.1" management-idref-status="suspended"/>'));
    assert.deepEqual(odd.withholds, ['a.1']);
    const fine = read(document('<docdata management-doc-idref="a.1" management-idref-status="usable"/>'));
    assert.deepEqual([fine.withholds, fine.kills], [undefined, undefined]);
  });

  it('is the stricter of two where a document names itself', () => {
    const item = read(
      document(
        '<docdata management-status="usable" management-doc-idref="a.1" management-idref-status="withheld"><doc-id id-string="a.1"/></docdata>',
      ),
    );
    assert.deepEqual([item.pubStatus, item.withholds], ['withheld', undefined]);
  });

  it('holds what a file broke off in, but not its kill', () => {
    const whole = document('<docdata management-status="usable"><doc-id id-string="a.1"/></docdata>');
    assert.equal(read(whole.slice(0, whole.indexOf('has been'))).pubStatus, 'unreadable');
    const kill = whole.replace('"usable"', '"canceled"');
    assert.equal(read(kill.slice(0, kill.indexOf('has been'))).pubStatus, 'canceled');
  });
});

describe('agencies’ dialects of NITF', () => {
  it('read a time without a zone on the agency’s own clock', () => {
    const item = read(
      document('<docdata><doc-id regsrc="ANSA" id-string="A1"/><date.issue norm="2026-07-11 18:33"/></docdata>'),
    );
    assert.equal(item.versionCreated, '2026-07-11T16:33:00Z');
    assert.equal(item.creditLine, 'ANSA');
  });

  it('take a subtitle in the place of the byline for a subtitle', () => {
    const item = read(
      '<nitf><body><body.head><hedline><hl1>&gt;&gt;&gt;ANSA/Dam at Vello holds</hl1></hedline><byline>Engineers ready for all scenarios</byline><distributor><org>ANSA</org></distributor></body.head><body.content><p>The dam at Vello held.</p></body.content></body></nitf>',
    );
    assert.equal(item.byline, undefined);
    assert.equal(item.abstract, 'Engineers ready for all scenarios');
    assert.equal(item.headline, 'Dam at Vello holds');
  });

  it('know initials from a byline', () => {
    const signed = document('').replace('</body.head>', '<byline>gr/bp</byline></body.head>');
    assert.equal(read(signed).byline, undefined);
  });

  it('name a story by its key where the document number is the key with a version', () => {
    const item = read(
      document('<docdata><doc-id id-string="wall-7c1f_12"/><du-key key="wall-7c1f" version="12"/></docdata>'),
    );
    assert.deepEqual([item.guid, item.version], ['wall-7c1f', '12']);
  });

  it('join lines that were broken for a teleprinter, and leave verse alone', () => {
    const wrapped = '<p>The wall at Carrow has been closed to all<br />traffic since the storm on Monday.</p>';
    assert.equal(
      read(document('', wrapped)).body?.[0]?.text,
      'The wall at Carrow has been closed to all traffic since the storm on Monday.',
    );
    assert.equal(read(document('', '<p>Row, row,<br />row your boat</p>')).body?.[0]?.text, 'Row, row,\nrow your boat');
  });
});
