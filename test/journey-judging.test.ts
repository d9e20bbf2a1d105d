import assert from 'node:assert/strict';
import { cp, mkdtemp, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createApp } from '../src/app.ts';
import { loadJudging } from '../src/judging.ts';
import { listCommentsForDesk } from '../src/store/comments.ts';
import { savePolicy } from '../src/store/moderation/policy.ts';
import { DEFAULT_MODERATION } from '../src/story/discussion/moderation-settings.ts';
import { HARBOUR_STORY } from './support/copy.ts';
import { databases, type TestDatabase } from './support/databases.ts';
import { SITE, testNewsroom } from './support/test-newsroom.ts';

const [FIRST, SECOND, THIRD] = [
  'Eleven weeks is long, but I have seen those bearings: better a ferry in April than a rescue in November.',
  'The bridge was built for carts, so nobody should wonder that its bearings are worn after all the lorries.',
  'Will the ferry take bicycles? The bridge does, and half of the school goes over it on two wheels each day.',
] as const;

for (const database of databases) {
  describe(`comments when the models cannot be read, on ${database.name}`, () => {
    let opened: TestDatabase;
    let models = '';
    let story = '';
    let from = 0;
    let site: ReturnType<typeof testNewsroom>;

    /** Posts to an application that has its models in `models`. Says what was decided, and whether readers see the comment. */
    const post = async (name: string, text: string) => {
      const judging = () => loadJudging(pathToFileURL(`${models}/`));
      const app = createApp(site.newsroom, { judging });
      const answer = await app.request(`${story}/comment`, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          origin: SITE,
          'x-forwarded-for': `198.51.100.${++from}`,
        },
        body: new URLSearchParams({
          website: '',
          parent: '',
          name,
          text,
        }).toString(),
      });
      assert.equal(answer.status, 303);
      const kept = (await listCommentsForDesk(opened.store, { limit: 100 })).find((comment) => comment.text === text);
      const page = await (await app.request(story)).text();
      return { state: kept?.state, codes: kept?.reasons.map(({ code }) => code) ?? [], shown: page.includes(text) };
    };

    before(async () => {
      opened = await database.open();
      models = await mkdtemp(join(tmpdir(), 'copydesk-models-'));
      site = testNewsroom(opened.store);
      const filed = await site.receive(HARBOUR_STORY);
      assert.ok(filed.ok);
      story = `/story/${filed.stories[0]?.slug}`;
      // Nobody is new, so that only the judging stands between a comment and the page.
      await savePolicy(opened.store, { ...DEFAULT_MODERATION, firstComments: 0 });
    });
    after(async () => {
      await opened.destroy();
      await rm(models, { recursive: true });
    });

    it('while the files are missing nothing is published, and the desk reads why', async () => {
      const { state, codes, shown } = await post('Priya Venkat', FIRST);
      assert.deepEqual([state, codes, shown], ['held', ['not-judged'], false]);
    });

    it('while a file is cut nothing is published either', async () => {
      await cp(fileURLToPath(new URL('../models', import.meta.url)), models, { recursive: true });
      await truncate(join(models, 'respect/weights.bin'), 5000);
      const { state, codes, shown } = await post('Tomas Okafor', SECOND);
      assert.deepEqual([state, codes, shown], ['held', ['not-judged'], false]);
    });

    it('once they are put back, what passes everything appears at once, without a restart', async () => {
      await cp(fileURLToPath(new URL('../models', import.meta.url)), models, { recursive: true });
      const { state, codes, shown } = await post('Greta Lindqvist', THIRD);
      assert.deepEqual([state, codes, shown], ['approved', [], true]);
    });
  });
}
