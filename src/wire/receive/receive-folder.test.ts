import assert from 'node:assert/strict';
import {
  appendFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  symlink,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { testRound, wordsOf } from '../../../test/support/round.ts';
import { receiveFolder, watchFolder } from './receive-folder.ts';
import { ReceiveError } from './receiver.ts';

const today = '2031-05-04';

describe('a drop folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'drop-folder-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const drop = (name: string, words: string) => writeFile(join(folder, name), words);
  const receive = () => receiveFolder({ kind: 'folder', path: folder, settleSeconds: 0.05 });

  it('gives its files oldest first and moves each into the folder of the day', async () => {
    await drop('a-newer.txt', 'The ferry is back.');
    await drop('z-older.txt', 'The ferry is late.');
    await utimes(join(folder, 'z-older.txt'), 1_900_000_000, 1_900_000_000);
    await utimes(join(folder, 'a-newer.txt'), 1_900_000_060, 1_900_000_060);
    const round = testRound();
    assert.deepEqual(await receive()(round), { received: 2, refused: 0 });
    assert.deepEqual(round.taken.map(wordsOf), ['The ferry is late.', 'The ferry is back.']);
    assert.deepEqual((await readdir(join(folder, 'done', today))).sort(), ['a-newer.txt', 'z-older.txt']);
    assert.deepEqual(await receive()(round), { received: 0, refused: 0 });
  });

  it('never overwrites a file that was taken under the same name before', async () => {
    const round = testRound();
    await drop('latest.xml', 'first');
    await receive()(round);
    await drop('latest.xml', 'second');
    await receive()(round);
    assert.deepEqual((await readdir(join(folder, 'done', today))).sort(), ['latest-2.xml', 'latest.xml']);
    assert.equal(await readFile(join(folder, 'done', today, 'latest.xml'), 'utf8'), 'first');
    assert.equal(await readFile(join(folder, 'done', today, 'latest-2.xml'), 'utf8'), 'second');
  });

  it('leaves a file alone that still grows, and takes it when it is whole', async () => {
    await drop('slow.txt', 'The council ');
    const round = testRound();
    const growing = setTimeout(() => void appendFile(join(folder, 'slow.txt'), 'voted.'), 40);
    const first = await receiveFolder({ kind: 'folder', path: folder, settleSeconds: 0.3 })(round);
    clearTimeout(growing);
    assert.deepEqual(first, { received: 0, refused: 0 });
    await receive()(round);
    assert.deepEqual(round.taken.map(wordsOf), ['The council voted.']);
  });

  it('skips hidden files, files that are still being sent, folders and links', async () => {
    const secret = await mkdtemp(join(tmpdir(), 'drop-secret-'));
    await writeFile(join(secret, 'salaries.txt'), 'nobody may read this');
    await symlink(join(secret, 'salaries.txt'), join(folder, 'link.txt'));
    await mkdir(join(folder, 'older'));
    for (const name of ['.hidden', 'a.tmp', 'b.part', 'c.xml.filepart', 'd~', 'story.txt']) await drop(name, 'words');
    const round = testRound();
    await receive()(round);
    assert.deepEqual(round.names(), ['story.txt']);
    assert.deepEqual(await readdir(secret), ['salaries.txt']);
    await rm(secret, { recursive: true });
  });

  it('moves a refused file to the errors, with the reason beside it', async () => {
    await drop('broken.xml', '<newsItem');
    await drop('good.txt', 'The bridge is open.');
    const round = testRound(async (file) =>
      file.name === 'broken.xml' ? { ok: false, reason: 'It ends in the middle. Send it again.' } : { ok: true },
    );
    assert.deepEqual(await receive()(round), { received: 1, refused: 1 });
    assert.deepEqual((await readdir(join(folder, 'errors'))).sort(), ['broken.xml', 'broken.xml.reason.txt']);
    assert.equal(
      await readFile(join(folder, 'errors', 'broken.xml.reason.txt'), 'utf8'),
      'It ends in the middle. Send it again.\n',
    );
  });

  it('keeps a file where it is when it could not be kept, takes the others, and takes it again', async () => {
    await drop('1.txt', 'one');
    await drop('2.txt', 'two');
    await drop('3.txt', 'three');
    let broken = true;
    const round = testRound(async (file) => {
      if (broken && file.name === '2.txt') throw new Error('the disk is full');
      return { ok: true };
    });
    await assert.rejects(
      receive()(round),
      (error: Error) => error instanceof ReceiveError && /"2\.txt".*the disk is full/.test(error.message),
    );
    assert.deepEqual(round.names().sort(), ['1.txt', '3.txt']);
    broken = false;
    await receive()(round);
    assert.deepEqual(round.names().sort(), ['1.txt', '2.txt', '3.txt']);
  });

  it('gives up after three failures in a row, for then the files are not at fault', async () => {
    for (const name of ['1.txt', '2.txt', '3.txt', '4.txt', '5.txt']) await drop(name, 'words');
    let tries = 0;
    const round = testRound(async () => {
      tries++;
      throw new Error('the store is gone');
    });
    await assert.rejects(receive()(round), /So did 2 more/);
    assert.equal(tries, 3);
  });

  it('moves a file that is far too large to the errors without reading it', async () => {
    await drop('huge.xml', '');
    await truncate(join(folder, 'huge.xml'), 300 * 1024 * 1024);
    const round = testRound();
    const result = await receive()(round);
    assert.match(result.problems?.[0] ?? '', /"huge\.xml" has 300 MiB; at most 32 are taken/);
    assert.deepEqual(round.names(), []);
    assert.deepEqual((await readdir(join(folder, 'errors'))).sort(), ['huge.xml', 'huge.xml.reason.txt']);
  });

  it('leaves a new file that came under the same name while the first was kept', async () => {
    await drop('latest.txt', 'first');
    const round = testRound(async () => {
      await drop('latest.txt', 'the second');
      return { ok: true };
    });
    await receive()(round);
    assert.equal(await readFile(join(folder, 'latest.txt'), 'utf8'), 'the second');
  });

  it('says what to do when the folder is not there', async () => {
    await assert.rejects(
      receiveFolder({ kind: 'folder', path: join(folder, 'missing') })(testRound()),
      /There is no folder .*missing\. Make it, or correct the source's path\./,
    );
  });

  it('stops between two files when it is told to', async () => {
    await drop('1.txt', 'one');
    await drop('2.txt', 'two');
    const round = testRound(async () => {
      round.stop();
      return { ok: true };
    });
    await assert.rejects(receive()(round), { name: 'AbortError' });
    assert.equal(round.taken.length, 1);
    assert.equal((await readdir(folder)).filter((name) => name.endsWith('.txt')).length, 1);
  });

  it('wakes its round when a file comes', async () => {
    const woken = Promise.withResolvers<void>();
    const end = watchFolder(folder, () => woken.resolve());
    const keepAlive = setTimeout(() => woken.reject(new Error('nobody was woken')), 3000);
    await drop('story.txt', 'words');
    await woken.promise;
    clearTimeout(keepAlive);
    end();
  });
});
