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

  it('takes credits from a picture, its group or its entry, and addresses from the feed they are relative to', () => {
    const [quay] = items(
      `<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><link>https://nw.example/</link><item><title>Quay</title><link>/quay</link><media:credit>Northwire</media:credit><media:group><media:content url="/quay.jpg" type="image/jpeg"><media:credit>Jo Park</media:credit><media:description>The quay</media:description></media:content><media:content url="/gate.jpg" medium="image"/></media:group></item></channel></rss>`,
    );
    assert.equal(quay?.link, 'https://nw.example/quay');
    assert.deepEqual(quay?.associations, [
      {
        type: 'picture',
        headline: 'The quay',
        creditLine: 'Jo Park',
        renditions: [{ name: 'main', href: 'https://nw.example/quay.jpg', mimeType: 'image/jpeg' }],
      },
      { type: 'picture', creditLine: 'Northwire', renditions: [{ name: 'main', href: 'https://nw.example/gate.jpg' }] },
    ]);
  });

  it('cancels what the feed says was deleted, where it declares the namespace for it', () => {
    const feed = (namespace: string) =>
      `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="${namespace}"><id>f</id><title>T</title><at:deleted-entry ref="urn:nw:1" when="2026-03-02T10:00:00Z"><at:comment>Sent in error &amp; withdrawn</at:comment></at:deleted-entry><entry><id>urn:nw:2</id><title>Port</title><updated>2026-03-01T00:00:00Z</updated></entry></feed>`;
    assert.deepEqual(items(feed('http://purl.org/atompub/tombstones/1.0'))[1], {
      guid: 'urn:nw:1',
      pubStatus: 'canceled',
      versionCreated: '2026-03-02T10:00:00Z',
      edNote: 'Sent in error & withdrawn',
    });
    assert.equal(items(feed('http://example.org/other')).length, 1);
  });

  it('tells entries apart that share one guid and are other stories, and lets an update keep it', () => {
    const entry = (title: string, page: string) =>
      `<item><guid>same</guid><title>${title}</title><link>https://nw.example/${page}</link></item>`;
    assert.deepEqual(
      items(rss(entry('Port opens', 'a') + entry('Council votes', 'b'))).map(({ guid }) => guid),
      ['https://nw.example/a', 'https://nw.example/b'],
    );
    assert.deepEqual(
      items(rss(entry('Port opens on Monday', 'a') + entry('Port opens on Tuesday', 'b'))).map(({ guid }) => guid),
      ['same', 'same'],
    );
  });

  it('reads a feed behind what a server printed in front of it', () => {
    assert.equal(
      items(rss('<item><title>Port opens</title></item>', 'Warning: deprecated in line 3\n'))[0]?.headline,
      'Port opens',
    );
  });

  it('reads the status, the id and the times that an agency puts into elements of its own', () => {
    const entry = (status: string) =>
      items(
        `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:nm="http://feed.wenn.com/xmlns/2010/03/wenn_nm"><id>f</id><entry><id>urn:feed:1</id><updated>2026-03-01T00:00:00Z</updated><title>Singer sings</title><content>She sang.</content><nm:NewsManagement><nm:feedarticle_priority>high</nm:feedarticle_priority><nm:original_article_id>77</nm:original_article_id><nm:updated>2026-03-02T00:00:00Z</nm:updated><nm:publishing_status>${status}</nm:publishing_status></nm:NewsManagement></entry></feed>`,
      )[0];
    assert.equal(entry('Published')?.guid, '77');
    assert.equal(entry('Published')?.versionCreated, '2026-03-02T00:00:00Z');
    assert.equal(entry('Published')?.urgency, 3);
    assert.equal(entry('Published')?.pubStatus, 'usable');
    assert.equal(entry('Deleted')?.pubStatus, 'canceled');
    assert.equal(entry('Parked')?.pubStatus, 'unreadable');
  });
});
