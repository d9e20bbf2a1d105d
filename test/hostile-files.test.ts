import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { hostileCosts } from '../bench/hostile.ts';
import { fileStory } from '../src/file-story.ts';
import { databases } from './support/databases.ts';
import { hostileFile } from './support/hostile-files.ts';
import type { HostileTask, Verdict } from './support/hostile-worker.ts';
import { testNewsroom } from './support/test-newsroom.ts';

/** `npm run soak` makes it 50,000. A seed may be given to see one run again. */
const COUNT = process.env['SOAK'] ? 50_000 : 3_000;
const SEED = Number(process.env['HOSTILE_SEED'] ?? Math.floor(Math.random() * 1_000_000_000));
/** A file may take a second; a machine that is busy with other things is given ten. */
const HANGS_AFTER_MS = 10_000;
const FILED = 40;

const folder = fileURLToPath(new URL('../fixtures/wire', import.meta.url));
const paths = globSync('**/*.*', { cwd: folder })
  .sort()
  .map((path) => `${folder}/${path}`);
const files = paths.map((path) => readFileSync(path));

/** The verdict on each file; a file that hangs ends the thread and is named. */
function judgeAll(task: HostileTask): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  let seed = task.from;
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./support/hostile-worker.ts', import.meta.url), { workerData: task });
    const give = (error?: Error) => {
      clearTimeout(watch);
      void worker.terminate();
      if (error) reject(error);
      else resolve(verdicts);
    };
    const hangs = () => give(new Error(`The file of seed ${seed} took more than ${HANGS_AFTER_MS} ms.`));
    let watch = setTimeout(hangs, HANGS_AFTER_MS * 3);
    worker.on('message', (message: Verdict | { begins: number }) => {
      clearTimeout(watch);
      watch = setTimeout(hangs, HANGS_AFTER_MS);
      if ('begins' in message) seed = message.begins;
      else verdicts.push(message);
    });
    worker.on('error', (error) => give(new Error(`The file of seed ${seed} ended the thread: ${String(error)}`)));
    worker.on('exit', () => give());
  });
}

describe('hostile files', () => {
  it(`are answered with items or a refusal, ${COUNT} of them, and none takes the newsroom with it`, async (t) => {
    t.diagnostic(`seeds ${SEED} to ${SEED + COUNT - 1} (HOSTILE_SEED=${SEED} repeats them)`);
    const half = Math.ceil(COUNT / 2);
    const tasks = [
      { paths, from: SEED, count: half },
      { paths, from: SEED + half, count: COUNT - half },
    ];
    const verdicts = (await Promise.all(tasks.map(judgeAll))).flat();
    assert.equal(verdicts.length, COUNT);
    assert.deepEqual(verdicts.filter(({ problem }) => problem !== undefined).slice(0, 5), []);
    const slowest = verdicts.toSorted((one, other) => other.milliseconds - one.milliseconds).slice(0, 3);
    for (const { seed, milliseconds, bytes } of slowest)
      t.diagnostic(`seed ${seed}: ${milliseconds.toFixed(0)} ms for ${bytes} bytes`);
    const answers = Object.entries(Object.groupBy(verdicts, ({ answer }) => answer));
    t.diagnostic(answers.map(([answer, all]) => `${answer} ${all?.length ?? 0}`).join(', '));
    assert.ok(answers.length > 2, 'some are read and some are refused');
  });

  // A measurement of the processor belongs to the soak: other work on the machine must not fail a test.
  const soakOnly = process.env['SOAK'] ? it : () => undefined;
  soakOnly('cost a second of the processor at most, as large as files may be', (t) => {
    const costs = hostileCosts().sort((one, other) => other.milliseconds - one.milliseconds);
    for (const { name, milliseconds } of costs.slice(0, 5)) t.diagnostic(`${name}: ${milliseconds.toFixed(0)} ms`);
    assert.deepEqual(
      costs.filter(({ milliseconds }) => milliseconds > 1000),
      [],
    );
  });

  for (const database of databases) {
    it(`are kept byte for byte with their refusals, and the rest of the batch goes on, on ${database.name}`, async (t) => {
      t.diagnostic(`seeds ${SEED} to ${SEED + FILED - 1}`);
      const opened = await database.open();
      t.after(() => opened.destroy());
      const site = testNewsroom(opened.store);
      const hostile = Array.from({ length: FILED }, (_, at) => hostileFile(SEED + at, files)).filter(
        ({ length }) => length < 100_000,
      );
      const filed = [];
      for (const bytes of hostile)
        filed.push(await fileStory(site.newsroom, { source: 'npa', name: 'hostile.txt', bytes }));
      const good = await site.receive(
        'Tram line opens\n\nPORT ELDON, March 2 (NPA) - The tram runs again, the port said.\n',
      );
      assert.ok(good.ok);
      assert.equal((await site.get(`/story/${good.stories[0]?.slug}`)).status, 200);
      const kept = await opened.store.read.selectFrom('wire_item').select(['bytes', 'refusal']).execute();
      const keptAs = new Map(kept.map((row) => [Buffer.from(row.bytes).toString('base64'), row.refusal]));
      assert.deepEqual(
        hostile.map((bytes) => keptAs.has(bytes.toString('base64'))),
        hostile.map(() => true),
      );
      const refusals = hostile.map((bytes) => keptAs.get(bytes.toString('base64')));
      assert.deepEqual(
        refusals.map((refusal) => (refusal ? JSON.parse(refusal) : null)),
        filed.map((outcome) => (outcome.ok ? null : outcome.refusal)),
      );
      assert.equal((await site.get('/')).status, 200);
    });
  }
});
