import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parse } from '../parse.ts';
import type { WireItem } from '../wire-item.ts';

const orchard = readFileSync(new URL('../../../fixtures/wire/newsml-1/orchard.xml', import.meta.url));

function readAll(text: string | Uint8Array): readonly WireItem[] {
  const parsed = parse(typeof text === 'string' ? new TextEncoder().encode(text) : text);
  assert.ok(parsed.ok, parsed.ok ? '' : parsed.refusal.message);
  return parsed.items;
}
const read = (text: string | Uint8Array): WireItem => readAll(text)[0] as WireItem;

const identification = (revision = '<RevisionId PreviousRevision="0" Update="N">1</RevisionId>', id = 'A-1'): string =>
  `<Identification><NewsIdentifier><ProviderId>hillwire.example</ProviderId><DateId>20260305</DateId><NewsItemId>${id}</NewsItemId>${revision}</NewsIdentifier></Identification>`;
const words = (content: string, attributes = ''): string =>
  `<NewsComponent${attributes}><NewsLines><HeadLine>Dam opened</HeadLine></NewsLines><ContentItem><MediaType FormalName="Text"/>${content}</ContentItem></NewsComponent>`;
const story = words('<DataContent><p>The dam at Vello was opened on Thursday.</p></DataContent>');
const message = (management: string, component = story, id = identification()): string =>
  `<NewsML><NewsItem>${id}<NewsManagement>${management}</NewsManagement>${component}</NewsItem></NewsML>`;

describe('a NewsML 1.2 item', () => {
  const item = read(orchard);

  it('has one guid for all its revisions, the URN of the first', () => {
    assert.equal(item.guid, 'urn:newsml:valleywire.example:20260305:ORCHARD-7:1');
    assert.equal(item.version, '2');
    const first = new TextDecoder()
      .decode(orchard)
      .replace(/Update="N">2</, 'Update="N">1<')
      .replace('ORCHARD-7:2', 'ORCHARD-7:1');
    assert.equal(read(first).guid, item.guid);
  });

  it('reads its lines and metadata', () => {
    assert.equal(item.headline, "Frost takes half of the valley's blossom");
    assert.equal(item.byline, 'Nell Harrow');
    assert.equal(item.slugline, 'Orchard-frost');
    assert.deepEqual(item.dateline, {
      text: 'APPLEFORD, March 5, 2026 (Valleywire)',
      place: 'APPLEFORD',
      date: '2026-03-05',
    });
    assert.equal(item.located, 'Appleford');
    assert.equal(item.creditLine, 'Valleywire');
    assert.equal(item.copyrightNotice, '© Valleywire 2026');
    assert.equal(item.usageTerms, 'No resale\nEurope');
    assert.equal(item.language, 'en');
    assert.equal(item.urgency, 4);
    assert.equal(item.wordCount, 31);
    assert.equal(item.firstCreated, '2026-03-05T09:10:00Z');
    assert.equal(item.versionCreated, '2026-03-05T10:10:00Z');
    assert.deepEqual(item.keywords, ['farming', 'frost']);
    assert.deepEqual(item.subjects, [{ code: '04001000' }, { code: '17000000' }]);
    assert.deepEqual(item.signals, ['update']);
  });

  it('keeps the advice to editors apart from what is for nobody, and both out of the body', () => {
    assert.equal(item.edNote, "ADDS growers' quotes");
    assert.equal(item.privateNote, '(Picture)');
    assert.deepEqual(item.body, [
      {
        kind: 'paragraph',
        text: 'Half of the blossom in the Apple Valley was lost in one night, growers said on Thursday.',
      },
      {
        kind: 'paragraph',
        text: '“We lit every candle we had,” said Joss Arden.',
        marks: [{ kind: 'emphasis', start: 8, end: 13 }],
      },
    ]);
  });

  it('brings a picture with its caption and files, and names the items that it goes with', () => {
    assert.deepEqual(item.associations, [
      {
        type: 'picture',
        headline: 'Blossom under ice at Appleford.',
        renditions: [
          { name: 'original', href: 'frost.jpg', mimeType: 'image/jpeg' },
          { name: 'thumbnail', href: 'frost-s.jpg', mimeType: 'image/jpeg' },
        ],
      },
      { guid: 'urn:newsml:valleywire.example:20260304:FROST-MAP:1' },
    ]);
  });

  it('stays usable when it cancels only revisions before it', () => {
    assert.equal(item.pubStatus, 'usable');
    assert.equal(item.kills, undefined);
  });
});

describe('the status of a NewsML 1.2 item', () => {
  it('is an embargo that lifts when the status will change', () => {
    const item = read(
      message(
        '<Status FormalName="Embargoed"/><StatusWillChange><FutureStatus FormalName="Usable"/><DateAndTime>20260306T060000Z</DateAndTime></StatusWillChange>',
      ),
    );
    assert.equal(item.embargoedUntil, '2026-03-06T06:00:00Z');
  });

  it('is an embargo without an end where none is given, or none with a zone', () => {
    assert.equal(read(message('<Status FormalName="Embargoed"/>')).embargoedUntil, 'embargoed, no time given');
    const local =
      '<Status FormalName="Embargoed"/><StatusWillChange><FutureStatus FormalName="Usable"/><DateAndTime>20260306T060000</DateAndTime></StatusWillChange>';
    assert.equal(read(message(local)).embargoedUntil, '20260306T060000');
  });

  it('ends with the licence when it will change to anything but usable', () => {
    const item = read(
      message(
        '<Status FormalName="Usable"/><StatusWillChange><FutureStatus FormalName="Canceled"/><DateAndTime>20260406T060000Z</DateAndTime></StatusWillChange>',
      ),
    );
    assert.equal(item.expires, '2026-04-06T06:00:00Z');
    assert.equal(item.embargoedUntil, undefined);
  });

  it('is withheld or canceled in any case of letters, and unreadable in any other word', () => {
    assert.equal(read(message('<Status FormalName="WITHHELD"/>')).pubStatus, 'withheld');
    assert.equal(read(message('<Status FormalName="Canceled"/>')).pubStatus, 'canceled');
    assert.equal(read(message('<Status FormalName="Open"/>')).pubStatus, 'unreadable');
  });

  it('is unreadable when an instruction to delete contradicts it', () => {
    assert.equal(
      read(message('<Status FormalName="Usable"/><Instruction FormalName="Delete"/>')).pubStatus,
      'unreadable',
    );
  });

  it('counts an instruction for all revisions where the item has no status of its own', () => {
    const all = '<Instruction><RevisionStatus><Status FormalName="Canceled"/></RevisionStatus></Instruction>';
    assert.equal(read(message(all)).pubStatus, 'canceled');
  });
});

describe('a NewsML 1.2 delivery without a story', () => {
  const revision = (update: string) =>
    identification(`<RevisionId PreviousRevision="1" Update="${update}">2</RevisionId>`);

  it('kills with its management alone', () => {
    const kill = read(message('<Status FormalName="Canceled"/>', '', revision('A')));
    assert.equal(kill.guid, 'urn:newsml:hillwire.example:20260305:A-1:1');
    assert.equal(kill.version, '2');
    assert.equal(kill.pubStatus, 'canceled');
  });

  it('frees with its management alone', () => {
    const freed = read(message('<Status FormalName="Usable"/>', '', revision('A')));
    assert.deepEqual([freed.pubStatus, freed.body, freed.edNote], ['usable', undefined, undefined]);
  });

  it('holds and asks for the whole when it brings neither words nor a status', () => {
    const empty = read(message('', '', revision('A')));
    assert.equal(empty.pubStatus, 'unreadable');
    assert.match(
      empty.problem ?? '',
      /changes only what may be done with the story.*Ask the agency for the whole item/,
    );
    assert.equal(read(message('<Status FormalName="Usable"/>', '', revision('N'))).pubStatus, 'unreadable');
  });

  it('holds a patch, never publishing the fragment, and kills with one', () => {
    const patch = '<Update><Replace DuidRef="p1"><p>Only this line.</p></Replace></Update>';
    const held = read(message('<Status FormalName="Usable"/>', patch, revision('U')));
    assert.equal(held.pubStatus, 'unreadable');
    assert.equal(held.body, undefined);
    assert.match(held.problem ?? '', /changes parts of an earlier revision/);
    assert.equal(read(message('<Status FormalName="Canceled"/>', patch, revision('U'))).pubStatus, 'canceled');
  });

  it('is refused when it only lists other items', () => {
    const list =
      '<NewsComponent><NewsLines><HeadLine>Index</HeadLine></NewsLines><NewsItemRef NewsItem="a.xml"/></NewsComponent>';
    const parsed = parse(new TextEncoder().encode(message('<Status FormalName="Usable"/>', list)));
    assert.equal(parsed.ok ? '' : parsed.refusal.kind, 'not-copy');
  });
});

describe('agencies’ dialects of NewsML 1.2', () => {
  it('read times on the agency’s own clock, and its components as items of their own', () => {
    const component = (duid: string, text: string, lang: string) =>
      `<NewsComponent Duid="${duid}" xml:lang="${lang}"><Role FormalName="Short"/><NewsLines><HeadLine>${text}</HeadLine><CreditLine>BELGA</CreditLine></NewsLines><AdministrativeMetadata><Property FormalName="EditorialInfo" Value="Photo follows"/></AdministrativeMetadata><NewsComponent><Role FormalName="Body"/><ContentItem><DataContent>${text} today.</DataContent></ContentItem></NewsComponent></NewsComponent>`;
    const id = identification('<RevisionId PreviousRevision="0" Update="N">4</RevisionId>', '70070001').replace(
      'hillwire.example',
      'belga.be',
    );
    const items = readAll(
      message(
        '<FirstCreated>20260129T124550</FirstCreated><Status FormalName="USABLE"/>',
        `<NewsComponent Duid="70070001">${component('70070002', 'Brug dicht', 'nl')}${component('70070003', 'Pont fermé', 'fr')}</NewsComponent>`,
        id,
      ),
    );
    assert.deepEqual(
      items.map(({ guid, language, byline, edNote, firstCreated }) => [guid, language, byline, edNote, firstCreated]),
      [
        ['70070002', 'nl', 'BELGA', 'Photo follows', '2026-01-29T11:45:50Z'],
        ['70070003', 'fr', 'BELGA', 'Photo follows', '2026-01-29T11:45:50Z'],
      ],
    );
  });

  it('take a number of the agency’s database for the identity where there is no other', () => {
    const item = read(
      `<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>tass.com</ProviderId></NewsIdentifier></Identification><NewsManagement/>${words('<DataContent>The port froze.</DataContent>', ' Duid="03AE4325838900396A95"')}</NewsItem></NewsML>`,
    );
    assert.equal(item.guid, '03AE4325838900396A95');
    assert.equal(item.creditLine, 'TASS');
  });
});
