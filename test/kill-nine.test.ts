import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { listCommentsForDesk } from '../src/store/comments.ts';
import { openStore } from '../src/store/open-store.ts';
import { listStories } from '../src/store/stories.ts';
import { HARBOUR_STORY } from './support/copy.ts';
import { databases } from './support/databases.ts';
import { runCopydesk, startProcess } from './support/running.ts';

/** Ten on each database; `npm run soak` makes it a hundred. */
const KILLS_EACH = process.env['SOAK'] ? 100 : 10;

/** A story of its own for each number, as mail. */
const storyNumber = (round: number, number: number) =>
  `Quay ${round}-${number} gets new lamps, port says\n\nPORT ELDON, March 2 (NPA) - Quay ${round}-${number} will get new lamps in May, the port said on Monday.\n\nThe lamps cost ${1000 + number} pounds, the port said.\n\n- NPA\n`;

for (const database of databases) {
  describe(`kill -9 on ${database.name}`, () => {
    it(`loses no comment and no story that was acknowledged, ${KILLS_EACH} times`, async () => {
      const opened = await database.open();
      const where = { dataFolder: opened.dataFolder, ...(opened.databaseUrl && { databaseUrl: opened.databaseUrl }) };
      const env = { COPYDESK_DATA: where.dataFolder, DATABASE_URL: opened.databaseUrl ?? '' };
      await opened.store.close();
      const inbox = await mkdtemp(join(tmpdir(), 'copydesk-inbox-'));
      await writeFile(join(inbox, 'harbour.txt'), HARBOUR_STORY);
      const first = await runCopydesk(['receive', join(inbox, 'harbour.txt')], { env });
      assert.equal(first.code, 0, first.stderr);
      const slug = first.stdout.trim().split('\n').at(-1)?.trim();
      const comments: string[] = [];
      const stories: string[] = [];
      for (let round = 0; round < KILLS_EACH; round++) {
        const server = await startProcess({ ...where, args: ['--no-demo'] });
        const before = comments.length;
        const posting = postUntilKilled(`${server.address}/story/${slug}/comment`, round, comments);
        const receiving = receiveUntilKilled({ inbox, round, env }, stories);
        // The first comment waits for the models. From then on another moment of the work each time.
        for (let looks = 0; comments.length === before && looks < 1000; looks++) await wait(20);
        await wait(100 + round * 37);
        server.child.kill('SIGKILL');
        await Promise.all([posting, receiving]);
      }
      const store = await openStore(where);
      const kept = new Set((await listCommentsForDesk(store, { limit: 100_000 })).map((comment) => comment.text));
      const filed = new Set((await listStories(store, { limit: 100_000 })).map((story) => story.slug));
      assert.ok(comments.length > KILLS_EACH && stories.length > 0, 'something was acknowledged');
      assert.deepEqual(
        comments.filter((text) => !kept.has(text)),
        [],
      );
      assert.deepEqual(
        stories.filter((name) => !filed.has(name)),
        [],
      );
      await store.close();
      await rm(inbox, { recursive: true, force: true });
      await opened.destroy();
    });
  });
}

/** Posts one comment after another; keeps the words of each that the server acknowledged. Ends when the server is gone. */
async function postUntilKilled(url: string, round: number, acknowledged: string[]): Promise<void> {
  for (let count = 0; ; count++) {
    const text = `Comment ${count} of round ${round}: the ferry must run late as well, for the night shift needs it too.`;
    try {
      const answer = await fetch(url, {
        method: 'POST',
        redirect: 'manual',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          origin: new URL(url).origin,
          'x-forwarded-for': `203.0.${round}.${count % 250}`,
        },
        body: new URLSearchParams({ name: 'Night Shift', text, website: '', parent: '' }),
      });
      if (answer.status === 303) acknowledged.push(text);
    } catch {
      return;
    }
  }
}

/** Sends one file by the command line while the server lives and dies; keeps the address when that was acknowledged. */
async function receiveUntilKilled(
  job: { inbox: string; round: number; env: Record<string, string> },
  acknowledged: string[],
): Promise<void> {
  const file = join(job.inbox, `round-${job.round}.txt`);
  await writeFile(file, storyNumber(job.round, 1));
  const done = await runCopydesk(['receive', file], { env: job.env });
  if (done.code === 0) acknowledged.push(done.stdout.trim().split('\n').at(-1)?.trim() ?? '');
}
