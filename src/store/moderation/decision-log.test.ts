import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { databases, type TestDatabase } from '../../../test/support/databases.ts';
import { publish } from '../../../test/support/stories.ts';
import type { CommentState } from '../../story/discussion/comment.ts';
import { saveComment } from '../comments.ts';
import type { Store } from '../store.ts';
import { findStory } from '../stories.ts';
import { appeal } from './appeals.ts';
import { listCannedReasons, saveCannedReasons } from './canned-reasons.ts';
import { decideTogether } from './decide-together.ts';
import { listDeciders, listDecisions, listReaderDecisions } from './decision-log.ts';
import { readDeskFigures } from './desk-figures.ts';
import { findReaderHistory } from './reader-history.ts';
import { decideReader, readerStanding } from './reader-standing.ts';
import { undoDecisions } from './undo-decisions.ts';

const asha = { id: 'a', name: 'Asha Rao' };
const LINKS = { code: 'links', message: 'It has 3 links.' };
const at = (time: string) => new Date(`2026-03-02T${time}:00Z`);

for (const database of databases) {
  describe(`the moderators' record, on ${database.name}`, () => {
    let opened: TestDatabase;
    let store: Store;
    let storyId: number;
    beforeEach(async () => {
      opened = await database.open();
      store = opened.store;
      storyId = (await findStory(store, await publish(store)))!.id;
    });
    afterEach(() => opened.destroy());

    const post = async (state: CommentState, time: string, readerToken = 'priya') =>
      (
        await saveComment(store, {
          submission: { storyId, fullName: 'Priya Shah', text: 'The ferry must run late as well.', readerToken },
          name: 'Priya S',
          state,
          reasons: state === 'held' ? [LINKS] : [],
          by: 'policy',
          now: at(time),
        })
      ).id;
    const decide = async (id: number, action: 'approve' | 'remove', time: string) => {
      const [last] = await listDecisions(store, { limit: 1 });
      const seen = new Map([[id, last?.id ?? 0]]);
      const outcome = await decideTogether(store, {
        seen,
        action,
        reasons: [],
        by: asha,
        batch: `${time} ${id}`,
        now: at(time),
      });
      assert.deepEqual(outcome.done, [id]);
      return outcome.batch;
    };

    it('lists every decision, the latest first, by whom and over which time one wants', async () => {
      const id = await post('held', '09:00');
      await decide(id, 'remove', '10:00');
      await post('approved', '11:00');
      const states = async (wish: Partial<Parameters<typeof listDecisions>[1]>) =>
        (await listDecisions(store, { limit: 10, ...wish })).map((one) => one.state);
      assert.deepEqual(await states({}), ['approved', 'refused', 'held']);
      assert.deepEqual(await states({ who: 'people' }), ['refused']);
      assert.deepEqual(await states({ who: 'rules' }), ['approved', 'held']);
      assert.deepEqual(await states({ by: 'Asha Rao' }), ['refused']);
      assert.deepEqual(await states({ state: 'held' }), ['held']);
      assert.deepEqual(await states({ from: at('10:00').toISOString(), to: at('11:00').toISOString() }), ['refused']);
      const [first] = await listDecisions(store, { limit: 1 });
      assert.deepEqual(await states({ before: { at: first!.at, id: first!.id } }), ['refused', 'held']);
      assert.deepEqual(await listDeciders(store), ['Asha Rao']);
    });

    it('a banned or muted reader is so for as long as was said, or until somebody restores her', async () => {
      await post('approved', '09:00');
      const standing = async (time: string) => (await readerStanding(store, 'priya', at(time)))?.standing;
      const readerId = (await readerStanding(store, 'priya', at('09:01')))!.readerId;
      assert.deepEqual(await standing('09:01'), { kind: 'good' });
      const by = { readerId, by: asha };
      await decideReader(store, { ...by, kind: 'ban', reason: 'Threats.', until: at('12:00'), now: at('10:00') });
      assert.deepEqual(await standing('11:59'), {
        kind: 'banned',
        reason: 'Threats.',
        until: at('12:00').toISOString(),
      });
      assert.deepEqual(await standing('12:00'), { kind: 'good' });
      await decideReader(store, { ...by, kind: 'mute', reason: 'Again.', now: at('13:00') });
      assert.deepEqual(await standing('23:00'), { kind: 'muted', reason: 'Again.' });
      await decideReader(store, { ...by, kind: 'restore', reason: '', now: at('14:00') });
      assert.deepEqual(await standing('23:00'), { kind: 'good' });
      assert.deepEqual(
        (await listReaderDecisions(store, { limit: 9 })).map(({ state }) => state),
        ['restore', 'mute', 'ban'],
      );
      assert.equal(await readerStanding(store, 'stranger', at('10:00')), undefined);
      const nobody = { readerId: 4711, kind: 'ban', reason: '', by: asha, now: at('14:00') } as const;
      await assert.rejects(decideReader(store, nobody), { code: 'not-found' });
    });

    it('a reader’s history has all her comments, the latest first, and nobody else’s', async () => {
      const mine = [await post('approved', '09:00'), await post('held', '09:10')];
      await post('approved', '09:20', 'other');
      const { readerId } = (await readerStanding(store, 'priya', at('10:00')))!;
      const history = await findReaderHistory(store, readerId, { now: at('10:00'), limit: 10 });
      assert.deepEqual(
        history?.comments.map(({ id }) => id),
        mine.toReversed(),
      );
      assert.deepEqual(history?.names, ['Priya Shah']);
      assert.deepEqual([history?.record.approved, history?.record.waiting], [1, 1]);
      assert.equal(await findReaderHistory(store, 4711, { now: at('10:00'), limit: 10 }), undefined);
    });

    it('what readers are told is changed as a whole, and what was told before stays as it was', async () => {
      const first = await listCannedReasons(store);
      assert.ok(first.length >= 5);
      const insult = first.find(({ code }) => code === 'insult')!;
      const reasons = [
        { title: 'Shouting', message: 'Please use small letters.' },
        { ...insult, message: 'Please argue, and do not insult.' },
        { title: 'Shouting', message: 'Again.' },
        { title: ' ', message: 'Nothing.' },
      ];
      await saveCannedReasons(store, { reasons, by: asha, now: at('10:00') });
      assert.deepEqual(
        (await listCannedReasons(store)).map(({ code, message }) => [code, message]),
        [
          ['shouting', 'Please use small letters.'],
          ['insult', 'Please argue, and do not insult.'],
          ['shouting-2', 'Again.'],
        ],
      );
      const rows = await store.read.selectFrom('canned_reason').select('code').where('code', '=', 'insult').execute();
      assert.equal(rows.length, 2);
    });

    it('the figures count decisions by time, by why, by whom and how fast, and nothing from before', async () => {
      await post('approved', '08:00', 'old');
      const [one, two] = [await post('held', '09:00'), await post('held', '09:05')];
      const [last] = await listDecisions(store, { limit: 1 });
      assert.equal(last?.kind === 'comment' && last.commentId, two);
      await decide(two, 'approve', '09:15');
      const events = await store.read.selectFrom('comment_event').select('id').where('comment_id', '=', one).execute();
      const seen = new Map([[one, events[0]!.id]]);
      await decideTogether(store, { seen, action: 'remove', reasons: [], by: asha, batch: 'x', now: at('09:30') });
      await appeal(store, { commentId: one, readerToken: 'priya', words: '', now: at('09:31') });
      const figures = await readDeskFigures(store, at('09:00'));
      assert.deepEqual(figures.reasons, [{ code: 'links', count: 2 }]);
      assert.deepEqual(figures.waits, [10 * 60_000, 30 * 60_000]);
      assert.deepEqual(figures.people, [{ name: 'Asha Rao', decisions: 2, undone: 0 }]);
      assert.deepEqual(figures.appeals, { asked: 1, answered: 0, reversed: 0 });
      assert.deepEqual(figures.arrived, [{ from: '2026-03-02T09:00:00.000Z', count: 2 }]);
      const counted = figures.decisions.map(({ from, state, person, count }) => [
        from.slice(11, 16),
        state,
        person,
        count,
      ]);
      assert.deepEqual(counted.sort(), [
        ['09:00', 'held', false, 2],
        ['09:10', 'approved', true, 1],
        ['09:30', 'refused', true, 1],
      ]);
    });

    it('what was undone counts as undone, and not twice as decided', async () => {
      const id = await post('held', '09:00');
      const batch = await decide(id, 'remove', '09:10');
      await undoDecisions(store, { batch, by: asha, undo: 'u', now: at('09:11') });
      const { people, decisions } = await readDeskFigures(store, at('09:00'));
      assert.deepEqual(people, [{ name: 'Asha Rao', decisions: 1, undone: 1 }]);
      assert.deepEqual(decisions.map(({ state }) => state).sort(), ['held', 'refused']);
      assert.equal(
        decisions.reduce((sum, { count }) => sum + count, 0),
        2,
      );
    });
  });
}
