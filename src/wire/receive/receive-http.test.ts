import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { testRound, wordsOf } from '../../../test/support/round.ts';
import { type WebServer, webServer } from '../../../test/support/web-server.ts';
import { decode } from '../decode.ts';
import { receiveHttp } from './receive-http.ts';
import { ReceiveError } from './receiver.ts';

const SECRET = 'mackerel-9!/key';

/** The error of a round that must fail, seen to hold no secret. */
async function failureOf(receive: Promise<unknown>): Promise<ReceiveError> {
  const error = await receive.then(
    () => assert.fail('the round did not fail'),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof ReceiveError, String(error));
  const all = `${error.message} ${error.stack} ${JSON.stringify(error)}`;
  for (const form of [SECRET, encodeURIComponent(SECRET), Buffer.from(`desk:${SECRET}`).toString('base64')])
    assert.ok(!all.includes(form), all);
  return error;
}

describe('HTTP polling', () => {
  let server: WebServer;
  beforeEach(async () => {
    server = await webServer();
  });
  afterEach(() => server.close());

  const receive = (path = '/news/feed.xml') => receiveHttp({ kind: 'http', url: `${server.url}${path}` });

  it('brings the answer once and asks from then on whether it changed', async () => {
    server.answer((request, response) => {
      if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end();
      else response.writeHead(200, { etag: '"v1"', 'last-modified': 'Sun, 04 May 2031 09:00:00 GMT' }).end('The ferry');
    });
    const round = testRound();
    assert.deepEqual(await receive()(round), { received: 1, refused: 0 });
    assert.deepEqual(await receive()(round), { received: 0, refused: 0 });
    assert.deepEqual(round.taken.map(wordsOf), ['The ferry']);
    assert.deepEqual(round.names(), ['feed.xml']);
    assert.equal(server.asked[1]?.headers['if-modified-since'], 'Sun, 04 May 2031 09:00:00 GMT');
  });

  it('does not give the same answer twice when the server knows no ETag', async () => {
    server.answer((_, response) => response.end('same'));
    const round = testRound();
    await receive()(round);
    await receive()(round);
    assert.equal(round.taken.length, 1);
  });

  it('forgets the ETag when the address changes', async () => {
    server.answer((_, response) => response.writeHead(200, { etag: '"v1"' }).end('same'));
    const round = testRound();
    await receive('/one')(round);
    await receive('/two')(round);
    assert.equal(server.asked[1]?.headers['if-none-match'], undefined);
    assert.equal(round.taken.length, 2);
  });

  it('asks again for what could not be kept', async () => {
    server.answer((_, response) => response.writeHead(200, { etag: '"v1"' }).end('words'));
    let broken = true;
    const round = testRound(async () => {
      if (broken) throw new Error('the disk is full');
      return { ok: true };
    });
    await assert.rejects(receive()(round), /the disk is full/);
    broken = false;
    assert.deepEqual(await receive()(round), { received: 1, refused: 0 });
    assert.equal(server.asked[1]?.headers['if-none-match'], undefined);
  });

  it('counts a refused answer and does not fetch it again', async () => {
    server.answer((_, response) => response.end('<newsItem'));
    const round = testRound(async () => ({ ok: false, reason: 'It ends in the middle.' }));
    assert.deepEqual(await receive()(round), { received: 0, refused: 1 });
    assert.deepEqual(await receive()(round), { received: 0, refused: 0 });
  });

  it('unpacks gzip and Brotli', async () => {
    const round = testRound();
    server.answer((_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('packed one')));
    await receive()(round);
    server.answer((_, response) =>
      response.writeHead(200, { 'content-encoding': 'br' }).end(brotliCompressSync('packed two')),
    );
    await receive()(round);
    assert.deepEqual(round.taken.map(wordsOf), ['packed one', 'packed two']);
  });

  it('reads the bytes in the charset that only the header names', async () => {
    const round = testRound();
    const greek = Buffer.from([0xd3, 0xf4, 0xef, 0xed, 0x20, 0xd0, 0xe5, 0xe9, 0xf1, 0xe1, 0xe9, 0xdc]);
    server.answer((_, response) =>
      response.writeHead(200, { 'content-type': 'text/xml; charset=ISO-8859-7' }).end(greek),
    );
    await receive()(round);
    assert.equal(decode(round.taken[0]?.bytes ?? new Uint8Array()).text, 'Στον Πειραιά');
  });

  it('leaves bytes that name their own encoding as they came', async () => {
    const round = testRound();
    const own = Buffer.from('<?xml version="1.0" encoding="iso-8859-1"?><p>Caf\u00e9</p>', 'latin1');
    server.answer((_, response) => response.writeHead(200, { 'content-type': 'text/xml; charset=koi8-r' }).end(own));
    await receive()(round);
    assert.deepEqual(Buffer.from(round.taken[0]?.bytes ?? []), own);
  });

  it('signs in with user and password, from the settings or from the address', async () => {
    server.answer((_, response) => response.end('words'));
    const expected = `Basic ${Buffer.from(`desk:${SECRET}`).toString('base64')}`;
    await receiveHttp({ kind: 'http', url: server.url, user: 'desk', password: SECRET })(testRound());
    const inUrl = server.url.replace('http://', `http://desk:${encodeURIComponent(SECRET)}@`);
    await receiveHttp({ kind: 'http', url: inUrl })(testRound());
    assert.deepEqual(
      server.asked.map(({ headers }) => headers.authorization),
      [expected, expected],
    );
  });

  it('signs in with a password in the address that holds a bare per cent sign', async () => {
    server.answer((_, response) => response.end('words'));
    await receiveHttp({ kind: 'http', url: server.url.replace('http://', 'http://desk:50%off@') })(testRound());
    const sent = server.asked[0]?.headers.authorization?.replace('Basic ', '') ?? '';
    assert.equal(Buffer.from(sent, 'base64').toString(), 'desk:50%off');
  });

  it('sends a key in the header that the agency wants', async () => {
    server.answer((_, response) => response.end('words'));
    await receiveHttp({ kind: 'http', url: server.url, headers: { 'X-Api-Key': SECRET } })(testRound());
    assert.equal(server.asked[0]?.headers['x-api-key'], SECRET);
  });

  it('says what to do about a wrong password, a wrong address and a broken server, and tells no secret', async () => {
    const status = (code: number) =>
      failureOf(
        (() => {
          server.answer((_, response) => response.writeHead(code).end(`no ${SECRET}`));
          const url = `${server.url.replace('http://', `http://desk:${encodeURIComponent(SECRET)}@`)}/${encodeURIComponent(SECRET)}?key=${encodeURIComponent(SECRET)}`;
          return receiveHttp({ kind: 'http', url, headers: { 'x-api-key': SECRET } })(testRound());
        })(),
      );
    assert.match((await status(401)).message, /refuses the sign-in \(401\)\. Check user, password and key/);
    assert.match((await status(404)).message, /has nothing at this address \(404\)\. Ask the agency/);
    assert.match((await status(500)).message, /has trouble of its own \(500\)\. It is asked again later/);
    assert.match((await status(418)).message, /answers with 418, which is no copy/);
  });

  it('hands on how long the server wants to be left alone, in seconds or as a date', async () => {
    server.answer((_, response) => response.writeHead(429, { 'retry-after': '120' }).end());
    assert.equal((await failureOf(receive()(testRound()))).retryAfter, 120);
    server.answer((_, response) => response.writeHead(503, { 'retry-after': 'Sun, 04 May 2031 09:35:00 GMT' }).end());
    assert.equal((await failureOf(receive()(testRound()))).retryAfter, 300);
    server.answer((_, response) => response.writeHead(503, { 'retry-after': 'soon' }).end());
    assert.equal((await failureOf(receive()(testRound()))).retryAfter, undefined);
  });

  it('follows redirects on the same server with its keys', async () => {
    server.answer((request, response) => {
      if (request.url === '/old') response.writeHead(301, { location: '/new' }).end();
      else response.end('moved words');
    });
    const round = testRound();
    await receiveHttp({ kind: 'http', url: `${server.url}/old`, headers: { 'x-api-key': SECRET } })(round);
    assert.deepEqual(round.taken.map(wordsOf), ['moved words']);
    assert.equal(server.asked[1]?.headers['x-api-key'], SECRET);
  });

  it('ends a circle of redirects', async () => {
    server.answer((_, response) => response.writeHead(302, { location: '/again' }).end());
    assert.match((await failureOf(receive()(testRound()))).message, /round in circles/);
    assert.equal(server.asked.length, 6);
  });

  it('does not follow a redirect into a private network, by address or by name', async () => {
    const inside = await webServer();
    inside.answer((_, response) => response.end('the secrets of the house'));
    for (const location of [
      `http://127.0.0.1:${inside.port}/`,
      `http://localhost:${inside.port}/`,
      `http://[::ffff:127.0.0.1]:${inside.port}/`,
      `http://2130706433:${inside.port}/`,
      'http://169.254.169.254/latest/meta-data/',
    ]) {
      server.answer((_, response) => response.writeHead(302, { location }).end());
      assert.match((await failureOf(receive()(testRound()))).message, /private network\. That is not followed/);
    }
    assert.equal(inside.asked.length, 0);
    await inside.close();
  });

  it('does not follow a redirect to anything that is not the web', async () => {
    server.answer((_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end());
    assert.match((await failureOf(receive()(testRound()))).message, /no web address/);
  });

  it('stops reading an answer of 300 MB at the limit', async () => {
    const block = Buffer.alloc(1024 * 1024, 'a');
    let sent = 0;
    server.answer((_, response) => {
      response.on('close', () => response.destroy());
      const more = () => {
        while (sent < 300 && !response.destroyed) {
          sent++;
          if (!response.write(block)) return response.once('drain', more);
        }
        return response.end();
      };
      more();
    });
    assert.match((await failureOf(receive()(testRound()))).message, /more than 32 MiB; the rest was not read\. Ask/);
    assert.ok(sent < 100, `${sent} MiB were sent`);
  });

  it('stops unpacking a small answer that becomes 300 MB', async () => {
    const bomb = gzipSync(Buffer.alloc(300 * 1024 * 1024));
    server.answer((_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb));
    assert.match((await failureOf(receive()(testRound()))).message, /more than 32 MiB/);
  });

  it('does not wait for a server that stalls in the middle', async () => {
    server.answer((_, response) => {
      response.writeHead(200).write('The first words');
    });
    const stalled = receiveHttp({ kind: 'http', url: server.url }, { bytes: 1024, seconds: 0.2 });
    assert.match((await failureOf(stalled(testRound()))).message, /did not answer in time/);
  });

  it('does not take an answer that was cut off', async () => {
    server.answer((_, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('The first words', () => response.destroy());
    });
    const round = testRound();
    await failureOf(receive()(round));
    assert.deepEqual(round.taken, []);
  });

  it('does not take a packed answer that was cut off', async () => {
    const packed = gzipSync('words '.repeat(10_000));
    server.answer((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed.subarray(0, packed.length - 20));
    });
    const round = testRound();
    await failureOf(receive()(round));
    assert.deepEqual(round.taken, []);
  });

  it('says so when nothing answers', async () => {
    const gone = await webServer();
    await gone.close();
    const failure = await failureOf(
      receiveHttp({ kind: 'http', url: gone.url, user: 'desk', password: SECRET })(testRound()),
    );
    assert.match(failure.message, /Nothing answers at 127\.0\.0\.1:\d+\. Check host and port/);
  });

  it('stops when it is told to', async () => {
    server.answer(() => {});
    const round = testRound();
    setTimeout(round.stop, 50);
    await assert.rejects(receive()(round), { name: 'AbortError' });
  });
});
