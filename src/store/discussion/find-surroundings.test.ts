import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { databases, type TestDatabase } from '../../../test/support/databases.ts';
import { copyWith, publish } from '../../../test/support/stories.ts';
import { saveComment } from '../comments.ts';
import type { Store } from '../store.ts';
import { findStory } from '../stories.ts';
import { findSurroundings } from './find-surroundings.ts';

const CHOIR = 'The choir of Saint Brannoc won the singing prize at the winter festival in Hollin on Sunday.';

for (const database of databases) {
  describe(`what a comment is judged beside, on ${database.name}`, () => {
    let opened: TestDatabase;
    let storyId: number;
    let slug: string;
    beforeEach(async () => {
      opened = await database.open();
      slug = await publish(opened.store);
      storyId = (await findStory(opened.store, slug))!.id;
    });
    afterEach(() => opened.destroy());

    const headline = async (store: Pick<Store, 'read'> = opened.store) =>
      (await findSurroundings(store, { storyId })).article?.headline;

    it('is the newest copy, also when another process has filed it a moment ago', async () => {
      const elsewhere = await opened.openAgain();
      assert.equal(await headline(), 'Harbour bridge to close for three weeks');
      const copy = copyWith({ headline: 'Choir wins prize', paragraphs: [CHOIR] });
      assert.equal(await publish(elsewhere, { copy }), slug);
      assert.equal(await headline(), 'Choir wins prize');
      assert.equal((await findSurroundings(opened.store, { storyId })).article?.text, CHOIR);
      await elsewhere.close();
    });

    it('is never a version that was undone', async () => {
      const undone = opened.store.write(async (tx) => {
        await tx.db
          .updateTable('story_version')
          .set({ sha256: 'undone', copy: JSON.stringify(copyWith({ headline: 'Never filed' })) })
          .execute();
        assert.equal(await headline({ read: tx.db }), 'Never filed');
        throw new Error('given up');
      });
      await assert.rejects(undone, /given up/);
      assert.equal(
        await opened.store.write((tx) => headline({ read: tx.db })),
        'Harbour bridge to close for three weeks',
      );
    });

    it('is what others wrote last, the latest first, without the one that is answered', async () => {
      const say = async (text: string, minute: number) => {
        const submission = { storyId, fullName: 'Lena Holm', text, readerToken: text };
        const now = new Date(Date.UTC(2026, 2, 2, 9, minute));
        const comment = { submission, name: 'Lena H', state: 'approved', reasons: [], by: 'test', now } as const;
        return (await saveComment(opened.store, comment)).id;
      };
      await say('The first of all.', 1);
      const parentId = await say('The one that is answered.', 3);
      await say('An old one that was brought later.', 2);
      const around = await findSurroundings(opened.store, { storyId, parentId });
      assert.equal(around.parent, 'The one that is answered.');
      assert.deepEqual(around.thread, ['An old one that was brought later.', 'The first of all.']);
    });
  });
}
