import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Hono } from 'hono';
import { databases, type TestDatabase } from '../../test/support/databases.ts';
import { copyWith, publish } from '../../test/support/stories.ts';
import { act } from '../store/state.ts';
import { createSite } from './site.ts';

const now = new Date('2026-03-02T12:00:00Z');

describe('the site', () => {
  let opened: TestDatabase;
  let site: Hono;
  beforeEach(async () => {
    opened = await databases[0]!.open();
    site = createSite({ store: opened.store, now: () => now, url: 'https://post.example' });
  });
  afterEach(() => opened.destroy());

  const get = async (path: string, headers: Record<string, string> = {}) => {
    const response = await site.request(path, { headers });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };

  it('shows a front page before there is a story', async () => {
    const { status, text } = await get('/');
    assert.equal(status, 200);
    assert.match(text, /No story has been published yet/);
  });

  it('leads from the front page to the story, its section and the person it quotes', async () => {
    const slug = await publish(opened.store);
    const front = await get('/');
    assert.match(
      front.text,
      new RegExp(`<h2><a href="/story/${slug}">Harbour bridge to close for three weeks</a></h2>`),
    );
    assert.match(front.text, /href="\/section\/local"/);
    assert.match((await get(`/story/${slug}`)).text, /href="\/person\/ruth-amadi"/);
    assert.match((await get('/section/local')).text, /aria-current="true">Local[\s\S]*Harbour bridge to close/);
    assert.equal((await get('/section/Local')).status, 200);
    const person = await get('/person/ruth-amadi');
    assert.match(person.text, /What Ruth Amadi has said/);
    assert.match(person.text, /We know that this is hard for the islanders/);
  });

  it('pages through older stories without leaving one out', async () => {
    for (let number = 1; number <= 20; number++) {
      await publish(opened.store, {
        guid: `npa:${number}`,
        copy: copyWith({ headline: `Bridge news number ${number} of many` }),
      });
    }
    const first = await get('/');
    const older = /<a href="([^"]+)" rel="next">/.exec(first.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const second = await get(older);
    const numbers = [...`${first.text}${second.text}`.matchAll(/<h2><a [^>]+>Bridge news number (\d+) of many/g)].map(
      (match) => Number(match[1]),
    );
    assert.deepEqual(
      numbers.sort((a, b) => a - b),
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
    assert.match(second.text, /<meta name="robots" content="noindex, follow">/);
  });

  it('says 404 for what is not there, whatever is asked', async () => {
    for (const path of [
      '/nothing',
      '/story/nothing',
      '/section/nothing',
      '/person/nobody',
      '/assets/site.css',
      '/share/mastodon',
      '/story/%00',
      '/story/a%2F..%2Fb',
    ]) {
      const { status, text, headers } = await get(path);
      assert.equal(status, 404, path);
      assert.match(text, /There is no page at this address/);
      assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'/);
    }
  });

  it('says 410 for a killed story, with the notice and nothing of its words', async () => {
    const slug = await publish(opened.store);
    await act(opened.store, slug, { kind: 'kill', at: now.toISOString(), reason: 'Wrong bridge.' });
    const { status, text } = await get(`/story/${slug}`);
    assert.equal(status, 410);
    assert.match(text, /This story has been withdrawn/);
    assert.doesNotMatch(text, /harbour bridge|Ruth Amadi|Ferries/i);
    assert.match(text, /<meta name="robots" content="noindex, noarchive">/);
  });

  it('keeps held stories to itself', async () => {
    const slug = await publish(opened.store);
    await act(opened.store, slug, { kind: 'hold', at: now.toISOString() });
    assert.equal((await get(`/story/${slug}`)).status, 404);
    assert.equal((await get('/person/ruth-amadi')).status, 404);
  });

  it('puts a strict policy on every page and allows nothing inline', async () => {
    const slug = await publish(opened.store);
    for (const path of ['/', `/story/${slug}`, '/feed.atom', '/robots.txt', '/favicon.svg']) {
      const { headers } = await get(path);
      const policy = headers.get('content-security-policy') ?? '';
      assert.match(
        policy,
        /^default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self' data:;/,
      );
      assert.doesNotMatch(policy, /unsafe/);
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.equal(headers.get('strict-transport-security'), 'max-age=31536000');
    }
  });

  it('asks for no HTTPS where the public address has none', async () => {
    const plain = createSite({ store: opened.store, now: () => now, url: 'http://localhost:3000' });
    assert.equal((await plain.request('/')).headers.get('strict-transport-security'), null);
  });

  it('serves assets for ever, compressed as the browser likes', async () => {
    const css = /href="(\/assets\/site\.[^"]+)"/.exec((await get('/')).text)?.[1] ?? '';
    const br = await get(css, { 'Accept-Encoding': 'gzip, br' });
    assert.equal(br.headers.get('content-encoding'), 'br');
    assert.equal(br.headers.get('cache-control'), 'public, max-age=31536000, immutable');
    const plain = await get(css);
    assert.equal(plain.headers.get('content-encoding'), null);
    assert.match(plain.text, /@font-face/);
  });

  it('takes a reader to her Mastodon server from our page, and only asks when she comes from another', async () => {
    const slug = await publish(opened.store);
    const ours = await get(`/share/mastodon?story=${slug}&instance=mastodon.example`, {
      'Sec-Fetch-Site': 'same-origin',
    });
    assert.equal(ours.status, 303);
    assert.match(
      ours.headers.get('location') ?? '',
      /^https:\/\/mastodon\.example\/share\?text=Harbour%20bridge.*post\.example%2Fstory/,
    );
    const foreign = await get(`/share/mastodon?story=${slug}&instance=mastodon.example`, {
      'Sec-Fetch-Site': 'cross-site',
    });
    assert.deepEqual([foreign.status, foreign.headers.get('location')], [200, null]);
    const wrong = await get(`/share/mastodon?story=${slug}&instance=${encodeURIComponent('"><script>')}`);
    assert.equal(wrong.status, 400);
    assert.doesNotMatch(wrong.text, /"><script>/);
  });

  it('opens the form for an answer to a comment that is there', async () => {
    const slug = await publish(opened.store);
    assert.doesNotMatch((await get(`/story/${slug}?reply=99`)).text, /name="parent"/);
    assert.doesNotMatch((await get(`/story/${slug}?reply=x`)).text, /name="parent"/);
  });
});
