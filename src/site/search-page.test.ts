import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Hono } from 'hono';
import { databases, type TestDatabase } from '../../test/support/databases.ts';
import { copyWith, itemWith, publish } from '../../test/support/stories.ts';
import { createSite } from './site.ts';

const now = new Date('2026-03-02T12:00:00Z');

describe('the search', () => {
  let opened: TestDatabase;
  let site: Hono;
  beforeEach(async () => {
    opened = await databases[0]!.open();
    site = createSite({ store: opened.store, now: () => now, url: 'https://post.example' });
  });
  afterEach(() => opened.destroy());
  const get = async (path: string) => {
    const response = await site.request(path);
    return { status: response.status, headers: response.headers, text: await response.text() };
  };

  it('is in the frame of every page, and a page of its own without a question', async () => {
    const field =
      /<form class="search" role="search" action="\/search" method="get">[\s\S]*<label class="vh" for="search">/;
    assert.match((await get('/')).text, field);
    assert.match((await get('/nothing-here')).text, field);
    const { status, text } = await get('/search');
    assert.equal(status, 200);
    assert.match(text, /<h1 class="page-title">Search<\/h1>/);
    assert.equal(text.match(/role="search"/g)?.length, 1);
  });

  it('shows what was found as lists do, and asks search engines to stay away', async () => {
    const slug = await publish(opened.store);
    const { text, headers } = await get('/search?q=harbour+BRIDGE');
    assert.match(text, new RegExp(`<h2><a href="/story/${slug}">`));
    assert.match(text, /1 story for <b>harbour BRIDGE<\/b>/);
    assert.match(text, /<meta name="robots" content="noindex, follow">/);
    assert.match(text, /<title>Search: harbour BRIDGE \| /);
    assert.equal(headers.get('cache-control'), 'no-cache');
  });

  it('says that nothing was found, and keeps what was typed, as words', async () => {
    const { status, text } = await get(`/search?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
    assert.equal(status, 200);
    assert.doesNotMatch(text, /<script>alert/);
    assert.match(text, /Nothing was found for <b>&quot;&gt;&lt;script&gt;/);
  });

  it('turns pages, and no further than there are', async () => {
    const many = Array.from({ length: 25 }, (_, at) =>
      itemWith({ guid: `npa:${at}`, copy: copyWith({ headline: `Ferry report ${at}` }) }),
    );
    for (const item of many) await publish(opened.store, item);
    const first = await get('/search?q=ferry');
    assert.match(first.text, /Stories 1 to 20 for <b>ferry<\/b>/);
    assert.match(first.text, /href="\/search\?q=ferry&amp;page=2" rel="next"/);
    const second = await get('/search?q=ferry&page=2');
    assert.match(second.text, /Stories 21 to 25/);
    assert.doesNotMatch(second.text, /rel="next"/);
    const links = (text: string) => [...text.matchAll(/<h2><a href="([^"]+)"/g)].map(([, href]) => href);
    assert.equal(new Set([...links(first.text), ...links(second.text)]).size, 25);
    assert.match((await get('/search?q=ferry&page=99')).text, /There is nothing more for/);
  });

  it('answers any question and any page, and a flood of them with a moment’s patience', async () => {
    for (const query of ['q=%00', 'q=%ED%A0%80', 'q=*&page=-1', 'q=AND&page=NaN', `q=${'a'.repeat(5000)}`, 'q=x&q=y'])
      assert.equal((await get(`/search?${query}`)).status, 200, query);
    const flood = await Promise.all(Array.from({ length: 80 }, () => get('/search?q=bridge')));
    const busy = flood.filter(({ status }) => status === 429);
    assert.ok(busy.length > 0 && busy.length < 80);
    assert.equal(busy[0]?.headers.get('retry-after'), '2');
    assert.match(busy[0]?.text ?? '', /Many readers are searching/);
    assert.equal((await get('/search')).status, 200);
  });
});

describe('the sitemaps', () => {
  let opened: TestDatabase;
  beforeEach(async () => {
    opened = await databases[0]!.open();
  });
  afterEach(() => opened.destroy());
  const get = async (path: string, at = now) => {
    const site = createSite({ store: opened.store, now: () => at, url: 'https://post.example' });
    const response = await site.request(path);
    assert.equal(response.headers.get('content-type'), 'application/xml; charset=utf-8');
    return response.text();
  };

  it('name what readers may see, with when it last changed', async () => {
    const slug = await publish(opened.store);
    await publish(
      opened.store,
      itemWith({ guid: 'b', copy: copyWith({ headline: 'Not yet', embargoedUntil: '2026-03-09T06:00:00Z' }) }),
    );
    const map = await get('/sitemap.xml');
    assert.ok(map.includes(`<loc>https://post.example/story/${slug}</loc><lastmod>2026-03-02T12:00:00.000Z</lastmod>`));
    assert.ok(map.includes('<loc>https://post.example/section/local</loc>'));
    assert.doesNotMatch(map, /not-yet/);
  });

  it('name for news what is at most two days old, in its language', async () => {
    await publish(opened.store, itemWith({ copy: copyWith({ headline: 'Fähre & Hafen', language: 'de-DE' }) }));
    const news = await get('/news-sitemap.xml');
    assert.match(news, /<news:name>Copydesk<\/news:name><news:language>de<\/news:language>/);
    assert.match(news, /<news:publication_date>2026-03-02T12:00:00.000Z<\/news:publication_date>/);
    assert.match(news, /<news:title>Fähre &amp; Hafen<\/news:title>/);
    assert.doesNotMatch(await get('/news-sitemap.xml', new Date('2026-03-04T12:00:00.000Z')), /<url>/);
  });

  it('leave out what a contract keeps from search engines', async () => {
    const slug = await publish(opened.store);
    await opened.store.write((tx) =>
      tx.db
        .updateTable('source')
        .set({ profile: JSON.stringify({ noindex: true }) })
        .execute(),
    );
    assert.ok(!(await get('/sitemap.xml')).includes(slug));
    assert.ok(!(await get('/news-sitemap.xml')).includes(slug));
  });

  it('are named in robots.txt', async () => {
    const site = createSite({ store: opened.store, now: () => now, url: 'https://post.example' });
    const text = await (await site.request('/robots.txt')).text();
    assert.match(text, /^Sitemap: https:\/\/post\.example\/sitemap\.xml$/m);
    assert.match(text, /^Disallow: \/search$/m);
  });
});
