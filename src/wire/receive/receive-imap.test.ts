import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import uidFetch from 'hoodiecrow-imap/lib/commands/uid fetch.js';
import uidStore from 'hoodiecrow-imap/lib/commands/uid store.js';
import { afterTaking } from '../../../test/support/after-taking.ts';
import { imapServer, type MailServer } from '../../../test/support/imap-server.ts';
import { testRound, wordsOf } from '../../../test/support/round.ts';
import { authority } from '../../../test/support/web-server.ts';
import { receiveImap } from './receive-imap.ts';

const mail = (subject: string, body: string) =>
  `From: desk@nordwire.example\r\nTo: wire@courier.example\r\nSubject: ${subject}\r\nMessage-ID: <${subject}@nordwire.example>\r\n\r\n${body}\r\n`;
const ferry = mail('ferry', 'The ferry to Sandholm is late.');
const bridge = mail('bridge', 'The bridge at Orrin is open.');
const school = mail('school', 'The school at Velm is closed.');

describe('a mailbox', () => {
  let server: MailServer | undefined;
  afterEach(async () => {
    await server?.close();
    server = undefined;
  });
  const start = async (messages: readonly string[], options = {}) => {
    server = await imapServer(messages, options);
    return server;
  };
  const isSeen = (at: MailServer) => at.messages('INBOX').map((message) => message.flags?.includes('\\Seen') ?? false);

  it('gives each unseen message once, whole, and flags it as seen', async () => {
    const { transport, ...at } = await start([ferry, bridge]);
    const round = testRound();
    assert.deepEqual(await receiveImap(transport)(round), { received: 2, refused: 0 });
    assert.deepEqual(round.names(), ['1.eml', '2.eml']);
    assert.deepEqual(round.taken.map(wordsOf), [ferry, bridge]);
    assert.deepEqual(isSeen({ transport, ...at }), [true, true]);
    assert.deepEqual(await receiveImap(transport)(round), { received: 0, refused: 0 });
  });

  it('moves what was kept into another mailbox, which it makes', async () => {
    const { transport, messages } = await start([ferry]);
    await receiveImap(afterTaking(transport, 'move', 'Taken'))(testRound());
    assert.equal(messages('INBOX').length, 0);
    assert.equal(messages('Taken').length, 1);
    assert.deepEqual(await receiveImap(afterTaking(transport, 'move', 'Taken'))(testRound()), {
      received: 0,
      refused: 0,
    });
  });

  it('deletes what was kept', async () => {
    const { transport, messages } = await start([ferry, bridge]);
    const round = testRound();
    await receiveImap(afterTaking(transport, 'delete'))(round);
    assert.equal(round.taken.length, 2);
    assert.equal(messages('INBOX').length, 0);
  });

  it('leaves a message unseen that could not be kept, takes the others, and takes it again', async () => {
    const at = await start([ferry, bridge, school]);
    let broken = true;
    const round = testRound(async (file) => {
      if (broken && file.name === '2.eml') throw new Error('the disk is full');
      return { ok: true };
    });
    await assert.rejects(receiveImap(at.transport)(round), /"2\.eml" could not be received.*the disk is full/);
    assert.deepEqual(isSeen(at), [true, false, true]);
    broken = false;
    await receiveImap(at.transport)(round);
    assert.deepEqual(round.names(), ['1.eml', '3.eml', '2.eml']);
    assert.deepEqual(isSeen(at), [true, true, true]);
  });

  it('flags a refused message too, for its copy is kept with the refusal', async () => {
    const at = await start([ferry]);
    const round = testRound(async () => ({ ok: false, reason: 'It holds no copy.' }));
    assert.deepEqual(await receiveImap(at.transport)(round), { received: 0, refused: 1 });
    assert.deepEqual(isSeen(at), [true]);
  });

  it('takes the others first when one message breaks the connection each time', async () => {
    const at = await start([ferry, bridge, school]);
    at.handle('UID FETCH', (connection, parsed, data, done) => {
      if (/UID FETCH 1 .*BODY/.test(data)) connection.socket.destroy();
      else uidFetch(connection, parsed, data, done);
    });
    const round = testRound();
    await assert.rejects(receiveImap(at.transport)(round));
    await assert.rejects(receiveImap(at.transport)(round));
    assert.deepEqual(round.names().sort(), ['2.eml', '3.eml']);
  });

  it('does not fetch a kept message again when only its flag could not be set', async () => {
    const at = await start([ferry]);
    at.handle('UID STORE', (connection, parsed, data, done) => {
      connection.send({ tag: parsed.tag, command: 'NO', attributes: [{ type: 'TEXT', value: 'not now' }] }, '', data);
      done();
    });
    const round = testRound();
    await assert.rejects(receiveImap(at.transport)(round), /It was kept, but the mailbox does not let it be flagged/);
    at.handle('UID STORE', uidStore);
    assert.deepEqual(await receiveImap(at.transport)(round), { received: 0, refused: 0 });
    assert.equal(round.taken.length, 1);
    assert.deepEqual(isSeen(at), [true]);
  });

  it('does not download a message that is too large, says so, and takes the others', async () => {
    const at = await start([mail('huge', 'a'.repeat(20_000)), bridge]);
    const round = testRound();
    const result = await receiveImap(at.transport, { bytes: 10_000, seconds: 5 })(round);
    assert.match(result.problems?.[0] ?? '', /^The message 1 has 0 MiB; at most 0 are taken\. It stays in the mailbox/);
    assert.deepEqual(round.names(), ['2.eml']);
    assert.deepEqual(isSeen(at), [false, true]);
  });

  it('reads over TLS from a server whose authority the source names, and from no other', async () => {
    const { transport } = await start([ferry], { secure: true });
    const round = testRound();
    await assert.rejects(receiveImap(transport)(round), /signed by nobody that this machine trusts/);
    await receiveImap({ ...transport, certificate: authority })(round);
    assert.deepEqual(round.taken.map(wordsOf), [ferry]);
  });

  it('says what to do about a wrong password, without it', async () => {
    const { transport } = await start([ferry]);
    await assert.rejects(receiveImap({ ...transport, password: 'mackerel-9' })(testRound()), (error: Error) => {
      assert.match(error.message, /refuses the sign-in\. Check user and password/);
      assert.ok(!`${error.message}${error.stack}${JSON.stringify(error)}`.includes('mackerel-9'));
      return error.name === 'ReceiveError';
    });
  });

  it('names a mailbox that is not there', async () => {
    const { transport } = await start([ferry]);
    await assert.rejects(
      receiveImap({ ...transport, mailbox: 'Wire' })(testRound()),
      /does not open the mailbox "Wire"\. Correct its name/,
    );
  });

  it('says so when nothing answers', async () => {
    const { transport, close } = await imapServer([]);
    await close();
    await assert.rejects(receiveImap(transport)(testRound()), /Nothing answers at 127\.0\.0\.1:\d+/);
  });

  it('does not wait for a server that stalls', async () => {
    const at = await start([ferry]);
    at.handle('UID SEARCH', () => {});
    const began = performance.now();
    await assert.rejects(
      receiveImap(at.transport, { bytes: 10_000, seconds: 0.5 })(testRound()),
      /did not answer in time/,
    );
    assert.ok(performance.now() - began < 5000);
  });

  it('stops when it is told to', async () => {
    const at = await start([ferry]);
    const round = testRound();
    at.handle('UID SEARCH', () => setTimeout(round.stop, 20));
    await assert.rejects(receiveImap(at.transport)(round), { name: 'AbortError' });
  });
});
