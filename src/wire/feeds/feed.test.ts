import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parse } from '../parse.ts';

const read = (text: string) => parse(new TextEncoder().encode(text));
const fixture = (name: string) => readFileSync(new URL(`../../../fixtures/wire/${name}`, import.meta.url), 'utf8');
function items(text: string) {
  const parsed = read(text);
  assert.ok(parsed.ok, parsed.ok ? '' : parsed.refusal.message);
  return parsed.items;
}
const rss = (inside: string, before = '') =>
  `${before}<rss version="2.0"><channel><title>T</title>${inside}</channel></rss>`;

describe('feeds', () => {
  it('reads RSS with its content, its pictures and its guids', () => {
    const [rates, gulls] = items(fixture('news.rss'));
    assert.equal(rates?.guid, 'nw-77');
    assert.equal(rates?.headline, 'Rates stay & markets yawn');
    assert.equal(rates?.byline, 'Jo Park');
    assert.equal(rates?.versionCreated, '2026-03-02T05:00:00Z');
    assert.deepEqual(rates?.dateline, {
      text: 'HARBOUR CITY, March 2 (Northwire)',
      place: 'HARBOUR CITY',
      date: '2026-03-02',
    });
    assert.deepEqual(
      rates?.body?.map((block) => block.text),
      ['The bank left its rate at 3 per cent.', 'Markets hardly moved.'],
    );
    assert.deepEqual(rates?.associations, [
      { type: 'picture', renditions: [{ name: 'main', href: 'https://example.org/bank.jpg', mimeType: 'image/jpeg' }] },
    ]);
    assert.equal(gulls?.guid, undefined);
    assert.equal(gulls?.link, 'https://example.org/gulls');
    assert.deepEqual(
      gulls?.body?.map((block) => block.text),
      ['The Gulls beat the Terns 2-1 on Sunday.'],
    );
  });

  it('reads Atom with markup in title and content', () => {
    const [rain] = items(fixture('news.atom'));
    assert.equal(rain?.headline, 'Rain at last');
    assert.equal(rain?.guid, 'urn:example:northwire:rain');
    assert.equal(rain?.language, 'en');
    assert.equal(rain?.firstCreated, '2026-03-01T05:00:00Z');
    assert.equal(rain?.versionCreated, '2026-03-02T05:00:00Z');
    assert.deepEqual(
      rain?.body?.map(({ kind, text }) => `${kind}: ${text}`),
      ['paragraph: It rained for two days.', 'item: North: 20 mm', 'item: South: 5 mm'],
    );
  });

  it('reads JSON Feed, also with a version that is none', () => {
    const [ferry] = items(fixture('news.feed.json'));
    assert.equal(ferry?.headline, 'Ferry runs again');
    assert.deepEqual(ferry?.keywords, ['travel']);
    assert.equal(items(fixture('news.feed.json').replace('https://jsonfeed.org/version/1.1', '1.0')).length, 1);
  });

  it('follows no DOCTYPE, expands no entity, and is not stopped by hostile names', () => {
    const bomb =
      '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>';
    const [entity] = items(rss('<item><title>One &b; &x;</title><description>Two three.</description></item>', bomb));
    assert.doesNotMatch(JSON.stringify(entity), /aaaa|root:/);
    assert.equal(
      items(rss('<item><title>One</title><__proto__>x</__proto__><constructor>y</constructor></item>')).length,
      1,
    );
  });

  it('gives the whole entries of a feed that was cut off', () => {
    const whole = fixture('news.rss');
    assert.equal(items(whole.slice(0, whole.indexOf('Gulls win'))).length, 1);
  });

  it('says so when a feed holds no item or cannot be read', () => {
    const empty = read(rss(''));
    assert.equal(!empty.ok && empty.refusal.kind, 'empty');
    const broken = read('<rss version="2.0"><channel><item><title>One');
    assert.equal(!broken.ok && broken.refusal.kind, 'unreadable');
  });
});
