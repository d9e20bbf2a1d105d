import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { databases } from '../test/support/databases.ts';
import { copyWith, publish } from '../test/support/stories.ts';
import { testNewsroom } from '../test/support/test-newsroom.ts';
import { outgoingStory } from './outgoing.ts';
import { endLicences } from './store/state.ts';
import { CopydeskError } from './story/errors.ts';

for (const database of databases) {
  describe(`stories that leave the newsroom, on ${database.name}`, () => {
    it('an expired story leaves with no force, before and after anybody has settled it', async (t) => {
      const opened = await database.open();
      t.after(() => opened.destroy());
      const { newsroom, setClock } = testNewsroom(opened.store);
      const copy = copyWith({ licenceEnds: '2026-03-04T12:00:00Z' });
      const slug = await publish(opened.store, { copy }, newsroom.now());
      assert.equal((await outgoingStory(newsroom, slug, { force: false })).pubStatus, 'usable');
      setClock('2026-03-04T12:00:00Z');
      const refused = (error: unknown) =>
        error instanceof CopydeskError &&
        error.code === 'not-allowed' &&
        error.message === `Cannot export "${slug}": the licence for it has ended.`;
      await assert.rejects(outgoingStory(newsroom, slug, { force: true }), refused);
      await endLicences(opened.store, newsroom.now());
      await assert.rejects(outgoingStory(newsroom, slug, { force: true }), refused);
    });
  });
}
