import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parse } from '../parse.ts';
import type { WireItem } from '../wire-item.ts';

function read(json: string | object): readonly WireItem[] {
  const parsed = parse(new TextEncoder().encode(typeof json === 'string' ? json : JSON.stringify(json)));
  assert.ok(parsed.ok, parsed.ok ? '' : parsed.refusal.message);
  return parsed.items;
}
const fixture = (name: string) => readFileSync(new URL(`../../../fixtures/wire/${name}`, import.meta.url), 'utf8');

describe('ninjs', () => {
  it('1.x: reads the item, its marks and its pictures, and takes the dateline apart', () => {
    const [item] = read(fixture('ninjs-1.json'));
    assert.equal(item?.guid, 'urn:example:northwire:20260302:harbour-fire');
    assert.equal(item?.version, '2');
    assert.equal(item?.versionCreated, '2026-03-02T21:10:00Z');
    assert.equal(item?.category, 'International News');
    assert.deepEqual(item?.dateline, { text: 'PORT MERIDIAN (NNW)', place: 'PORT MERIDIAN' });
    assert.deepEqual(item?.body, [
      {
        kind: 'paragraph',
        text: 'A fire destroyed three warehouses on Monday night.',
        marks: [{ kind: 'strong', start: 17, end: 22 }],
      },
      {
        kind: 'paragraph',
        text: '"We saw the flames from the hill," said Captain Ana Duarte.',
        marks: [{ kind: 'link', href: 'https://example.org/duarte', start: 40, end: 58 }],
      },
    ]);
    assert.deepEqual(item?.associations, [
      {
        guid: 'urn:example:northwire:pic:1',
        type: 'picture',
        headline: 'The east quay',
        renditions: [{ name: 'original', href: 'https://example.org/quay.jpg', mimeType: 'image/jpeg' }],
      },
    ]);
  });

  it('2.x: reads a list of items, the main headline and body among others, renditions in arrays', () => {
    const [tram, rates] = read(fixture('ninjs-2.json'));
    assert.equal(tram?.headline, 'Council votes for tram line');
    assert.equal(tram?.byline, 'Sam Whitfield');
    assert.equal(tram?.pubStatus, 'withheld');
    assert.deepEqual(
      tram?.body?.map((block) => block.text),
      ['The council voted for the line.', 'It opens in 2029.'],
    );
    assert.equal(tram?.associations?.[0]?.renditions?.[0]?.mimeType, 'image/jpeg');
    assert.equal(rates?.pubStatus, 'unreadable');
  });

  it('3.x: reads the other spelling, the embargo, the signal and what the item replaces', () => {
    const [item] = read(fixture('ninjs-3.json'));
    assert.equal(item?.embargoedUntil, '2026-03-04T11:00:00Z');
    assert.deepEqual(item?.signals, ['correction']);
    assert.deepEqual(item?.replaces, ['urn:example:northwire:20260304:census-1']);
    assert.equal(item?.usageTerms, 'No archives');
    assert.equal(item?.abstract, 'The city grew for the third year.');
  });

  it('keeps an embargo’s words when they cannot be read, whatever their type, and none for null or false', () => {
    const embargo = (embargoed: unknown) =>
      read({ uri: 'x', type: 'text', headline: 'h', embargoed })[0]?.embargoedUntil;
    assert.equal(embargo('Next Monday'), 'Next Monday');
    assert.equal(embargo('2026-03-03T06:00:00'), '2026-03-03T06:00:00');
    assert.equal(embargo(''), 'embargoed, no time given');
    assert.equal(embargo({ until: 5 }), '{"until":5}');
    assert.equal(embargo(true), 'true');
    assert.equal(embargo(false), undefined);
    assert.equal(embargo(null), undefined);
  });

  it('follows a chain of new uris back, never forward and never to itself', () => {
    const revisions = [
      { uri: 'a', replacing: [] },
      { uri: 'b', replacing: ['a'] },
      { uri: 'c', replacing: ['b', 'c'] },
      { uri: 'd', replacing: ['c'] },
    ];
    const replaces = (more: object) => read({ type: 'text', headline: 'h', ...more })[0]?.replaces;
    assert.deepEqual(replaces({ uri: 'c', revisions }), ['b', 'a']);
    assert.deepEqual(replaces({ uri: 'a', revisions }), undefined);
    assert.deepEqual(replaces({ uri: 'x', revisions: [{ replacing: ['w'] }] }), ['w']);
    assert.deepEqual(replaces({ uri: 'x', evolvedfrom: 'w' }), ['w']);
  });

  it('reads the strictest of statuses in two spellings, numbers as text, and types by their common names', () => {
    const [item] = read({ uri: 'x', type: 'story', pubstatus: 'usable', pubStatus: 'stat:canceled', version: 7 });
    assert.equal(item?.pubStatus, 'canceled');
    assert.equal(item?.version, '7');
    assert.equal(item?.type, 'text');
  });

  it('keeps a note that is not for publication apart', () => {
    const [item] = read({ uri: 'x', type: 'text', ednote: 'Editors, not for publication: call the desk until 2200.' });
    assert.equal(item?.privateNote, 'Editors, not for publication: call the desk until 2200.');
    assert.equal(item?.edNote, undefined);
    assert.equal(
      read({ uri: 'x', type: 'text', ednote: 'NOT FOR PUBLICATION BEFORE 0600 GMT' })[0]?.privateNote,
      undefined,
    );
  });

  it('reads a status in any spelling and holds for one outside IPTC’s list', () => {
    const status = (pubstatus: unknown) => read({ uri: 'x', type: 'text', pubstatus })[0]?.pubStatus;
    assert.equal(status('Usable'), 'usable');
    assert.equal(status('stat:canceled'), 'canceled');
    assert.equal(status('cancelled'), 'canceled');
    assert.equal(status('commissioned'), 'unreadable');
    assert.equal(status({ a: 1 }), 'unreadable');
    assert.equal(status(undefined), undefined);
  });

  it('refuses JSON that is no ninjs, by name where it knows the name', () => {
    const refusal = (json: object) => {
      const parsed = parse(new TextEncoder().encode(JSON.stringify(json)));
      assert.ok(!parsed.ok);
      return [parsed.refusal.kind, parsed.format];
    };
    assert.deepEqual(refusal({ a: 1 }), ['not-copy', 'JSON']);
    assert.deepEqual(refusal([]), ['not-copy', 'JSON']);
    assert.deepEqual(refusal({ data: { item: { headline: 'x' } } }), ['not-copy', 'JSON']);
    assert.deepEqual(refusal({ $schema: 'https://example.org/schema', properties: {} }), ['not-copy', 'A JSON schema']);
  });
});
