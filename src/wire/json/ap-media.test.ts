import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { copyOf } from '../copy-of.ts';
import { parse } from '../parse.ts';
import type { WireItem } from '../wire-item.ts';

function read(json: string | object): readonly WireItem[] {
  const parsed = parse(new TextEncoder().encode(typeof json === 'string' ? json : JSON.stringify(json)));
  assert.ok(parsed.ok, parsed.ok ? '' : parsed.refusal.message);
  assert.equal(parsed.format, 'AP Media API JSON');
  return parsed.items;
}
const story = readFileSync(new URL('../../../fixtures/wire/json/ap-media-story.json', import.meta.url), 'utf8');
const item = (more: object) => ({
  altids: { itemid: 'a1' },
  version: 1,
  type: 'text',
  headline: 'Ferry aground',
  ...more,
});
const one = (more: object) => read({ data: { item: item(more) } })[0];

describe('AP Media API JSON', () => {
  it('is one story over all versions by its itemid, with its head, its body and its pictures', () => {
    const [ferry] = read(story);
    assert.equal(ferry?.guid, '0f3e5a7b');
    assert.equal(ferry?.version, '2');
    assert.equal(ferry?.byline, 'By LENA ORTIZ');
    assert.equal(ferry?.takeKey, '2nd Ld-Writethru');
    assert.equal(ferry?.category, 'International News');
    assert.deepEqual(ferry?.subjects, [{ code: '20000139', name: 'Shipwreck', scheme: 'http://cv.example.org/' }]);
    assert.equal(ferry?.usageTerms, 'Editorial use only.\nNo archives.');
    assert.equal(ferry?.link, 'https://example.org/ferry-aground');
    assert.equal(ferry?.wordCount, 20);
    assert.deepEqual(
      ferry?.body?.map(({ text }) => text),
      ['A ferry with 80 people aboard ran aground on Monday, the coastguard said.', 'All of them were taken off.'],
    );
    assert.deepEqual(ferry?.associations, [
      {
        guid: 'pic-1',
        type: 'picture',
        headline: 'The ferry at dawn',
        renditions: [{ name: 'main', href: 'https://example.org/ferry.jpg', mimeType: 'image/jpeg' }],
      },
    ]);
    assert.deepEqual(ferry?.signals, ['update', 'correction']);
  });

  it('reads every item of a feed, and lets none go for a neighbour that is no item', () => {
    const items = [{ meta: {}, item: item({}) }, { meta: {} }, null, { item: item({ altids: { itemid: 'a2' } }) }];
    assert.deepEqual(
      read({ api_version: '2.2', data: { items } }).map(({ guid }) => guid),
      ['a1', 'a2'],
    );
  });

  it('leaves ninjs 1.4, which has other ids too, to the reader of ninjs', () => {
    const standard = { name: 'ninjs', version: '1.4' };
    const parsed = parse(
      new TextEncoder().encode(JSON.stringify({ ...item({}), uri: 'urn:nw:1', $standard: standard })),
    );
    assert.equal(parsed.ok && parsed.items[0]?.guid, 'urn:nw:1');
  });

  it('kills, withholds and holds by editorialtypes, whatever pubstatus says', () => {
    const status = (editorialtypes: string[]) => one({ pubstatus: 'usable', editorialtypes })?.pubStatus;
    assert.equal(status(['Kill']), 'canceled');
    assert.equal(status(['Elimination']), 'canceled');
    assert.equal(status(['Lead', 'Withhold']), 'withheld');
    assert.equal(status(['Disregard']), 'withheld');
    assert.equal(status(['Lead']), 'usable');
    assert.equal(one({ pubstatus: 'gone' })?.pubStatus, 'unreadable');
  });

  it('embargoes by time, by status and by "HoldForRelease"', () => {
    assert.equal(one({ embargoed: '2026-03-03T06:00:00Z' })?.embargoedUntil, '2026-03-03T06:00:00Z');
    const held = one({ editorialtypes: ['HoldForRelease'] });
    assert.equal(held?.embargoedUntil, 'embargoed, no time given');
    const byStatus = one({ pubstatus: 'embargoed' });
    assert.equal(byStatus?.pubStatus, 'usable');
    assert.equal(byStatus && copyOf(byStatus).copy.embargoedUntil, 'unreadable');
  });

  it('reads the body of a whole NITF document that stands beside the item', () => {
    const nitf =
      '<nitf><head/><body><body.head/><body.content><block><p>All were saved.</p></block></body.content></body></nitf>';
    assert.deepEqual(read({ data: { item: item({}), nitf } })[0]?.body, [
      { kind: 'paragraph', text: 'All were saved.' },
    ]);
  });
});
