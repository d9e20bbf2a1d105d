import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { copyOf } from '../copy-of.ts';
import { parse } from '../parse.ts';
import type { WireItem } from '../wire-item.ts';

function read(xml: string, format: string): WireItem {
  const parsed = parse(new TextEncoder().encode(xml));
  assert.ok(parsed.ok, parsed.ok ? '' : parsed.refusal.message);
  assert.equal(parsed.format, format);
  const [item] = parsed.items;
  assert.ok(item);
  return item;
}
const story = readFileSync(new URL('../../../fixtures/wire/nordic/ritzau.xml', import.meta.url), 'utf8');
const release = (more: string, lang = 'no', url = 'https://www.example.no/release/1') =>
  `<?xml version="1.0"?><release id="1" lang="${lang}"><longurl>${url}</longurl><title>Ferge i drift</title><body>&lt;p&gt;Ferga g&amp;aring;r.&lt;/p&gt;</body><publicationDate>02.03.2026 11:15</publicationDate><contactsAsText>Jo Park, 555 0100</contactsAsText><images><image id="7"><url>https://example.no/f.jpg</url><caption>Ferga</caption></image></images><publisher id="9"><name>Ferga AS</name></publisher>${more}</release>`;

describe('Ritzau XML', () => {
  it('reads a story with Danish time, its predecessor and its own flags', () => {
    const item = read(story, 'Ritzau XML');
    assert.equal(item.guid, '5c0f6d1e-0000-4000-8000-00000000a117');
    assert.equal(item.version, '2');
    assert.equal(item.versionCreated, '2026-03-02T21:10:30.500Z');
    assert.equal(item.byline, 'Lena Ortiz');
    assert.equal(item.creditLine, 'Ritzau/NNW');
    assert.equal(item.abstract, 'Alle 80 ombord er i sikkerhed.');
    assert.deepEqual(item.subjects, [{ code: '03000000' }]);
    assert.deepEqual(item.signals, ['update', 'correction']);
    assert.deepEqual(item.replaces, ['5c0f6d1e-0000-4000-8000-00000000a116']);
    assert.deepEqual(
      item.body?.map(({ text }) => text),
      ['En færge er gået på grund.', 'Ingen kom til skade.'],
    );
    assert.doesNotMatch(JSON.stringify(item), /lena@example/);
  });

  it('cancels what was annulled, and holds what broke off', () => {
    const killed = story.replace('<Annuleret>false', '<Annuleret>true');
    assert.equal(read(killed, 'Ritzau XML').pubStatus, 'canceled');
    assert.equal(read(story.slice(0, story.indexOf('<Annuleret>')), 'Ritzau XML').pubStatus, 'unreadable');
  });
});

describe('press releases of the Nordic services', () => {
  it('are read with the contacts kept from readers', () => {
    const item = read(release(''), 'press release XML');
    assert.equal(item.guid, 'release-9-1');
    assert.equal(item.headline, 'Ferge i drift');
    assert.equal(item.versionCreated, '2026-03-02T10:15:00Z');
    assert.equal(item.creditLine, 'Ferga AS');
    assert.equal(item.privateNote, 'Jo Park, 555 0100');
    assert.deepEqual(item.associations?.[0], {
      guid: '7',
      type: 'picture',
      headline: 'Ferga',
      caption: 'Ferga',
      renditions: [{ name: 'original', href: 'https://example.no/f.jpg' }],
    });
    assert.deepEqual(
      item.body?.map(({ text }) => text),
      ['Ferga går.'],
    );
  });

  it('wait until the embargo on the clock of the service’s country, and for a person where no country is known', () => {
    const embargo = '<embargo>03.03.2026 08:00</embargo>';
    assert.equal(read(release(embargo), 'press release XML').embargoedUntil, '2026-03-03T07:00:00Z');
    const finnish = read(release(embargo, 'sv', 'https://www.example.fi/1'), 'press release XML');
    assert.equal(finnish.embargoedUntil, '2026-03-03T06:00:00Z');
    const unknown = read(release(embargo, 'en', 'https://www.example.com/1'), 'press release XML');
    assert.equal(copyOf(unknown).copy.embargoedUntil, 'unreadable');
  });
});
