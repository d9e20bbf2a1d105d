import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { testRound, wordsOf } from '../../../test/support/round.ts';
import { authority, type WebServer, webServer } from '../../../test/support/web-server.ts';
import { isOwnServer } from './http-get.ts';
import { isPrivateAddress } from './private-address.ts';
import { receiveHttp } from './receive-http.ts';

describe('HTTPS polling', () => {
  let server: WebServer;
  beforeEach(async () => {
    server = await webServer({ secure: true });
    server.answer((_, response) => response.end('sealed words'));
  });
  afterEach(() => server.close());

  it('trusts the authority that the source names', async () => {
    const round = testRound();
    await receiveHttp({ kind: 'http', url: server.url, certificate: authority })(round);
    assert.deepEqual(round.taken.map(wordsOf), ['sealed words']);
  });

  it('sends nothing to a server whose certificate nobody vouches for, and says what to do', async () => {
    await assert.rejects(
      receiveHttp({ kind: 'http', url: server.url })(testRound()),
      /signed by nobody that this machine trusts.*"certificate"/,
    );
    assert.equal(server.asked.length, 0);
  });

  it('does not follow a redirect down to HTTP', async () => {
    server.answer((_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end());
    await assert.rejects(
      receiveHttp({ kind: 'http', url: server.url, certificate: authority })(testRound()),
      /from HTTPS to HTTP\. That is not followed/,
    );
  });

  it('says so when the server speaks no TLS', async () => {
    const plain = await webServer();
    await assert.rejects(
      receiveHttp({ kind: 'http', url: plain.url.replace('http:', 'https:') })(testRound()),
      /does not speak TLS here\. Check the port/,
    );
    await plain.close();
  });
});

describe('the keys of a source', () => {
  it('go to its own server alone, also when that moved up to HTTPS', () => {
    const own = new URL('http://wire.example/feed');
    const goesTo = ['http://wire.example/other', 'https://wire.example/feed'];
    const stays = ['http://wire.example:8080/feed', 'http://www.wire.example/feed', 'https://wire.example:8443/feed'];
    assert.deepEqual(
      [...goesTo, ...stays].filter((url) => isOwnServer(new URL(url), own)),
      goesTo,
    );
    assert.ok(!isOwnServer(own, new URL('https://wire.example/feed')));
  });
});

describe('private addresses', () => {
  it('are known in every dress', () => {
    const hidden = ['127.0.0.1', '10.1.2.3', '172.31.0.1', '192.168.1.1', '169.254.169.254', '0.0.0.0', '100.64.0.1'];
    const hidden6 = [
      '::1',
      '[::1]',
      '::',
      'fd00::1',
      'fe80::1',
      '::ffff:10.0.0.1',
      '[::ffff:7f00:1]',
      '64:ff9b::7f00:1',
    ];
    const open = ['93.184.216.34', '2606:4700::1111', '172.32.0.1', 'wire.example'];
    assert.deepEqual(
      [...hidden, ...hidden6].filter((address) => !isPrivateAddress(address)),
      [],
    );
    assert.deepEqual(open.filter(isPrivateAddress), []);
  });
});
