import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Hono } from 'hono';
import { databases, type TestDatabase } from '../../test/support/databases.ts';
import { copyWith, publish } from '../../test/support/stories.ts';
import { saveSource } from '../store/sources/sources.ts';
import { endLicences } from '../store/state.ts';
import { DEFAULT_PROFILE, type SourceProfile } from '../story/sources/source-profile.ts';
import { createPageCache } from './page-cache.ts';
import { createSite } from './site.ts';

const published = new Date('2026-03-02T12:00:00Z');
const AGENCY = 'https://npa.example/bridge?id=7';

describe('the pages of copy under a contract', () => {
  let opened: TestDatabase;
  let site: Hono;
  let now = published;
  beforeEach(async () => {
    opened = await databases[0]!.open();
    now = published;
    site = createSite({ store: opened.store, now: () => now, url: 'https://post.example' });
  });
  afterEach(() => opened.destroy());

  const agree = (profile: Partial<SourceProfile>) =>
    saveSource(
      opened.store,
      { name: 'NPA', transport: { kind: 'push' }, everySeconds: 60, profile: { ...DEFAULT_PROFILE, ...profile } },
      now,
    );
  const get = async (path: string) => {
    const response = await site.request(path);
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  const dataOf = (text: string) =>
    JSON.parse(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(text)?.[1] ?? '{}');
  const canonicalOf = (text: string) =>
    [...text.matchAll(/<link rel="canonical" href="([^"]*)">/g)].map(([, href]) => href);

  it('name our own address unless the contract wants the agency’s', async () => {
    const slug = await publish(opened.store, { copy: copyWith({ link: AGENCY }) }, now);
    assert.deepEqual(canonicalOf((await get(`/story/${slug}`)).text), [`https://post.example/story/${slug}`]);
    await agree({ canonical: 'agency' });
    const page = await get(`/story/${slug}`);
    assert.deepEqual(canonicalOf(page.text), [AGENCY]);
    assert.match(page.text, new RegExp(`property="og:url" content="https://post.example/story/${slug}"`));
  });

  it('name our own address when the agency gives none that is on the web', async () => {
    await agree({ canonical: 'agency' });
    const slugs = [
      await publish(opened.store, { guid: 'npa:1' }, now),
      await publish(opened.store, { guid: 'npa:2', copy: copyWith({ link: 'javascript:alert(1)' }) }, now),
      await publish(opened.store, { guid: 'npa:3', copy: copyWith({ link: 'https://desk:pw@npa.example/' }) }, now),
    ];
    const pages = await Promise.all(slugs.map((slug) => get(`/story/${slug}`)));
    assert.deepEqual(
      pages.map(({ text }) => canonicalOf(text)),
      slugs.map((slug) => [`https://post.example/story/${slug}`]),
    );
  });

  it('ask search engines to stay away, in the page and in its headers, where the contract says so', async () => {
    const slug = await publish(opened.store, {}, now);
    const open = await get(`/story/${slug}`);
    assert.match(open.text, /<meta name="robots" content="index, follow/);
    assert.equal(open.headers.get('x-robots-tag'), null);
    await agree({ noindex: true });
    const closed = await get(`/story/${slug}`);
    assert.match(closed.text, /<meta name="robots" content="noindex">/);
    assert.equal(closed.headers.get('x-robots-tag'), 'noindex');
  });

  it('tell machines of the agency’s own article when the copy is syndicated', async () => {
    await agree({ syndicated: true });
    const slug = await publish(opened.store, { copy: copyWith({ link: AGENCY }) }, now);
    const { isBasedOn, publisher } = dataOf((await get(`/story/${slug}`)).text);
    assert.deepEqual(isBasedOn, {
      '@type': 'NewsArticle',
      headline: 'Harbour bridge to close for three weeks',
      url: AGENCY,
      provider: { '@type': 'Organization', name: 'NPA' },
    });
    assert.equal(publisher.name, 'Copydesk');
    await agree({ syndicated: false });
    assert.equal(dataOf((await get(`/story/${slug}`)).text).isBasedOn, undefined);
  });

  it('carry the credit line that was agreed', async () => {
    await agree({ creditLine: 'Northern News Wire', creditLineAlways: true });
    const slug = await publish(opened.store, {}, now);
    const { text } = await get(`/story/${slug}`);
    assert.match(text, /<p class="credit">.*Northern News Wire<\/p>/);
    assert.equal(dataOf(text).creditText, 'Northern News Wire');
    assert.match((await get('/feed.atom')).text, /<rights>Northern News Wire<\/rights>/);
  });

  it('are gone by the clock when the licence ends, with a notice and without a word of them anywhere', async () => {
    await agree({ expiresAfterDays: 30 });
    const slug = await publish(opened.store, {}, now);
    const everywhere = [`/story/${slug}`, '/', '/feed.atom', '/section/local', '/person/ruth-amadi'];
    const before = await Promise.all(everywhere.map(get));
    assert.deepEqual(
      before.map(({ status }) => status),
      [200, 200, 200, 200, 200],
    );
    now = new Date('2026-04-01T12:00:00Z');
    const after = await Promise.all(everywhere.map(get));
    assert.deepEqual(
      after.map(({ status }) => status),
      [410, 200, 200, 404, 404],
    );
    assert.match(after[0]?.text ?? '', /The agency’s licence for this story has ended\./);
    assert.match(after[0]?.text ?? '', /content="noindex, noarchive"/);
    assert.doesNotMatch(after.map(({ text }) => text).join(), /Harbour bridge|islanders/);
    await endLicences(opened.store, now);
    assert.equal((await get(`/story/${slug}`)).status, 410);
  });

  it('leave the memory of pages at the minute at which the licence ends', async () => {
    await agree({ expiresAfterDays: 30 });
    const slug = await publish(opened.store, {}, now);
    const cache = createPageCache({ store: opened.store, now: () => now });
    const ask = async () =>
      (await cache.remember(site.fetch)(new Request(`https://post.example/story/${slug}`))).status;
    assert.deepEqual([await ask(), await ask(), cache.size().pages], [200, 200, 1]);
    now = new Date('2026-04-01T12:00:00Z');
    const answered = cache.answer({ url: `/story/${slug}`, method: 'GET', headers: {} } as never, {} as never);
    assert.equal(answered, false);
    assert.equal(await ask(), 410);
  });
});
