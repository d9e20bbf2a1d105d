import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { getRequestListener } from '@hono/node-server';
import { databases, type TestDatabase } from '../../test/support/databases.ts';
import { copyWith, publish } from '../../test/support/stories.ts';
import { decideComment, saveComment } from '../store/comments.ts';
import { openStore } from '../store/open-store.ts';
import { saveEdition } from '../store/settings.ts';
import { act } from '../store/state.ts';
import { findStory } from '../store/stories.ts';
import { createPageCache, type PageCache } from './page-cache.ts';
import { createSite } from './site.ts';

type Answer = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly fromMemory: boolean;
};

for (const database of databases) {
  describe(`pages in memory, on ${database.name}`, () => {
    let opened: TestDatabase;
    let cache: PageCache;
    let close: () => Promise<unknown>;
    let ask: (path: string, headers?: Record<string, string>, method?: string) => Promise<Answer>;
    /** Runs once, inside the next request that reaches the application, when its page is made but not yet kept. */
    let meanwhile: (() => Promise<unknown>) | undefined;
    let now: Date;

    beforeEach(async () => {
      opened = await database.open();
      now = new Date('2026-03-02T12:00:00Z');
      const newsroom = { store: opened.store, now: () => now, url: 'https://post.example' };
      const site = createSite(newsroom);
      cache = createPageCache(newsroom);
      const handle = getRequestListener(
        cache.remember(async (asked, env) => {
          const response = await site.fetch(asked, env);
          const todo = meanwhile;
          meanwhile = undefined;
          await todo?.();
          return response;
        }),
      );
      let fromMemory = false;
      const server = createServer((asked, response) => {
        fromMemory = cache.answer(asked, response);
        if (!fromMemory) void handle(asked, response);
      }).listen(0, '127.0.0.1');
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      ask = async (path, headers = {}, method = 'GET') => {
        const sent = request({ port, path, headers, method, host: '127.0.0.1', agent: false }).end();
        const [response] = await once(sent, 'response');
        const pieces: Buffer[] = [];
        for await (const piece of response) pieces.push(piece);
        return { status: response.statusCode, headers: response.headers, body: Buffer.concat(pieces), fromMemory };
      };
      close = () => new Promise((resolve) => server.close(resolve));
    });
    afterEach(async () => {
      await close();
      await opened.destroy();
    });

    const askTwice = async (path: string) => {
      await ask(path);
      return ask(path);
    };

    it('never hold what only one reader may see, however her cookie is written', async () => {
      const slug = await publish(opened.store);
      const { id: storyId = 0 } = (await findStory(opened.store, slug)) ?? {};
      const readerToken = 'a-token-that-nobody-can-guess-0123456789';
      const submission = {
        storyId,
        fullName: 'Ann Lee',
        text: 'Words that still wait for a moderator to read them.',
        readerToken,
      };
      await saveComment(opened.store, { submission, name: 'Ann L', state: 'pending', reasons: [], by: 'test', now });
      for (const cookie of [
        `reader=${readerToken}`,
        `reader =${readerToken}`,
        `reader\t=${readerToken}`,
        `a=b;reader="${readerToken}"`,
      ]) {
        await ask(`/story/${slug}`, { cookie });
        const everybodys = await ask(`/story/${slug}`);
        assert.doesNotMatch(everybodys.body.toString(), /still wait for a moderator/);
        await saveEdition(opened.store, { tagline: cookie.slice(0, 8).replace('\t', ' ') });
      }
    });

    it('are sent again as they were, in each encoding with an ETag of its own', async () => {
      const path = `/story/${await publish(opened.store)}`;
      const first = await ask(path);
      assert.deepEqual([first.status, first.fromMemory], [200, false]);
      const plain = await ask(path);
      const br = await ask(path, { 'accept-encoding': 'gzip, br' });
      const gzip = await ask(path, { 'accept-encoding': 'gzip' });
      assert.deepEqual([plain.fromMemory, br.fromMemory, gzip.fromMemory], [true, true, true]);
      assert.deepEqual([br.headers['content-encoding'], gzip.headers['content-encoding']], ['br', 'gzip']);
      assert.deepEqual(plain.body, first.body);
      assert.deepEqual(brotliDecompressSync(br.body), first.body);
      assert.deepEqual(gunzipSync(gzip.body), first.body);
      const tags = [plain, br, gzip].map(({ headers }) => headers.etag);
      assert.equal(new Set(tags).size, 3);
      assert.ok(tags.every((tag) => /^"[\w-]{22}(-br|-gz)?"$/.test(tag ?? '')));
      assert.equal(plain.headers['content-security-policy'], first.headers['content-security-policy']);
    });

    it('answer 304 to a browser that has them', async () => {
      const path = `/story/${await publish(opened.store)}`;
      const { headers } = await askTwice(path);
      const known = await ask(path, { 'if-none-match': `"other", W/${headers.etag}` });
      assert.deepEqual([known.status, known.body.length, known.headers.etag], [304, 0, headers.etag]);
      assert.equal((await ask(path, { 'if-none-match': '"other"' })).status, 200);
    });

    it('answer HEAD with the length and without the body', async () => {
      const path = `/story/${await publish(opened.store)}`;
      const cold = await ask(path, {}, 'HEAD');
      const warm = await ask(path, {}, 'HEAD');
      const got = await ask(path);
      assert.deepEqual([cold.body.length, warm.body.length], [0, 0]);
      assert.equal(warm.fromMemory, true);
      assert.deepEqual(
        [cold, warm].map(({ headers }) => headers['content-length']),
        Array(2).fill(String(got.body.length)),
      );
    });

    it('are made anew when an approved comment joins them, on the story and in the lists', async () => {
      const slug = await publish(opened.store);
      await askTwice('/');
      await askTwice(`/story/${slug}`);
      const submission = {
        storyId: 1,
        fullName: 'Priya Sharma',
        text: 'The bridge is older than me.',
        readerToken: 'r',
      };
      const { id } = await saveComment(opened.store, {
        submission,
        name: 'Priya S',
        state: 'pending',
        reasons: [],
        by: 'policy',
        now,
      });
      await decideComment(opened.store, id, { state: 'approved', by: 'desk', reasons: [], now });
      assert.match((await ask(`/story/${slug}`)).body.toString(), /The bridge is older than me/);
      assert.match((await ask('/')).body.toString(), /1 comment/);
    });

    it('of a killed story are gone from everywhere at once', async () => {
      const slug = await publish(opened.store);
      const other = await publish(opened.store, {
        guid: 'npa:other',
        copy: copyWith({ headline: 'Library opens on Sunday' }),
      });
      const paths = ['/', '/feed.atom', '/section/local', '/person/ruth-amadi', `/story/${other}`, `/story/${slug}`];
      for (const path of paths) assert.match((await askTwice(path)).body.toString(), /Harbour bridge to close/, path);
      await act(opened.store, slug, { kind: 'kill', at: now.toISOString() });
      for (const path of paths)
        assert.doesNotMatch((await ask(path)).body.toString(), /Harbour bridge to close/i, path);
      assert.equal((await ask(`/story/${slug}`)).status, 410);
    });

    it('of one story stay when another changes', async () => {
      const slug = await publish(opened.store);
      await askTwice(`/story/${slug}`);
      await publish(opened.store, { guid: 'npa:other', copy: copyWith({ headline: 'Library opens on Sunday' }) });
      assert.equal((await ask(`/story/${slug}`)).fromMemory, true);
    });

    it('all go when the publisher changes her site', async () => {
      await publish(opened.store);
      await askTwice('/');
      await saveEdition(opened.store, { name: 'The Eldon Courier' });
      assert.match((await ask('/')).body.toString(), /The Eldon Courier/);
    });

    it('that a change overtook while they were made are not kept', async () => {
      const slug = await publish(opened.store);
      meanwhile = () => publish(opened.store, { copy: copyWith({ headline: 'Harbour bridge stays open' }) });
      assert.match((await ask(`/story/${slug}`)).body.toString(), /to close/);
      assert.match((await ask(`/story/${slug}`)).body.toString(), /stays open/);
    });

    it('are made once for all who ask at the same moment', async () => {
      const path = `/story/${await publish(opened.store)}`;
      const answers = await Promise.all(Array.from({ length: 5 }, () => ask(path)));
      assert.equal(new Set(answers.map(({ headers }) => headers.etag)).size, 1);
      assert.equal(cache.size().pages, 1);
    });

    it('are not for a browser that has commented, but the lists are', async () => {
      const path = `/story/${await publish(opened.store)}`;
      await askTwice(path);
      await askTwice('/');
      const cookie = { cookie: 'theme=x; reader=abc' };
      const own = await ask(path, cookie);
      assert.deepEqual([own.fromMemory, own.headers['cache-control']], [false, 'private, no-cache']);
      assert.equal((await ask('/', cookie)).fromMemory, true);
      assert.equal((await ask(path, { cookie: 'notreader=abc' })).fromMemory, true);
    });

    it('that are not kept are compressed on their way', async () => {
      const path = `/story/${await publish(opened.store)}`;
      const plain = await ask(path, { cookie: 'reader=abc' });
      const small = await ask(path, { cookie: 'reader=abc', 'accept-encoding': 'gzip, br' });
      assert.equal(small.headers['content-encoding'], 'gzip');
      assert.deepEqual(gunzipSync(small.body), plain.body);
      assert.equal((await ask('/nothing', { 'accept-encoding': 'gzip' })).status, 404);
    });

    it('are neither kept nor taken for a query, an error or another method', async () => {
      const slug = await publish(opened.store);
      await askTwice(`/story/${slug}?reply=1`);
      await askTwice('/story/nothing');
      assert.equal(cache.size().pages, 0);
      await askTwice(`/story/${slug}`);
      assert.equal((await ask(`/story/${slug}?reply=1`)).fromMemory, false);
      assert.equal((await ask(`/story/${slug}`, {}, 'POST')).fromMemory, false);
    });

    it('that another process made stale go as soon as it is noticed', async () => {
      const slug = await publish(opened.store);
      await askTwice(`/story/${slug}`);
      const { dataFolder, databaseUrl } = opened;
      const other = await openStore({ dataFolder, ...(databaseUrl !== undefined && { databaseUrl }) });
      await act(other, slug, { kind: 'kill', at: now.toISOString() });
      await other.close();
      const patience = Date.now() + 5000;
      let status = 200;
      while (status === 200 && Date.now() < patience) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        status = (await ask(`/story/${slug}`)).status;
      }
      assert.equal(status, 410);
    });

    it('show a story at the minute its embargo lifts, without any change', async () => {
      await publish(opened.store);
      const embargoedUntil = '2026-03-02T12:30:00.000Z';
      await publish(opened.store, {
        guid: 'npa:later',
        copy: copyWith({ headline: 'Library opens on Sunday', embargoedUntil }),
      });
      assert.doesNotMatch((await askTwice('/')).body.toString(), /Library opens/);
      now = new Date('2026-03-02T12:29:59.999Z');
      assert.equal((await ask('/')).fromMemory, true);
      now = new Date(embargoedUntil);
      assert.match((await ask('/')).body.toString(), /Library opens/);
    });
  });
}

describe('the memory for pages', () => {
  it('lets the longest unused go when it is full', async () => {
    const opened = await databases[0]!.open();
    try {
      const cache = createPageCache({ store: opened.store, now: () => new Date() }, 100_000);
      const fetch = cache.remember((_, env) => {
        (env as { keepPage?: (keep: object) => void }).keepPage?.({ tags: [] });
        return new Response(Buffer.alloc(1000, 'x'), { headers: { 'content-type': 'image/png' } });
      });
      for (let number = 0; number < 100; number++) await fetch(new Request(`https://post.example/${number}`), {});
      assert.ok(cache.size().bytes <= 100_000);
      assert.ok(cache.size().pages >= 10);
    } finally {
      await opened.destroy();
    }
  });
});
