import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { afterTaking } from '../../../test/support/after-taking.ts';
import { ftpServer, type TestFtpServer } from '../../../test/support/ftp-server.ts';
import { type FtpsServer, ftpsServer } from '../../../test/support/ftps-server.ts';
import { testRound, wordsOf } from '../../../test/support/round.ts';
import { authority } from '../../../test/support/web-server.ts';
import { receiveFtp } from './receive-ftp.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'ftp-root-'));
});
afterEach(() => rm(root, { recursive: true }));
const drop = (name: string, words: string) => writeFile(join(root, name), words);

describe('a folder on an FTP server', () => {
  let server: TestFtpServer;
  beforeEach(async () => {
    server = await ftpServer(root);
  });
  afterEach(() => server.close());

  it('gives each file once, and leaves it', async () => {
    await drop('a.xml', 'The ferry is late.');
    await drop('b.xml', 'The bridge is open.');
    await mkdir(join(root, 'older'));
    const round = testRound();
    assert.deepEqual(await receiveFtp(server.transport)(round), { received: 2, refused: 0 });
    assert.deepEqual(round.taken.map(wordsOf).sort(), ['The bridge is open.', 'The ferry is late.']);
    assert.deepEqual(await receiveFtp(server.transport)(round), { received: 0, refused: 0 });
    assert.deepEqual((await readdir(root)).sort(), ['a.xml', 'b.xml', 'older']);
  });

  it('gives bytes as they are, not as text', async () => {
    const bytes = Buffer.from(Array.from({ length: 512 }, (_, index) => index % 256));
    await writeFile(join(root, 'raw.bin'), bytes);
    const round = testRound();
    await receiveFtp(server.transport)(round);
    assert.deepEqual(Buffer.from(round.taken[0]?.bytes ?? []), bytes);
  });

  it('moves what was kept, into a folder that it makes, and overwrites nothing', async () => {
    const receive = receiveFtp(afterTaking(server.transport, 'move', 'taken'));
    await drop('a.xml', 'of yesterday');
    await receive(testRound());
    await drop('a.xml', 'of today');
    await receive(testRound());
    assert.deepEqual(await readdir(root), ['taken']);
    assert.equal(await readFile(join(root, 'taken', 'a.xml'), 'utf8'), 'of yesterday');
    assert.equal(await readFile(join(root, 'taken', 'a-2.xml'), 'utf8'), 'of today');
  });

  it('deletes what was kept, and never what was not', async () => {
    await drop('a.xml', 'one');
    await drop('b.xml', 'two');
    let broken = true;
    const round = testRound(async (file) => {
      if (broken && file.name === 'a.xml') throw new Error('the disk is full');
      return { ok: true };
    });
    const receive = receiveFtp(afterTaking(server.transport, 'delete'));
    await assert.rejects(receive(round), /"a\.xml" could not be received and is tried again: the disk is full/);
    assert.deepEqual(await readdir(root), ['a.xml']);
    broken = false;
    await receive(round);
    assert.deepEqual(await readdir(root), []);
  });

  it('takes only what the pattern names', async () => {
    for (const name of ['story-1.xml', 'story-2.xml', 'photo-1.jpg']) await drop(name, 'words');
    const round = testRound();
    await receiveFtp({ ...server.transport, pattern: 'story-?.*' })(round);
    assert.deepEqual(round.names().sort(), ['story-1.xml', 'story-2.xml']);
  });

  it('does not download a file of 300 MB, says so, and takes the others', async () => {
    await drop('huge.xml', '');
    await truncate(join(root, 'huge.xml'), 300 * 1024 * 1024);
    await drop('small.xml', 'words');
    const round = testRound();
    const result = await receiveFtp(server.transport)(round);
    assert.match(result.problems?.[0] ?? '', /"huge\.xml" is larger than 32 MiB and was not taken/);
    assert.deepEqual(round.names(), ['small.xml']);
  });

  it('says what to do about a wrong password, without it', async () => {
    await assert.rejects(receiveFtp({ ...server.transport, password: 'herring-3' })(testRound()), (error: Error) => {
      assert.match(error.message, /refuses the sign-in\. Check user and password/);
      return error.name === 'ReceiveError' && !`${error.message}${error.stack}`.includes('herring-3');
    });
  });

  it('says so when the folder is not there, and when nothing answers', async () => {
    await assert.rejects(
      receiveFtp({ ...server.transport, path: '/wire' })(testRound()),
      /Check that the folder \/wire is there/,
    );
    server.close();
    await assert.rejects(receiveFtp(server.transport)(testRound()), /Nothing answers at 127\.0\.0\.1:\d+/);
  });
});

describe('a folder on an FTP server over TLS', () => {
  let server: FtpsServer;
  afterEach(() => server.close());
  const start = async (secure: 'explicit' | 'implicit') => {
    server = await ftpsServer(root, secure);
    return { ...server.transport, certificate: authority };
  };

  it('is read with AUTH TLS, and the password goes only after it', async () => {
    const transport = await start('explicit');
    await drop('a.xml', 'sealed words');
    const round = testRound();
    await receiveFtp(transport)(round);
    assert.deepEqual(round.taken.map(wordsOf), ['sealed words']);
    assert.ok(server.told.includes('PASS sealed'));
    assert.ok(server.told.includes('PROT P'));
  });

  it('is read with TLS from the first byte', async () => {
    const transport = await start('implicit');
    await drop('a.xml', 'sealed words');
    const round = testRound();
    await receiveFtp(afterTaking(transport, 'delete'))(round);
    assert.deepEqual(round.taken.map(wordsOf), ['sealed words']);
    assert.deepEqual(await readdir(root), []);
  });

  it('is told nothing when nobody vouches for its certificate', async () => {
    await start('explicit');
    await assert.rejects(receiveFtp(server.transport)(testRound()), /signed by nobody that this machine trusts/);
    assert.deepEqual(
      server.told.filter((line) => /^(USER|PASS)/.test(line)),
      [],
    );
  });

  it('is asked for no name that leads elsewhere', async () => {
    const transport = await start('explicit');
    server.pretended.push('type=file;size=5;modify=20310504090000; ../../etc/passwd');
    server.pretended.push('type=file;size=5;modify=20310504090000; a\\b.xml');
    const round = testRound();
    const result = await receiveFtp(transport)(round);
    assert.deepEqual(round.taken, []);
    assert.match(result.problems?.join() ?? '', /^"a\\\\b\.xml" is no plain file name and was not asked for/);
    assert.ok(!server.told.some((line) => line.startsWith('RETR')));
  });

  it('is not believed when it sends more than it listed', async () => {
    const transport = await start('explicit');
    await drop('a.xml', 'words');
    server.instead.set('/a.xml', Buffer.alloc(3_000_000, 'x'));
    const round = testRound();
    await assert.rejects(receiveFtp(transport, { bytes: 1_000_000, seconds: 5 })(round), /sends more than it listed/);
    assert.deepEqual(round.taken, []);
  });

  it('is not waited for when it stalls', async () => {
    const transport = await start('explicit');
    await drop('a.xml', 'words');
    server.silent.add('RETR');
    const began = performance.now();
    await assert.rejects(receiveFtp(transport, { bytes: 1000, seconds: 0.5 })(testRound()), /did not answer in time/);
    assert.ok(performance.now() - began < 5000);
  });

  it('is left when the round is told to stop', async () => {
    const transport = await start('explicit');
    await drop('a.xml', 'words');
    server.silent.add('RETR');
    const round = testRound();
    setTimeout(round.stop, 300);
    await assert.rejects(receiveFtp(transport)(round), { name: 'AbortError' });
  });
});
