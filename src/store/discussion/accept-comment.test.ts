import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { databases, type TestDatabase } from '../../../test/support/databases.ts';
import { publish } from '../../../test/support/stories.ts';
import { findWriter } from '../readers.ts';
import type { Store } from '../store.ts';
import { findStory } from '../stories.ts';
import { type Admission, acceptComment } from './accept-comment.ts';
import { forgetQuiet, paceLeft } from './pace.ts';

const TEXT = 'The ferry must run late as well, for the night shift needs it to get home.';
const NOW = new Date('2026-03-02T09:00:00.000Z');
const after = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

for (const database of databases) {
  describe(`how a comment gets in, on ${database.name}`, () => {
    let opened: TestDatabase;
    let store: Store;
    let storyId: number;
    beforeEach(async () => {
      opened = await database.open();
      store = opened.store;
      storyId = (await findStory(store, await publish(store)))!.id;
    });
    afterEach(() => opened.destroy());

    const most = { key: 'someone', share: 'most', many: 4, seconds: 600 };
    const calm = { key: 'someone', share: 'calm', many: 2, seconds: 20 };
    const send = async (parts: Partial<Admission> = {}, now = NOW) => {
      const submission = { storyId, fullName: 'Priya Shah', text: TEXT, readerToken: 'priya' };
      const comment = { submission, name: 'Priya S', state: 'pending', reasons: [], by: 'policy', now } as const;
      const rest = {
        slug: 'ferry',
        most: [most],
        calm: [calm],
        story: { key: 'story', many: 100, seconds: 60 },
        ...parts,
      };
      const outcome = await store.write(async (tx) => {
        const reader = await findWriter({ read: tx.db }, submission.readerToken);
        return acceptComment(tx, comment, { ...rest, reader });
      });
      return outcome.kind === 'wait' ? `wait ${outcome.seconds}` : outcome.comment.state;
    };

    it('a source that is busy is held for a person, and one that goes on is asked to wait', async () => {
      assert.deepEqual(
        [await send(), await send(), await send(), await send()],
        ['pending', 'pending', 'held', 'held'],
      );
      assert.equal(await send(), 'wait 150');
      assert.equal(await send({}, after(149)), 'wait 1');
      assert.equal(await send({}, after(150)), 'pending');
    });

    it('what a source has had is counted across a restart and in every process', async () => {
      await send();
      await send();
      store = await opened.reopen();
      assert.equal(await send(), 'held');
      const other = await opened.openAgain();
      assert.equal(await paceLeft(other, [calm], NOW), 10);
      await other.close();
    });

    it('shares of one source are counted each by itself, in one row that keeps only what is not over', async () => {
      await send();
      await send({ calm: [{ ...calm, share: 'other' }] }, after(11));
      const [row] = await store.read.selectFrom('pace').selectAll().where('key', '=', 'someone').execute();
      const at = (seconds: number) => after(seconds).getTime();
      assert.deepEqual(JSON.parse(row?.shares ?? ''), { most: at(300), other: at(21) });
      assert.equal(row?.full_at, at(300));
      assert.equal(await paceLeft(store, [{ ...calm, many: 1 }], after(11)), undefined);
      assert.equal(await paceLeft(store, [{ ...calm, share: 'other', many: 1 }], after(11)), 10);
    });

    it('a proof of work lets one comment through, once', async () => {
      const proof = { key: 'signed', until: after(600) };
      await send();
      await send();
      assert.equal(await send({ proof }), 'pending');
      assert.equal(await send({ proof }), 'held');
    });

    it('a story to which very many comments come at once holds them for a person', async () => {
      const story = { key: 'story', many: 2, seconds: 60 };
      const quiet = { most: [], calm: [], story };
      assert.deepEqual([await send(quiet), await send(quiet), await send(quiet)], ['pending', 'pending', 'held']);
      assert.equal(await send(quiet, after(61)), 'pending');
    });

    it('a source that has been quiet is forgotten, and a busy one is not', async () => {
      await send();
      await forgetQuiet(store, after(15));
      const keys = async () => (await store.read.selectFrom('pace').select('key').execute()).map(({ key }) => key);
      assert.deepEqual(await keys(), ['someone']);
      await forgetQuiet(store, after(700));
      assert.deepEqual(await keys(), []);
    });
  });
}
