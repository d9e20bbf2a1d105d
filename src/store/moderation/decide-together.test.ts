import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { databases, type TestDatabase } from '../../../test/support/databases.ts';
import { publish } from '../../../test/support/stories.ts';
import type { CommentState } from '../../story/discussion/comment.ts';
import { decideComment, saveComment } from '../comments.ts';
import { reportComment } from '../discussion/reports.ts';
import type { Store } from '../store.ts';
import { findStory } from '../stories.ts';
import { appeal } from './appeals.ts';
import { findContext } from './comment-context.ts';
import { decideTogether } from './decide-together.ts';
import { describeBatch } from './describe-batch.ts';
import { claimComment, LEASE_MS } from './lease.ts';
import { aroundInQueue, countQueues, listChoices, listQueue, type Queue } from './queue.ts';
import { listTold } from './told-readers.ts';
import { undoDecisions } from './undo-decisions.ts';

const asha = { id: 'a', name: 'Asha Rao' };
const bo = { id: 'b', name: 'Bo Lind' };
const LINKS = { code: 'links', message: 'It has “3” links.' };
const INSULT = { code: 'insult', message: 'It attacks a person instead of what was said.' };
const TEXT = 'The ferry must run late as well, for the night shift needs it to get home.';

for (const database of databases) {
  describe(`the moderators' desk in the store, on ${database.name}`, () => {
    let opened: TestDatabase;
    let store: Store;
    let storyId: number;
    let slug: string;
    let minute = 0;
    const now = () => new Date(Date.UTC(2026, 2, 2, 9, 0, minute++));
    beforeEach(async () => {
      opened = await database.open();
      store = opened.store;
      slug = await publish(store);
      storyId = (await findStory(store, slug))!.id;
    });
    afterEach(() => opened.destroy());

    const post = async (state: CommentState = 'held', parts: { readerToken?: string; parentId?: number } = {}) =>
      (
        await saveComment(store, {
          submission: { storyId, fullName: 'Priya Shah', text: TEXT, readerToken: 'priya', ...parts },
          name: 'Priya S',
          state,
          reasons: state === 'held' ? [LINKS] : [],
          by: 'policy',
          now: now(),
        })
      ).id;
    const queue = async (wanted: Queue = 'waiting', staff = asha) =>
      (await listQueue(store, { queue: wanted, limit: 50, staffId: staff.id }, now())).map(({ id }) => id);
    const seen = async (...ids: number[]): Promise<Map<number, number>> => {
      const contexts = await Promise.all(ids.map((id) => findContext(store, id, now())));
      return new Map(contexts.map((context) => [context!.item.id, context!.item.decision.id]));
    };
    const decide = async (
      action: 'approve' | 'remove' | 'hold',
      ids: readonly number[],
      {
        by = asha,
        saw,
        evenIfOpen = false,
        alone = false,
      }: { by?: typeof asha; saw?: Map<number, number>; evenIfOpen?: boolean; alone?: boolean } = {},
    ) =>
      decideTogether(store, {
        seen: saw ?? (await seen(...ids)),
        action,
        reasons: action === 'remove' ? [INSULT] : [],
        by,
        batch: `batch ${minute}`,
        now: now(),
        evenIfOpen,
        alone,
      });
    const stateOf = async (id: number) => (await findContext(store, id, now()))?.item.state;

    it('a queue holds what waits, the oldest first, and can be narrowed to a story and a reason', async () => {
      const [held, pending] = [await post('held'), await post('pending')];
      await post('approved');
      assert.deepEqual(await queue(), [held, pending]);
      assert.deepEqual(await queue('pending'), [pending]);
      const narrowed = { queue: 'waiting', limit: 50, staffId: 'a' } as const;
      const ids = async (wish: { story?: string; reason?: string }) =>
        (await listQueue(store, { ...narrowed, ...wish }, now())).map(({ id }) => id);
      assert.deepEqual(await ids({ reason: 'links' }), [held]);
      assert.deepEqual(await ids({ reason: 'link' }), []);
      assert.deepEqual(await ids({ story: slug }), [held, pending]);
      assert.deepEqual(await ids({ story: 'elsewhere' }), []);
      const choices = await listChoices(store);
      assert.deepEqual(
        choices.stories.map(({ slug, count }) => [slug, count]),
        [[slug, 2]],
      );
      assert.deepEqual(choices.reasons, [{ code: 'links', count: 1 }]);
      const around = await aroundInQueue(store, { queue: 'waiting', staffId: 'a' }, { id: pending, now: now() });
      assert.deepEqual(around, { previous: held });
    });

    it('what was decided comes latest first, and is paged without losing or repeating one', async () => {
      const posted = [await post('approved'), await post('approved'), await post('approved')];
      const page = async (after?: number) =>
        (await listQueue(store, { queue: 'approved', limit: 2, staffId: 'a', ...(after && { after }) }, now())).map(
          ({ id }) => id,
        );
      assert.deepEqual(await page(), [posted[2], posted[1]]);
      assert.deepEqual(await page(posted[1]), [posted[0]]);
      const waiting = [await post('held'), await post('held'), await post('held')];
      const wish = { queue: 'held', limit: 2, staffId: 'a' } as const;
      const ids = (items: readonly { id: number }[]) => items.map(({ id }) => id);
      assert.deepEqual(ids(await listQueue(store, wish, now())), [waiting[0], waiting[1]]);
      assert.deepEqual(ids(await listQueue(store, { ...wish, after: waiting[1]! }, now())), [waiting[2]]);
    });

    it('a comment comes with what it answers, with the article, and with everything decided so far', async () => {
      const first = await post('approved', { readerToken: 'other' });
      const second = await post('approved', { parentId: first });
      const id = await post('held', { parentId: second });
      const context = await findContext(store, id, now());
      assert.deepEqual(
        context?.above.map((line) => line.id),
        [first, second],
      );
      assert.match(context?.copy.text ?? '', /harbour bridge/);
      assert.deepEqual(
        context?.steps.map(({ state, by, person }) => [state, by, person]),
        [['held', 'policy', false]],
      );
      assert.deepEqual([context?.reader.approved, context?.reader.waiting], [1, 1]);
      assert.equal(await findContext(store, 4711, now()), undefined);
    });

    it('several are decided at once, and what nobody had seen is refused rather than removed', async () => {
      const [held, shown] = [await post('held'), await post('approved')];
      const outcome = await decide('remove', [held, shown]);
      assert.deepEqual([outcome.done, outcome.left], [[held, shown], []]);
      assert.deepEqual([await stateOf(held), await stateOf(shown)], ['refused', 'removed']);
    });

    it('undoing adds a decision that brings back the one before, and takes nothing out of the record', async () => {
      const [held, pending] = [await post('held'), await post('pending')];
      const { batch } = await decide('remove', [held, pending]);
      assert.deepEqual((await undoDecisions(store, { batch, by: bo, undo: 'u0', now: now() })).done, []);
      const undone = await undoDecisions(store, { batch, by: asha, undo: 'u1', now: now() });
      assert.deepEqual(undone.done, [held, pending]);
      assert.deepEqual([await stateOf(held), await stateOf(pending)], ['held', 'pending']);
      const context = await findContext(store, held, now());
      assert.deepEqual(
        context?.steps.map(({ state, undoes }) => [state, undoes !== undefined]),
        [
          ['held', false],
          ['refused', false],
          ['held', true],
        ],
      );
      assert.deepEqual(context?.item.decision.reasons, [LINKS]);
      assert.deepEqual(await describeBatch(store, { batch, staffId: 'a' }), {
        states: [{ state: 'refused', count: 2 }],
        isUndo: false,
        undone: true,
      });
      assert.deepEqual((await undoDecisions(store, { batch, by: asha, undo: 'u2', now: now() })).done, []);
    });

    it('what somebody decided meanwhile is left as it is, with her name', async () => {
      const id = await post('held');
      const saw = await seen(id);
      await decide('approve', [id], { by: bo });
      const { done, left } = await decide('remove', [id], { saw });
      assert.deepEqual(done, []);
      assert.deepEqual(left, [{ id, why: 'Bo Lind decided it meanwhile: approved' }]);
      assert.equal(await stateOf(id), 'approved');
    });

    it('of two who press at the same moment one decides, and the other is told', async () => {
      const id = await post('held');
      const saw = await seen(id);
      const both = await Promise.all([decide('approve', [id], { saw }), decide('remove', [id], { by: bo, saw })]);
      assert.equal(both.flatMap(({ done }) => done).length, 1);
      assert.equal(both.flatMap(({ left }) => left).length, 1);
      assert.equal((await findContext(store, id, now()))?.steps.length, 2);
    });

    it('a comment that is open at another desk says so, until the claim runs out', async () => {
      const id = await post('held');
      const start = new Date('2026-03-02T12:00:00Z');
      const later = (ms: number) => new Date(start.getTime() + ms);
      assert.equal(await claimComment(store, { commentId: id, by: asha, now: start }), undefined);
      assert.equal((await claimComment(store, { commentId: id, by: bo, now: later(1000) }))?.name, 'Asha Rao');
      assert.equal(await claimComment(store, { commentId: id, by: asha, now: later(60_000) }), undefined);
      assert.equal((await claimComment(store, { commentId: id, by: bo, now: later(LEASE_MS + 1) }))?.name, 'Asha Rao');
      assert.equal(await claimComment(store, { commentId: id, by: bo, now: later(60_000 + LEASE_MS) }), undefined);
    });

    it('of two who open it at the same moment one has it', async () => {
      const id = await post('held');
      const at = now();
      const claims = await Promise.all([asha, bo].map((by) => claimComment(store, { commentId: id, by, now: at })));
      assert.equal(claims.filter((claim) => claim === undefined).length, 1);
    });

    it('several at once leave out what is open at another desk; on its own page a moderator may decide it', async () => {
      const id = await post('held');
      await claimComment(store, { commentId: id, by: bo, now: now() });
      assert.deepEqual((await decide('approve', [id])).left, [{ id, why: 'Bo Lind has it open' }]);
      assert.deepEqual((await decide('approve', [id], { evenIfOpen: true })).done, [id]);
    });

    it('what readers reported waits until a person has decided, and again after she took that back', async () => {
      const id = await post('approved');
      const report = { id, readerToken: 'other', reason: 'insult', words: 'Rude.', paces: [], now: now() } as const;
      await reportComment(store, report);
      assert.deepEqual(await queue('reported'), [id]);
      assert.deepEqual(
        (await findContext(store, id, now()))?.reports.map(({ words }) => words),
        ['Rude.'],
      );
      const { batch } = await decide('approve', [id]);
      assert.deepEqual(await queue('reported'), []);
      await undoDecisions(store, { batch, by: asha, undo: 'u', now: now() });
      assert.deepEqual(await queue('reported'), [id]);
    });

    it('a reader is told by a person why her comment is not there, and nothing by a rule alone', async () => {
      const [byRule, byPerson] = [await post('refused'), await post('held')];
      await decide('remove', [byPerson]);
      const told = await listTold(store, { storyId, readerToken: 'priya' });
      assert.deepEqual(
        told.map(({ commentId, state, reasons, appeal }) => [commentId, state, reasons, appeal]),
        [[byPerson, 'refused', [INSULT], 'open']],
      );
      assert.deepEqual(await listTold(store, { storyId, readerToken: 'other' }), []);
      assert.notEqual(byRule, byPerson);
    });

    it('an appeal goes to another moderator than the one who decided, and is answered once', async () => {
      const id = await post('held');
      await post('held', { readerToken: 'other' });
      await decide('remove', [id]);
      const ask = (readerToken = 'priya') =>
        appeal(store, { commentId: id, readerToken, words: 'I spoke of the plan.', now: now() });
      await assert.rejects(ask('other'), { code: 'not-found' });
      await assert.rejects(ask('stranger'), { code: 'not-found' });
      await ask();
      await ask();
      assert.deepEqual(await queue('appeals', asha), []);
      assert.deepEqual(await queue('appeals', bo), [id]);
      const counts = await countQueues(store, { staffId: 'a' });
      assert.deepEqual([counts.appeals, counts.ownAppeals], [0, 1]);
      assert.equal((await findContext(store, id, now()))?.appeal?.words, 'I spoke of the plan.');
      assert.match((await decide('approve', [id])).left[0]?.why ?? '', /appealed against your decision/);
      assert.equal((await listTold(store, { storyId, readerToken: 'priya' }))[0]?.appeal, 'asked');
      assert.deepEqual((await decide('remove', [id], { by: bo })).done, [id]);
      assert.deepEqual(await queue('appeals', bo), []);
      assert.equal((await listTold(store, { storyId, readerToken: 'priya' }))[0]?.appeal, 'final');
      await assert.rejects(ask(), { code: 'not-allowed' });
    });

    it('a decision that was appealed against cannot be undone by whoever made it', async () => {
      const id = await post('held');
      const { batch } = await decide('remove', [id]);
      await appeal(store, { commentId: id, readerToken: 'priya', words: '', now: now() });
      const { done, left } = await undoDecisions(store, { batch, by: asha, undo: 'u', now: now() });
      assert.deepEqual([done, left.length], [[], 1]);
    });

    it('whoever is alone answers appeals against herself', async () => {
      const id = await post('held');
      await decide('remove', [id]);
      await appeal(store, { commentId: id, readerToken: 'priya', words: '', now: now() });
      assert.deepEqual((await decide('approve', [id], { alone: true })).done, [id]);
    });

    it('nothing can be appealed against while a comment stands or waits', async () => {
      const id = await post('approved');
      const ask = { commentId: id, readerToken: 'priya', words: '', now: now() };
      await assert.rejects(appeal(store, ask), { code: 'not-allowed' });
    });

    it('the command line decides under the same eyes: what it removes is told, and may be appealed against', async () => {
      const id = await post('approved');
      await decideComment(store, id, { state: 'removed', by: 'command line', reasons: [INSULT], now: now() });
      assert.deepEqual(
        (await listTold(store, { storyId, readerToken: 'priya' })).map(({ commentId }) => commentId),
        [id],
      );
      await appeal(store, { commentId: id, readerToken: 'priya', words: '', now: now() });
      assert.deepEqual(await queue('appeals', asha), [id]);
    });
  });
}
