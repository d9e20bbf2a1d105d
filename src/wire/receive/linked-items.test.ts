import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { testRound, wordsOf } from '../../../test/support/round.ts';
import { type WebServer, webServer } from '../../../test/support/web-server.ts';
import { linkedItems } from './linked-items.ts';
import { receiveHttp } from './receive-http.ts';

const base = new URL('https://wire.example/out/index.xml');
const linksOf = (text: string) => linkedItems(new TextEncoder().encode(text), base)?.map(({ url }) => url.href);

describe('the links of a list', () => {
  it('are found in Atom, to the document before the page, oldest first', () => {
    const feed = `<feed xmlns="http://www.w3.org/2005/Atom"><link rel="self" href="index.xml"/>
      <entry><link href="/page/2.html"/><link rel="enclosure" type="application/vnd.iptc.g2.newsitem+xml" href="2.xml"/></entry>
      <entry><link rel="self" href="entry-1"/><link type="application/xml" href="/1.xml?a=1&amp;b=2"/></entry></feed>`;
    assert.deepEqual(linksOf(feed), ['https://wire.example/1.xml?a=1&b=2', 'https://wire.example/out/2.xml']);
  });

  it('are found in RSS, in an index of NewsML and in JSON', () => {
    assert.deepEqual(
      linksOf(
        '<rss><channel><link>https://wire.example/</link><item><link> https://wire.example/3 </link></item></channel></rss>',
      ),
      ['https://wire.example/3'],
    );
    assert.deepEqual(
      linksOf('<NewsML><NewsItem><NewsComponent><NewsItemRef NewsItem="a.xml"/></NewsComponent></NewsItem></NewsML>'),
      ['https://wire.example/out/a.xml'],
    );
    assert.deepEqual(linksOf('{"total":2,"items":[{"href":"b.json"},{"url":"a.json"}]}'), [
      'https://wire.example/out/a.json',
      'https://wire.example/out/b.json',
    ]);
  });

  it('are none where a link leads to something that is not the web', () => {
    assert.deepEqual(
      linksOf('<rss><item><link>file:///etc/passwd</link></item><item><title>none</title></item></rss>'),
      [],
    );
  });
});

describe('HTTP polling of a list', () => {
  let server: WebServer;
  beforeEach(async () => {
    server = await webServer();
  });
  afterEach(() => server.close());

  const entry = (name: string, updated = '09:00') =>
    `<entry><link href="/items/${name}"/><updated>2031-05-04T${updated}Z</updated></entry>`;
  const serve = (entries: readonly string[], words: Readonly<Record<string, string>>) =>
    server.answer((request, response) => {
      const body = request.url === '/index.xml' ? `<feed>${entries.join('')}</feed>` : words[request.url ?? ''];
      if (body === undefined) response.writeHead(404).end();
      else response.end(body);
    });
  const receive = () => receiveHttp({ kind: 'http', url: `${server.url}/index.xml`, follow: 'items' });

  it('gives each linked document once, oldest first, and again when the list says that it changed', async () => {
    const round = testRound();
    serve([entry('2'), entry('1')], { '/items/1': 'one', '/items/2': 'two' });
    assert.deepEqual(await receive()(round), { received: 2, refused: 0 });
    assert.deepEqual(await receive()(round), { received: 0, refused: 0 });
    serve([entry('3'), entry('2', '09:30'), entry('1')], {
      '/items/1': 'one',
      '/items/2': 'two again',
      '/items/3': 'three',
    });
    await receive()(round);
    assert.deepEqual(round.taken.map(wordsOf), ['one', 'two', 'two again', 'three']);
  });

  it('tries again for a document that could not be kept, though the list is the same', async () => {
    let broken = true;
    const round = testRound(async (file) => {
      if (broken && file.name === '1') throw new Error('the disk is full');
      return { ok: true };
    });
    serve([entry('2'), entry('1')], { '/items/1': 'one', '/items/2': 'two' });
    await assert.rejects(receive()(round), /"1" could not be received/);
    broken = false;
    assert.deepEqual(await receive()(round), { received: 1, refused: 0 });
    assert.deepEqual(round.taken.map(wordsOf), ['two', 'one']);
  });

  it('names a document that is in the list and not there, and takes the others', async () => {
    const round = testRound();
    serve([entry('2'), entry('1')], { '/items/2': 'two' });
    assert.deepEqual(await receive()(round), {
      received: 1,
      refused: 0,
      problems: ['1 is in the list, but not there.'],
    });
  });

  it('asks no other server, and says so when the list links to nothing else', async () => {
    const other = await webServer();
    serve([`<entry><link href="${other.url}/a"/></entry>`], {});
    await assert.rejects(receive()(testRound()), /links only to other servers, which are not asked/);
    assert.equal(other.asked.length, 0);
    await other.close();
  });

  it('is content with a list that is empty just now', async () => {
    serve([], {});
    assert.deepEqual(await receive()(testRound()), { received: 0, refused: 0 });
  });

  it('says so when the answer is no list', async () => {
    server.answer((_, response) => response.end('<html><body>Please sign in.</body></html>'));
    await assert.rejects(receive()(testRound()), /answers with no list of items\. Take "follow" out/);
    server.answer((_, response) => response.end('{"error": "no such feed"}'));
    await assert.rejects(receive()(testRound()), /answers with no list of items/);
  });
});
