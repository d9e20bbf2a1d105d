import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { testRound, wordsOf } from '../../../test/support/round.ts';
import { type WebServer, webServer } from '../../../test/support/web-server.ts';
import { copyOf } from '../copy-of.ts';
import { parse } from '../parse.ts';
import { receiveHttp } from './receive-http.ts';
import type { Received } from './receiver.ts';

const nitf = (words: string): string =>
  `<?xml version="1.0" encoding="utf-8"?><nitf><body><body.content><block><p>${words}</p></block></body.content></body></nitf>`;

/** An item whose words are at `href`. */
const item = (id: string, href: string, more: object = {}) => ({
  item: {
    altids: { itemid: id, etag: `${id}_1` },
    version: 1,
    type: 'text',
    pubstatus: 'usable',
    headline: `Headline of ${id}`,
    renditions: { nitf: { title: 'NITF Story Download', rel: 'Story', type: 'text', href } },
    ...more,
  },
});
const itemsOf = (file: Received | undefined) => {
  const parsed = parse(file?.bytes ?? new Uint8Array());
  return parsed.ok ? parsed.items : [];
};

describe('AP stories whose words are in files of their own', () => {
  let server: WebServer;
  beforeEach(async () => {
    server = await webServer();
  });
  afterEach(() => server.close());

  function serve(entries: readonly object[], words: (path: string) => string | number): void {
    server.answer((request, response) => {
      const path = request.url ?? '';
      if (path.startsWith('/feed'))
        return response.end(JSON.stringify({ api_version: '1.1', data: { items: entries } }));
      const answer = words(path);
      return typeof answer === 'number' ? response.writeHead(answer).end() : response.end(answer);
    });
  }
  const receive = (query = '') =>
    receiveHttp({ kind: 'http', url: `${server.url}/feed${query}`, headers: { 'x-api-key': 'shoal' } });

  it('come with their words, asked for with the source’s key, each as a file', async () => {
    serve([item('a1', '/content/a1?x=1'), item('a2', `${server.url}/content/a2`)], (path) =>
      nitf(`The words of ${path.slice(9, 11)} &amp; more, the port said.`),
    );
    const round = testRound();
    assert.deepEqual(await receive('?apikey=gull')(round), { received: 2, refused: 0 });
    const [first] = itemsOf(round.taken[0]);
    assert.equal(first?.guid, 'a1');
    assert.deepEqual(
      first?.body?.map(({ text }) => text),
      ['The words of a1 & more, the port said.'],
    );
    assert.equal(first?.problem, undefined);
    assert.equal(server.asked[1]?.headers['x-api-key'], 'shoal');
    assert.equal(server.asked[1]?.url, '/content/a1?x=1&apikey=gull');
  });

  it('are not fetched again while the feed says the same of them', async () => {
    const entries = [item('a1', '/content/a1?signed=1')];
    serve(entries, () => nitf('Words.'));
    const round = testRound();
    await receive()(round);
    entries.splice(0, 1, item('a1', '/content/a1?signed=2'), item('a2', '/content/a2'));
    assert.deepEqual(await receive()(round), { received: 1, refused: 0 });
    assert.deepEqual(
      server.asked.map(({ url }) => url),
      ['/feed', '/content/a1?signed=1', '/feed', '/content/a2'],
    );
  });

  it('are held with the reason where the words are gone, are no NITF, or are on another server, which is not asked', async () => {
    const other = await webServer();
    const entries = ['/content/a1', '/sign-in', '/broken'].map((href, at) => item(`a${at}`, href));
    serve([...entries, item('a9', `${other.url}/content/a9`)], (path) =>
      path.startsWith('/content')
        ? 404
        : path === '/broken'
          ? '{"error":"quota"}'
          : '<html><p>Sign in, please.</p></html>',
    );
    const round = testRound();
    assert.deepEqual(await receive()(round), { received: 4, refused: 0 });
    await other.close();
    assert.deepEqual(other.asked, []);
    for (const file of round.taken) {
      const [held] = itemsOf(file);
      assert.equal(held?.body, undefined);
      assert.match(held ? (copyOf(held).copy.problem ?? '') : '', /in a file of their own, which did not come with it/);
    }
  });

  it('are tried again when the server has trouble, and the others go on', async () => {
    let broken = true;
    serve([item('a1', '/content/a1'), item('a2', '/content/a2')], (path) =>
      broken && path.includes('a1') ? 503 : nitf('Words.'),
    );
    const round = testRound();
    await assert.rejects(receive()(round), /has trouble of its own \(503\)/);
    assert.equal(round.taken.length, 1);
    broken = false;
    assert.deepEqual(await receive()(round), { received: 1, refused: 0 });
    assert.deepEqual(
      round.taken.flatMap(itemsOf).map(({ guid }) => guid),
      ['a2', 'a1'],
    );
  });

  it('leaves a feed as it came when all words are in it', async () => {
    serve([item('a1', '/content/a1', { body_nitf: '<p>All here.</p>' })], () => 500);
    const round = testRound();
    await receive()(round);
    assert.equal(server.asked.length, 1);
    assert.match(wordsOf(round.taken[0] as Received), /^\{"api_version"/);
  });
});
