import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { afterTaking } from '../../../test/support/after-taking.ts';
import { testRound, wordsOf } from '../../../test/support/round.ts';
import { type SftpServer, sftpServer } from '../../../test/support/sftp-server.ts';
import { receiveSftp } from './receive-sftp.ts';

describe('a folder on an SSH server', () => {
  let root: string;
  let server: SftpServer;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'sftp-root-'));
    server = await sftpServer(root);
  });
  afterEach(async () => {
    await server.close();
    await rm(root, { recursive: true });
  });
  const drop = (name: string, words: string) => writeFile(join(root, name), words);

  it('gives its files oldest first, once each, and leaves them', async () => {
    await drop('a-newer.xml', 'newer');
    await drop('z-older.xml', 'older');
    await utimes(join(root, 'z-older.xml'), 1_900_000_000, 1_900_000_000);
    await utimes(join(root, 'a-newer.xml'), 1_900_000_060, 1_900_000_060);
    const round = testRound();
    assert.deepEqual(await receiveSftp(server.transport)(round), { received: 2, refused: 0 });
    assert.deepEqual(round.taken.map(wordsOf), ['older', 'newer']);
    assert.deepEqual(await receiveSftp(server.transport)(round), { received: 0, refused: 0 });
    assert.equal((await readdir(root)).length, 2);
  });

  it('gives a file again that was written anew under the same name', async () => {
    const round = testRound();
    await drop('latest.xml', 'first');
    await receiveSftp(server.transport)(round);
    await drop('latest.xml', 'second one');
    await receiveSftp(server.transport)(round);
    assert.deepEqual(round.taken.map(wordsOf), ['first', 'second one']);
  });

  it('takes only what the pattern names, and no folders, links or unfinished files', async () => {
    await mkdir(join(root, 'older.xml'));
    for (const name of ['a.XML', 'b.jpg', 'c.xml.filepart', '.d.xml']) await drop(name, 'words');
    await symlink('/etc/passwd', join(root, 'link.xml'));
    const round = testRound();
    await receiveSftp({ ...server.transport, pattern: '*.xml' })(round);
    assert.deepEqual(round.names(), ['a.XML']);
  });

  it('moves what was kept, and overwrites nothing there', async () => {
    await mkdir(join(root, 'taken'));
    await writeFile(join(root, 'taken', 'a.xml'), 'of yesterday');
    await drop('a.xml', 'of today');
    await receiveSftp(afterTaking(server.transport, 'move', 'taken'))(testRound());
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
    const receive = receiveSftp(afterTaking(server.transport, 'delete'));
    await assert.rejects(receive(round), /"a\.xml" could not be received and is tried again: the disk is full/);
    assert.deepEqual(await readdir(root), ['a.xml']);
    broken = false;
    await receive(round);
    assert.deepEqual(await readdir(root), []);
    assert.deepEqual(round.names(), ['b.xml', 'a.xml']);
  });

  it('does not delete a new file that came under the same name while the first was kept', async () => {
    await drop('latest.xml', 'first');
    const round = testRound(async () => {
      await drop('latest.xml', 'the second');
      return { ok: true };
    });
    await receiveSftp(afterTaking(server.transport, 'delete'))(round);
    assert.equal(await readFile(join(root, 'latest.xml'), 'utf8'), 'the second');
  });

  it('leaves a file alone that still grows', async () => {
    await drop('slow.xml', 'The council ');
    const round = testRound();
    server.afterList(() => drop('slow.xml', 'The council voted.'));
    await receiveSftp(server.transport)(round);
    assert.deepEqual(round.taken, []);
    await receiveSftp(server.transport)(round);
    assert.deepEqual(round.taken.map(wordsOf), ['The council voted.']);
  });

  it('asks for no name that leads elsewhere, and says so', async () => {
    server.pretend(['../../etc/passwd', 'a/b.xml', 'new\nline.xml']);
    await drop('good.xml', 'words');
    const round = testRound();
    const result = await receiveSftp(server.transport)(round);
    assert.deepEqual(round.names(), ['good.xml']);
    assert.match(result.problems?.[0] ?? '', /^"\.\.\/\.\.\/etc\/passwd" is no plain file name and was not asked for/);
    assert.equal(result.problems?.length, 3);
    assert.deepEqual(
      server.asked.filter((asked) => asked.startsWith('open')),
      ['open /good.xml'],
    );
  });

  it('does not download a file of 300 MB, says so, and takes the others', async () => {
    await drop('huge.xml', '');
    await truncate(join(root, 'huge.xml'), 300 * 1024 * 1024);
    await drop('small.xml', 'words');
    const round = testRound();
    const result = await receiveSftp(server.transport)(round);
    assert.match(result.problems?.[0] ?? '', /"huge\.xml" is larger than 32 MiB and was not taken/);
    assert.deepEqual(round.names(), ['small.xml']);
  });

  it('reads a file of many parts whole', async () => {
    const words = 'The words of a very long story. '.repeat(60_000);
    await drop('long.xml', words);
    const round = testRound();
    await receiveSftp(server.transport)(round);
    assert.equal(wordsOf(round.taken[0]), words);
  });

  it('signs in with a private key', async () => {
    await drop('a.xml', 'words');
    const { password: _, ...rest } = server.transport;
    const round = testRound();
    await receiveSftp({ ...rest, privateKey: server.privateKey })(round);
    assert.deepEqual(round.names(), ['a.xml']);
  });

  it('tells an unknown server nothing, and shows its fingerprint to copy', async () => {
    const { hostFingerprint } = server.transport;
    const known = hostFingerprint.replace('SHA256:', '');
    await assert.rejects(receiveSftp({ ...server.transport, hostFingerprint: '' })(testRound()), (error: Error) =>
      error.message.includes(`shows the key SHA256:${known}. Ask the agency whether that is theirs`),
    );
    const other = `SHA256:${'A'.repeat(43)}`;
    await assert.rejects(
      receiveSftp({ ...server.transport, hostFingerprint: other })(testRound()),
      (error: Error) =>
        error.message.includes(`another key than the source knows: SHA256:${known}. Nothing was sent to it.`) &&
        !error.message.includes('mackerel'),
    );
  });

  it('says what to do about a wrong password, without it', async () => {
    await assert.rejects(receiveSftp({ ...server.transport, password: 'herring-3' })(testRound()), (error: Error) => {
      assert.match(error.message, /refuses the sign-in\. Check user, password and key/);
      return error.name === 'ReceiveError' && !`${error.message}${error.stack}`.includes('herring-3');
    });
  });

  it('says what to do about a key that cannot be read, without it', async () => {
    const { password: _, ...rest } = server.transport;
    await assert.rejects(receiveSftp({ ...rest, privateKey: 'herring-3' })(testRound()), (error: Error) => {
      assert.match(error.message, /The private key cannot be read\. Give the text/);
      return !error.message.includes('herring-3');
    });
  });

  it('says so when the folder is not there, and when nothing answers', async () => {
    await assert.rejects(
      receiveSftp({ ...server.transport, path: '/wire' })(testRound()),
      /Check that the folder \/wire is there/,
    );
    const gone = await sftpServer(root);
    await gone.close();
    await assert.rejects(receiveSftp(gone.transport)(testRound()), /Nothing answers at 127\.0\.0\.1:\d+/);
  });

  it('does not wait for a server that stalls', async () => {
    await drop('a.xml', 'words');
    server.stall();
    const round = testRound();
    const began = performance.now();
    await assert.rejects(receiveSftp(server.transport, { bytes: 1000, seconds: 0.5 })(round), /did not answer in time/);
    assert.ok(performance.now() - began < 5000);
    assert.deepEqual(round.taken, []);
  });

  it('stops when it is told to', async () => {
    await drop('a.xml', 'words');
    server.stall();
    const round = testRound();
    setTimeout(round.stop, 400);
    const began = performance.now();
    await assert.rejects(receiveSftp(server.transport)(round), { name: 'AbortError' });
    assert.ok(performance.now() - began < 3000);
  });
});
