import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { copyOf } from '../copy-of.ts';
import { parse } from '../parse.ts';
import type { WireItem } from '../wire-item.ts';

function read(json: string | object): WireItem {
  const parsed = parse(new TextEncoder().encode(typeof json === 'string' ? json : JSON.stringify(json)));
  assert.ok(parsed.ok, parsed.ok ? '' : parsed.refusal.message);
  assert.equal(parsed.format, 'Fingerpost JSON');
  const [item] = parsed.items;
  assert.ok(item);
  return item;
}
const broken = readFileSync(new URL('../../../fixtures/wire/json/fingerpost-broken.json', import.meta.url), 'utf8');
const plain = { 'source-feed': 'NW', usn: 'NW1.2', version: '0', slug: 'FIRE', headline: 'Fire', body_text: 'A fire.' };

describe('Fingerpost JSON', () => {
  it('reads a file with raw control characters, escapes that JSON has not and a body that was escaped twice', () => {
    const item = read(broken);
    assert.equal(item.headline, 'Harbour chief: “We saw the flames”');
    assert.equal(item.slugline, 'HARBOUR Fire');
    assert.equal(item.urgency, 3);
    assert.equal(item.usageTerms, 'No archives');
    assert.equal(item.firstCreated, '2026-03-02T09:00:00Z');
    assert.deepEqual(item.keywords, ['harbour', 'fire', 'port']);
    assert.deepEqual(item.subjects, [{ code: 'news' }, { code: 'news:local' }]);
    assert.deepEqual(
      item.body?.map(({ text }) => text),
      ['A fire destroyed three warehouses.', '“We saw the flames,” said Captain Ana Duarte.'],
    );
    assert.equal(item.embargoedUntil, undefined);
    assert.equal(item.pubStatus, undefined);
  });

  it('keeps one guid over versions, though uri and unique-name hold the version', () => {
    const first = read({ ...plain, uri: 'http://NW/NW1.2/2026-03-02T09:00:00.000Z/0' });
    const second = read({ ...plain, uri: 'http://NW/NW1.2/2026-03-02T10:00:00.000Z/1', version: '1' });
    assert.equal(first.guid, 'NW.NW1.2');
    assert.equal(second.guid, first.guid);
    assert.equal(second.version, '1');
  });

  it('reads its own statuses, and holds what it cannot read', () => {
    assert.equal(read({ ...plain, status: 'canceled' }).pubStatus, 'canceled');
    assert.equal(read({ ...plain, status: 'withheld' }).pubStatus, 'withheld');
    assert.equal(read({ ...plain, status: 'spiked' }).pubStatus, 'unreadable');
    assert.equal(copyOf(read({ ...plain, status: 'embargoed' })).copy.embargoedUntil, 'unreadable');
    assert.equal(
      read({ ...plain, status: 'embargoed', embargo: '2026-03-03T06:00:00Z' }).embargoedUntil,
      '2026-03-03T06:00:00Z',
    );
  });

  it('takes plain text with line feeds for paragraphs', () => {
    assert.deepEqual(
      read({ ...plain, body_text: 'One.\\n\\nTwo & three.' }).body?.map(({ text }) => text),
      ['One.', 'Two & three.'],
    );
  });
});
