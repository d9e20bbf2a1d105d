import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { databases, type TestDatabase } from '../../../test/support/databases.ts';
import { publish } from '../../../test/support/stories.ts';
import type { CommentState, ReportReason } from '../../story/discussion/comment.ts';
import { decideComment, listCommentsForDesk, saveComment } from '../comments.ts';
import type { Change, Store } from '../store.ts';
import { findStory } from '../stories.ts';
import { listCorrectionNotes, settleCorrectionNote } from './correction-notes.ts';
import { listDiscussion } from './list-discussion.ts';
import { deleteComment, editComment, findOwn, listVersions } from './own-comment.ts';
import { pickComment } from './picks.ts';
import { listReported, reportComment } from './reports.ts';
import { toggleRespect } from './respects.ts';

const TEXT = 'The ferry must run late as well, for the night shift needs it to get home.';
const BETTER = 'The ferry must run until midnight as well, for the night shift needs it to get home.';
const NOW = new Date('2026-03-02T09:00:00.000Z');
const after = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

for (const database of databases) {
  describe(`what readers do to comments, on ${database.name}`, () => {
    let opened: TestDatabase;
    let store: Store;
    let storyId: number;
    let heard: Change[] = [];
    beforeEach(async () => {
      opened = await database.open();
      store = opened.store;
      storyId = (await findStory(store, await publish(store)))!.id;
      heard = [];
      store.onChange((change) => heard.push(change));
    });
    afterEach(() => opened.destroy());

    const post = async (state: CommentState = 'approved', parentId?: number) =>
      (
        await saveComment(store, {
          submission: {
            storyId,
            fullName: 'Priya Shah',
            text: TEXT,
            readerToken: 'priya',
            ...(parentId && { parentId }),
          },
          name: 'Priya S',
          state,
          reasons: [],
          by: 'policy',
          now: NOW,
        })
      ).id;
    const edit = (id: number, parts: { readerToken?: string; now?: Date; state?: CommentState } = {}) =>
      editComment(store, {
        id,
        readerToken: 'priya',
        text: BETTER,
        state: 'approved',
        reasons: [],
        by: 'policy',
        now: after(60),
        ...parts,
      });
    const respect = (id: number, readerToken: string) => toggleRespect(store, { id, readerToken, paces: [], now: NOW });
    const report = (id: number, readerToken: string, reason: ReportReason = 'insult') =>
      reportComment(store, { id, readerToken, reason, words: 'Look at this.', paces: [], now: NOW });
    const seen = async (readerToken?: string) =>
      (await listDiscussion(store, { storyId, sort: 'newest', page: 1, ...(readerToken && { readerToken }) })).threads;
    const stateOf = async (id: number) =>
      (await listCommentsForDesk(store, { limit: 100 })).find((comment) => comment.id === id)?.state;

    it('a reader changes her own words within five minutes, and the old ones are kept', async () => {
      const id = await post();
      assert.equal((await findOwn(store, { id, readerToken: 'priya', now: after(299) }))?.editable, true);
      heard.length = 0;
      assert.equal((await edit(id)).kind, 'done');
      assert.equal(heard.length, 1);
      const [thread] = await seen();
      assert.ok(thread?.head.kind === 'comment');
      assert.equal(thread.head.text, BETTER);
      assert.equal(thread.head.editedAt, after(60).toISOString());
      assert.deepEqual(await listVersions(store, id), [{ text: TEXT, replacedAt: after(60).toISOString() }]);
    });

    it('nobody else changes them, and nobody later', async () => {
      const id = await post();
      assert.equal((await edit(id, { readerToken: 'stranger' })).kind, 'not-yours');
      assert.equal((await edit(id, { now: after(301) })).kind, 'late');
      assert.equal((await findOwn(store, { id, readerToken: 'priya', now: after(301) }))?.editable, false);
      assert.equal(await findOwn(store, { id, readerToken: 'stranger', now: NOW }), undefined);
      assert.deepEqual(await listVersions(store, id), []);
    });

    it('changed words are decided about anew, but what people stopped stays stopped', async () => {
      const id = await post('held');
      await edit(id, { state: 'approved' });
      assert.equal(await stateOf(id), 'approved');
      await decideComment(store, id, { state: 'held', by: 'Asha Rao', reasons: [], now: NOW });
      await edit(id, { state: 'approved' });
      assert.equal(await stateOf(id), 'held');
      await decideComment(store, id, { state: 'removed', by: 'Asha Rao', reasons: [], now: NOW });
      assert.equal((await edit(id)).kind, 'not-yours');
    });

    it('a reader deletes her own comment for good; with answers its place stays', async () => {
      const id = await post();
      const answer = await post('approved', id);
      assert.equal((await deleteComment(store, { id, readerToken: 'stranger', now: NOW })).kind, 'not-yours');
      assert.equal((await deleteComment(store, { id, readerToken: 'priya', now: NOW })).kind, 'done');
      const [thread] = await seen('priya');
      assert.ok(thread?.head.kind === 'gone');
      assert.equal(thread.head.why, 'deleted');
      const approve = { state: 'approved' as const, by: 'Asha Rao', reasons: [], now: NOW };
      await assert.rejects(decideComment(store, id, approve), { code: 'not-allowed' });
      await deleteComment(store, { id: answer, readerToken: 'priya', now: NOW });
      assert.deepEqual(await seen(), []);
    });

    it('respect is one of each reader, can be taken back, and is not for oneself', async () => {
      const id = await post();
      await respect(id, 'anjali');
      const second = await respect(id, 'rohit');
      assert.ok(second.kind === 'done' && second.respected && second.respects === 2);
      const [thread] = await seen('rohit');
      assert.ok(thread?.head.kind === 'comment' && thread.head.respected && thread.head.respects === 2);
      const back = await respect(id, 'rohit');
      assert.ok(back.kind === 'done' && !back.respected && back.respects === 1);
      assert.equal((await respect(id, 'priya')).kind, 'closed');
      assert.equal((await respect(await post('pending'), 'rohit')).kind, 'closed');
      await assert.rejects(respect(4711, 'rohit'), { code: 'not-found' });
    });

    it('one reader reports a comment once; at the third report it is held for a person, who may bring it back', async () => {
      const id = await post();
      assert.equal((await report(id, 'one')).kind, 'done');
      assert.equal((await report(id, 'one', 'spam')).kind, 'again');
      assert.equal((await report(id, 'two', 'spam')).kind, 'done');
      assert.equal(await stateOf(id), 'approved');
      const [reported] = await listReported(store, { limit: 10 });
      assert.deepEqual(
        reported?.reports.map(({ reason, words }) => [reason, words]),
        [
          ['spam', 'Look at this.'],
          ['insult', 'Look at this.'],
        ],
      );
      await report(id, 'three');
      assert.equal(await stateOf(id), 'held');
      assert.equal((await report(id, 'four')).kind, 'gone');
      await decideComment(store, id, { state: 'approved', by: 'Asha Rao', reasons: [], now: NOW });
      assert.deepEqual(await listReported(store, { limit: 10 }), []);
    });

    it('a correction names a sentence of the copy, waits for the editor, and takes no comment from the page', async () => {
      const id = await post();
      const sentence = { version: 1, start: 0, end: 87 };
      const correct = (readerToken: string, place: typeof sentence) =>
        reportComment(store, {
          id,
          readerToken,
          reason: 'correction',
          words: 'It is four weeks.',
          sentence: place,
          paces: [],
          now: NOW,
        });
      assert.equal((await correct('one', { ...sentence, end: 80 })).kind, 'no-sentence');
      assert.equal((await correct('one', { ...sentence, version: 2 })).kind, 'no-sentence');
      for (const reader of ['one', 'two', 'three']) assert.equal((await correct(reader, sentence)).kind, 'done');
      assert.equal(await stateOf(id), 'approved');
      const [note, ...others] = await listCorrectionNotes(store, { limit: 10 });
      assert.equal(
        note?.sentence,
        'The harbour bridge at Port Eldon will close for three weeks from Monday, the port said.',
      );
      assert.equal(note?.words, 'It is four weeks.');
      assert.equal(note?.commentId, id);
      assert.equal(others.length, 2);
      await settleCorrectionNote(store, note.id, { by: 'Asha Rao', outcome: 'Asked the agency.', now: NOW });
      assert.equal((await listCorrectionNotes(store, { limit: 10 })).length, 2);
      assert.equal((await listCorrectionNotes(store, { limit: 10, settled: true }))[0]?.outcome, 'Asked the agency.');
      const again = settleCorrectionNote(store, note.id, { by: 'Asha Rao', outcome: 'Again.', now: NOW });
      await assert.rejects(again, { code: 'not-found' });
    });

    it('an editor’s pick brings its thread to the front, until it is taken back', async () => {
      const first = await post();
      await post();
      const answer = await post('approved', first);
      const heads = async () =>
        (await listDiscussion(store, { storyId, sort: 'picked', page: 1 })).threads.map(({ head }) => head.id);
      assert.notEqual((await heads())[0], first);
      await pickComment(store, answer, { picked: true, by: 'Asha Rao', now: NOW });
      assert.equal((await heads())[0], first);
      await pickComment(store, answer, { picked: false, by: 'Asha Rao', now: NOW });
      assert.notEqual((await heads())[0], first);
      const pending = await post('pending');
      const pick = pickComment(store, pending, { picked: true, by: 'Asha Rao', now: NOW });
      await assert.rejects(pick, { code: 'not-allowed' });
    });
  });
}
