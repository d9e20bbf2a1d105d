import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { databases, type TestDatabase } from '../../../test/support/databases.ts';
import { publish } from '../../../test/support/stories.ts';
import { findSurroundings } from '../discussion/find-surroundings.ts';
import { listSlugs } from '../list-slugs.ts';
import { claimWork } from '../made/work.ts';
import { searchStories } from '../search.ts';
import { listForSitemap } from '../sitemap.ts';
import { act } from '../state.ts';
import type { Store } from '../store.ts';
import { findPublished, findStory, listLatest } from '../stories.ts';
import { findPageSlug, listPages } from './list-pages.ts';
import { savePage } from './save-page.ts';

const NOW = new Date('2030-03-02T09:00:00Z');
const LATER = new Date('2030-03-02T10:00:00Z');
const PAGE = {
  url: 'https://partner.example/lighthouse',
  headline: 'Lighthouse keepers of Skerry Point retire',
  text: 'The last two keepers leave on Friday.\n\nA lamp without people takes their place.',
};

for (const database of databases) {
  describe(`a page elsewhere, on ${database.name}`, () => {
    let opened: TestDatabase;
    let store: Store;
    beforeEach(async () => {
      opened = await database.open();
      store = opened.store;
    });
    afterEach(() => opened.destroy());

    it('has a discussion at once, with nothing left to furnish', async () => {
      const { slug, outcome } = await savePage(store, PAGE, NOW);
      const story = await findPublished(store, slug, NOW);
      assert.deepEqual([outcome, story?.page, story?.state], ['new', PAGE.url, 'live']);
      assert.equal(await claimWork(store), undefined);
      assert.equal(await findPageSlug(store, PAGE.url), slug);
    });

    it('is in no list, map or search of ours', async () => {
      await savePage(store, PAGE, NOW);
      const own = await publish(store);
      const lines = await listLatest(store, { now: LATER, limit: 10 });
      assert.deepEqual(
        lines.map(({ slug }) => slug),
        [own],
      );
      assert.deepEqual(
        (await listForSitemap(store, { now: LATER, limit: 10 })).map(({ slug }) => slug),
        [own],
      );
      assert.deepEqual(await listSlugs(store, { now: LATER }), [own]);
      assert.deepEqual(await searchStories(store, { question: 'lighthouse keepers', now: LATER, limit: 10 }), []);
    });

    it('is judged against its own text, or against its headline alone', async () => {
      const { slug } = await savePage(store, PAGE, NOW);
      const { id } = (await findStory(store, slug))!;
      const { article } = await findSurroundings(store, { storyId: id });
      assert.deepEqual(article, { headline: PAGE.headline, text: PAGE.text });
      const bare = await savePage(
        store,
        { url: 'https://partner.example/b', headline: 'A bare headline', text: '' },
        NOW,
      );
      const story = await findPublished(store, bare.slug, NOW);
      assert.deepEqual([story?.state, story?.copy.headline, story?.copy.text], ['live', 'A bare headline', '']);
    });

    it('is the same page when it comes again, with other words or with the ones before', async () => {
      const { slug } = await savePage(store, PAGE, NOW);
      assert.deepEqual(await savePage(store, PAGE, LATER), { slug, outcome: 'unchanged' });
      const other = { ...PAGE, headline: 'Keepers stay' };
      assert.deepEqual(await savePage(store, other, LATER), { slug, outcome: 'changed' });
      assert.equal((await findPublished(store, slug, LATER))?.copy.headline, 'Keepers stay');
      assert.deepEqual(await savePage(store, PAGE, LATER), { slug, outcome: 'changed' });
      assert.equal((await findPublished(store, slug, LATER))?.copy.headline, PAGE.headline);
    });

    it('comes back after it was removed', async () => {
      const { slug } = await savePage(store, PAGE, NOW);
      await act(store, slug, { kind: 'hold', reason: 'Removed.', at: NOW.toISOString() });
      assert.equal(await findPublished(store, slug, LATER), undefined);
      assert.equal((await listPages(store))[0]?.removed, true);
      assert.deepEqual(await savePage(store, PAGE, LATER), { slug, outcome: 'changed' });
      assert.equal((await findPublished(store, slug, LATER))?.state, 'live');
      assert.deepEqual(await listPages(store), [
        { url: PAGE.url, slug, headline: PAGE.headline, comments: 0, removed: false },
      ]);
    });
  });
}
