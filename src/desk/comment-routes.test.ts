import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { databases } from '../../test/support/databases.ts';
import { openTestDesk, type TestDesk } from '../../test/support/test-desk.ts';
import { listDecisions } from '../store/moderation/decision-log.ts';

for (const database of databases) {
  describe(`deciding at the desk, on ${database.name}`, () => {
    let desk: TestDesk;
    beforeEach(async () => {
      desk = await openTestDesk(database);
    });
    afterEach(() => desk.destroy());

    it('one decision leads to the next comment; several lead back to the queue, and one button undoes them', async () => {
      const [one, two, three] = [await desk.post(), await desk.post(), await desk.post('pending')];
      const first = await desk.send('/desk/decide', {
        action: 'approve',
        comment: await desk.seenOf(one),
        onward: 'next',
      });
      assert.match(first.to, new RegExp(`^/desk/comment/${two}\\?did=`));
      assert.match((await desk.get(first.to)).text, /1 approved\./);
      const fields = [
        ['action', 'remove'],
        ['tell', 'insult'],
        ['comment', await desk.seenOf(two)],
        ['comment', await desk.seenOf(three)],
      ] as const;
      const both = await desk.send('/desk/decide', fields);
      const page = (await desk.get(both.to)).text;
      assert.match(page, /2 refused\./);
      assert.match(page, /Nothing here\./);
      // What she did is said to her, not to whoever is sent her address.
      assert.match((await desk.get(both.to, 'who=bo')).text, /Nothing was done\./);
      const batch = /name="batch" value="([^"]+)"/.exec(page)?.[1] ?? '';
      const undone = await desk.send('/desk/undo', { batch }, { cookie: 'who=bo' });
      assert.match((await desk.get(undone.to, 'who=bo')).text, /Nothing was done\./);
      const mine = await desk.send('/desk/undo', { batch });
      const back = (await desk.get(mine.to)).text;
      assert.match(back, /Undone: 1 held, 1 pending again\.|Undone: 1 pending, 1 held again\./);
      assert.match(back, new RegExp(`/desk/comment/${two}`));
    });

    it('holding the only comment that waits leads back to the queue, and not to itself for ever', async () => {
      const id = await desk.post();
      const { to } = await desk.send('/desk/decide', {
        action: 'hold',
        comment: await desk.seenOf(id),
        onward: 'next',
      });
      assert.match(to, /^\/desk\?did=/);
    });

    it('the button of one comment in the list decides that one alone, whatever is selected', async () => {
      const [one, two] = [await desk.post(), await desk.post()];
      await desk.send('/desk/decide', [
        ['comment', await desk.seenOf(one)],
        ['only', `approve:${await desk.seenOf(two)}`],
      ]);
      const last = await desk.lastDecision();
      assert.deepEqual([last.kind === 'comment' && last.commentId, last.state], [two, 'approved']);
      assert.equal((await listDecisions(desk.store, { who: 'people', limit: 9 })).length, 1);
    });

    it('a form without a selection does nothing and says so', async () => {
      const { to } = await desk.send('/desk/decide', { action: 'approve' });
      assert.match((await desk.get(to)).text, /Nothing was done: no comment was selected/);
    });

    it('whoever opens a comment that somebody else has open is warned', async () => {
      const id = await desk.post();
      assert.match((await desk.get(`/desk/comment/${id}`)).text, /data-open-elsewhere hidden/);
      const other = (await desk.get(`/desk/comment/${id}`, 'who=bo')).text;
      assert.doesNotMatch(other, /data-open-elsewhere hidden/);
      assert.match(other, /Asha Rao<\/b> has this comment open/);
      assert.match((await desk.get('/desk', 'who=bo')).text, /Asha Rao has it open/);
      const claim = await desk.send(`/desk/comment/${id}/claim`, {}, { cookie: 'who=bo' });
      assert.deepEqual(JSON.parse(claim.text), { open: 'Asha Rao' });
    });

    it('of two moderators who decide the same comment the second is shown what the first one did', async () => {
      const id = await desk.post();
      const comment = await desk.seenOf(id);
      await desk.send('/desk/decide', { action: 'approve', comment, onward: 'next' });
      const late = await desk.send('/desk/decide', { action: 'remove', comment, onward: 'next' }, { cookie: 'who=bo' });
      assert.match(late.to, new RegExp(`^/desk/comment/${id}\\?`));
      const { text } = await desk.get(late.to, 'who=bo');
      assert.match(text, /1 comment left as it was/);
      assert.match(text, /Approved<\/b> by Asha Rao/);
      assert.equal((await desk.lastDecision()).state, 'approved');
    });

    it('a reader is told why, appeals with one click, and another moderator answers', async () => {
      const token = 'a-reader-of-the-courier';
      const id = await desk.post('approved', token);
      await desk.send('/desk/decide', {
        action: 'remove',
        tell: 'insult',
        words: 'The word “fool”.',
        comment: await desk.seenOf(id),
      });
      const hers = await desk.get(`/story/${desk.slug}`, `reader=${token}`);
      assert.match(hers.text, /A moderator removed your comment\./);
      assert.match(hers.text, /It attacks a person instead of what was said\./);
      assert.match(hers.text, /The word “fool”\./);
      assert.doesNotMatch(
        (await desk.get(`/story/${desk.slug}`, 'reader=another-reader-of-the-courier')).text,
        /removed your comment/,
      );
      const stranger = await desk.send(
        `/comment/${id}/appeal`,
        { words: '' },
        { cookie: 'reader=another-reader-of-the-courier' },
      );
      assert.equal(stranger.status, 404);
      const elsewhere = await desk.send(
        `/comment/${id}/appeal`,
        {},
        { cookie: `reader=${token}`, origin: 'https://evil.example' },
      );
      assert.equal(elsewhere.status, 403);
      const asked = await desk.send(
        `/comment/${id}/appeal`,
        { words: 'I meant the plan.' },
        { cookie: `reader=${token}` },
      );
      assert.equal(asked.to, `/story/${desk.slug}#told-${id}`);
      assert.match((await desk.get(`/story/${desk.slug}`, `reader=${token}`)).text, /Another moderator will decide/);
      assert.match((await desk.get('/desk?queue=appeals')).text, /1 appeal against your own decisions waits/);
      assert.match((await desk.get(`/desk/comment/${id}`, 'who=bo')).text, /I meant the plan\./);
      const comment = await desk.seenOf(id);
      await desk.send('/desk/decide', { action: 'approve', comment, onward: 'next' });
      assert.equal((await desk.lastDecision()).state, 'removed');
      await desk.send('/desk/decide', { action: 'approve', comment, onward: 'next' }, { cookie: 'who=bo' });
      assert.equal((await desk.lastDecision()).state, 'approved');
      assert.match((await desk.get(`/story/${desk.slug}`)).text, /but the ferry must run late as well/);
    });
  });
}
