import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { databases } from '../test/support/databases.ts';
import { testNewsroom } from '../test/support/test-newsroom.ts';
import { furnishWaiting } from './file-story.ts';
import { saveDelivery } from './store/filing/save-delivery.ts';
import { claimWork } from './store/made/work.ts';
import { findStory } from './store/stories.ts';
import type { Copy } from './story/copy.ts';

for (const database of databases) {
  describe(`furniture that cannot be made, on ${database.name}`, () => {
    let opened: Awaited<ReturnType<typeof database.open>>;
    before(async () => {
      opened = await database.open();
    });
    after(() => opened.destroy());

    it('holds its story and says why, and the next one goes on', async () => {
      const { newsroom, receive, get } = testNewsroom(opened.store);
      // Copy of a shape that no parser gives: what a bug in one would leave behind.
      const broken = {
        headline: 'Tram line opens',
        text: 7,
        blocks: [{ kind: 'paragraph', text: 'The tram line opens.' }],
        language: 'en',
        keywords: [],
        pubStatus: 'usable',
        signals: [],
      };
      await saveDelivery(opened.store, {
        source: 'npa',
        name: 'tram.json',
        format: 'ninjs',
        bytes: new Uint8Array([1]),
        receivedAt: newsroom.now(),
        items: [{ guid: 'urn:npa:tram', copy: broken as unknown as Copy, replaces: [] }],
      });
      await furnishWaiting(newsroom);
      const story = await findStory(opened.store, 'tram-line-opens');
      assert.equal(story?.state, 'held');
      assert.match(story?.reason ?? '', /^Its furniture could not be made/);
      const next = await receive(
        'Ferry runs again after storm\n\nPORT ELDON, March 2 (NPA) - The ferry runs again, the port said.\n\n- NPA\n',
      );
      assert.ok(next.ok);
      assert.equal((await get('/story/ferry-runs-again-after-storm')).status, 200);
      // Its claim ends after a while; this process does not take it again.
      await opened.store.write((tx) => tx.db.updateTable('story_version').set({ claimed_until: null }).execute());
      assert.equal(await claimWork(opened.store), undefined);
    });
  });

  describe(`the originals of a feed, on ${database.name}`, () => {
    let opened: Awaited<ReturnType<typeof database.open>>;
    before(async () => {
      opened = await database.open();
    });
    after(() => opened.destroy());

    it('are kept where they say anything new, whatever else changes in them', async () => {
      const { receive } = testNewsroom(opened.store);
      const feed = (built: string, title = 'Tram line opens') =>
        `<rss version="2.0"><channel><title>NPA</title><lastBuildDate>${built}</lastBuildDate><item><title>${title}</title><guid>a</guid><description>The tram line opened on Monday, the port said.</description></item></channel></rss>`;
      const kept = async () =>
        (await opened.store.read.selectFrom('wire_item').select('bytes').orderBy('id').execute()).map(({ bytes }) =>
          Buffer.from(bytes)
            .toString()
            .match(/\d\d:\d\d/)
            ?.at(0),
        );
      await receive(feed('Mon, 2 Mar 2026 08:00:00 GMT'));
      const again = await receive(feed('Mon, 2 Mar 2026 08:05:00 GMT'));
      assert.deepEqual(again.ok && again.stories.map(({ outcome }) => outcome), ['unchanged']);
      assert.deepEqual(await kept(), ['08:00']);
      await receive(feed('Mon, 2 Mar 2026 08:10:00 GMT', 'Tram line opens early'));
      await receive(feed('Mon, 2 Mar 2026 08:15:00 GMT', 'Tram line opens early'));
      assert.deepEqual(await kept(), ['08:00', '08:10']);
    });
  });
}
