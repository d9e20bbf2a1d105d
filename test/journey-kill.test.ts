import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { ninjs } from './support/copy.ts';
import { databases, type TestDatabase } from './support/databases.ts';
import { type RunningProcess, runCopydesk, startProcess } from './support/running.ts';

const STORY = '/story/quarry-plan-for-hallow-hill-rejected-by-planners';
const WORDS = /Hallow|quarry|granite|Achterberg|Brandt|seven to two/i;
const LISTS = ['/', '/section/business', '/feed.atom', '/sitemap.xml', '/news-sitemap.xml', '/search?q=granite'];
const NOTE = 'This story was withdrawn because its source was misidentified.';

/** Published today: news sitemaps hold nothing older than two days. */
const story = ninjs({ subjects: [{ name: 'Business' }] });
const kill = ninjs({ version: '2', pubStatus: 'canceled', bodies: [], edNote: NOTE });

for (const database of databases) {
  describe(`a kill, with two servers on one ${database.name}`, () => {
    let opened: TestDatabase;
    let folder: string;
    let servers: readonly RunningProcess[];
    const tags = new Map<string, string>();

    before(async () => {
      opened = await database.open();
      await opened.store.close();
      folder = await mkdtemp(join(tmpdir(), 'copydesk-kill-'));
      await receive('story.json', story);
      const where = { dataFolder: opened.dataFolder, ...(opened.databaseUrl && { databaseUrl: opened.databaseUrl }) };
      servers = await Promise.all([1, 2].map(() => startProcess({ ...where, args: ['--no-demo'] })));
    });
    after(async () => {
      await Promise.all(servers.map((server) => server.stop('SIGKILL')));
      await opened.destroy();
      await rm(folder, { recursive: true, force: true });
    });

    async function receive(name: string, item: object): Promise<void> {
      await writeFile(join(folder, name), JSON.stringify(item));
      const env = { COPYDESK_DATA: opened.dataFolder, DATABASE_URL: opened.databaseUrl ?? '' };
      const { code, stderr } = await runCopydesk(['receive', join(folder, name)], { env });
      assert.equal(code, 0, stderr);
    }
    const get = async (server: RunningProcess, path: string, headers: Record<string, string> = {}) => {
      const answer = await fetch(`${server.address}${path}`, { headers });
      return { status: answer.status, text: await answer.text(), etag: answer.headers.get('etag') ?? '' };
    };
    const onBoth = (path: string, headers = {}) => Promise.all(servers.map((server) => get(server, path, headers)));
    const post = (server: RunningProcess) =>
      fetch(`${server.address}${STORY}/comment`, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin: server.address },
        body: new URLSearchParams({
          name: 'Ines Calder',
          text: 'The valley needs the jobs, but the hill should stay as it is for those who come after us.',
        }).toString(),
      });

    it('finds the story on both servers first, in everything that shows it', async () => {
      for (const path of [STORY, ...LISTS, '/person/sunniva-achterberg']) {
        const [one, two] = await onBoth(path);
        assert.deepEqual([one?.status, two?.status], [200, 200], path);
        assert.match(one?.text ?? '', WORDS, path);
        assert.match(two?.text ?? '', WORDS, path);
        tags.set(path, one?.etag ?? '');
      }
      const [again] = await onBoth(STORY, { 'if-none-match': tags.get(STORY) ?? '' });
      assert.equal(again?.status, 304);
      assert.equal((await post(servers[0]!)).status, 303);
    });

    it('takes the words from every page in the next request, also from browsers that have them', async () => {
      await receive('kill.json', kill);
      for (const server of servers) {
        const gone = await get(server, STORY, { 'if-none-match': tags.get(STORY) ?? '' });
        assert.equal(gone.status, 410);
        assert.ok(gone.text.includes(NOTE));
        assert.doesNotMatch(gone.text, WORDS);
        assert.doesNotMatch(gone.text, /ld\+json|og:title|share-title/);
      }
      for (const path of LISTS) {
        for (const page of await onBoth(path, { 'if-none-match': tags.get(path) ?? '' })) {
          assert.ok(page.status === 200 || (path === '/section/business' && page.status === 404), path);
          assert.doesNotMatch(
            page.text.replaceAll('for <b>granite</b>', '').replaceAll(/"granite"|Search: granite/g, ''),
            WORDS,
            path,
          );
        }
      }
      const people = await onBoth('/person/sunniva-achterberg');
      assert.deepEqual(
        people.map(({ status }) => status),
        [404, 404],
      );
    });

    it('closes the discussion and the ways to share it', async () => {
      for (const server of servers) {
        assert.equal((await post(server)).status, 409);
        const shared = await get(server, `/share/mastodon?story=${STORY.slice(7)}&instance=mastodon.social`);
        assert.equal(shared.status, 404);
        assert.doesNotMatch(shared.text, WORDS);
      }
    });

    it('holds after a restart, and against the story coming again', async () => {
      await receive('late.json', ninjs({ version: '1', edNote: 'late' }));
      await servers[0]!.stop('SIGKILL');
      const where = { dataFolder: opened.dataFolder, ...(opened.databaseUrl && { databaseUrl: opened.databaseUrl }) };
      servers = [await startProcess({ ...where, args: ['--no-demo'] }), servers[1]!];
      const pages = await onBoth(STORY);
      assert.deepEqual(
        pages.map(({ status }) => status),
        [410, 410],
      );
    });
  });
}
