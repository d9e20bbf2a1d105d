import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { getRequestListener } from '@hono/node-server';
import { createApp } from '../src/app.ts';
import { fileStory } from '../src/file-story.ts';
import type { Newsroom } from '../src/newsroom.ts';
import { createPageCache } from '../src/site/page-cache.ts';
import { joinStories, setApart } from '../src/store/events/grouping.ts';
import { act } from '../src/store/state.ts';
import { writeNinjs } from '../src/wire/write/write-ninjs.ts';
import { databases } from './support/databases.ts';
import { type FixtureTelling, itemOf, tellingsOf } from './support/tellings.ts';
import { testNewsroom } from './support/test-newsroom.ts';

const NOW = '2026-03-02T20:00:00.000Z';

/** The telling as its agency sends it. */
function wireFile(telling: FixtureTelling): Uint8Array {
  const { guid, copy } = itemOf(telling);
  const item = writeNinjs({ guid, version: '1', pubStatus: 'usable', copy, page: 'https://x.example', changedAt: NOW });
  return new TextEncoder().encode(JSON.stringify(item));
}

for (const database of databases) {
  describe(`one event from two agencies, for readers, on ${database.name}`, () => {
    let opened: Awaited<ReturnType<typeof database.open>>;
    let newsroom: Newsroom;
    let read: (path: string) => Promise<string>;
    let close: () => Promise<unknown>;
    let [ani, pti] = ['', ''];
    before(async () => {
      opened = await database.open();
      newsroom = testNewsroom(opened.store, NOW).newsroom;
      const cache = createPageCache(newsroom);
      const handle = getRequestListener(cache.remember(createApp(newsroom).fetch));
      const server = createServer((asked, answer) => {
        // From memory where it is there, as in src/main.ts.
        if (!cache.answer(asked, answer)) void handle(asked, answer);
      }).listen(0, '127.0.0.1');
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      read = async (path) => (await fetch(`http://127.0.0.1:${port}${path}`)).text();
      close = () => new Promise((resolve) => server.close(resolve));
      const slugs: string[] = [];
      for (const telling of tellingsOf('minister-quits')) {
        // Every page is in memory when the next story arrives.
        await Promise.all(['/', '/feed.atom', ...slugs.map((slug) => `/story/${slug}`)].map(read));
        const filed = await fileStory(
          newsroom,
          { source: telling.source, name: 'story.json', bytes: wireFile(telling) },
          new Date(telling.at),
        );
        assert.ok(filed.ok);
        slugs.push(filed.stories[0]!.slug);
      }
      [ani = '', pti = ''] = slugs;
    });
    after(async () => {
      await close();
      await opened.destroy();
    });

    const linksTo = (page: string, slug: string): number => page.split(`href="/story/${slug}"`).length - 1;

    it('the front page has one line for both, and the second is a link of it', async () => {
      const page = await read('/');
      assert.equal(page.split('<article class="line').length - 1, 1);
      assert.equal(linksTo(page, ani), 1);
      assert.match(page, /Also reported by<\/p><ul><li><a href="[^"]+">PTI</);
    });

    it('each story’s page leads to the other, and lists no story of the event twice', async () => {
      const [one, other] = [await read(`/story/${ani}`), await read(`/story/${pti}`)];
      assert.equal(linksTo(one, pti), 1);
      assert.equal(linksTo(other, ani), 1);
      assert.match(one, /id="also-title">Also reported by</);
    });

    it('the feed has one entry and names the other as related', async () => {
      const feed = await read('/feed.atom');
      assert.equal(feed.split('<entry>').length - 1, 1);
      assert.match(
        feed,
        /<link rel="related" type="text\/html" href="https:\/\/courier\.example\/story\/[^"]+" title="PTI: /,
      );
    });

    it('an editor parts them, and joins them again', async () => {
      await setApart(opened.store, pti, { at: new Date(NOW) });
      assert.equal((await read('/')).split('<article class="line').length - 1, 2);
      assert.doesNotMatch(await read(`/story/${ani}`), /id="also-title"/);
      await joinStories(opened.store, [pti, ani], { at: new Date(NOW) });
      assert.equal((await read('/')).split('<article class="line').length - 1, 1);
      assert.equal(linksTo(await read(`/story/${ani}`), pti), 1);
    });

    it('a kill of the first leaves the second in its place, and no word of the first', async () => {
      await act(opened.store, ani, { kind: 'kill', at: NOW });
      const page = await read('/');
      assert.equal(linksTo(page, pti), 1);
      assert.equal(linksTo(page, ani), 0);
      assert.equal(linksTo(await read(`/story/${pti}`), ani), 0);
      assert.doesNotMatch(page, /Also reported by/);
    });
  });
}
