import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { databases, type TestDatabase } from '../../test/support/databases.ts';
import { judging } from '../../test/support/judging.ts';
import { publish } from '../../test/support/stories.ts';
import { deleteComment } from '../store/discussion/own-comment.ts';
import { listDecisions } from '../store/moderation/decision-log.ts';
import { savePolicy } from '../store/moderation/policy.ts';
import { exportComments } from '../store/others/export-comments.ts';
import { DEFAULT_MODERATION } from '../story/discussion/moderation-settings.ts';
import { createChallenges } from './challenge.ts';
import { DEFAULT_LIMITS } from './paces.ts';
import { postComment } from './post-comment.ts';
import { senderKey } from './sender.ts';

const NOW = Date.parse('2026-03-02T13:00:00.000Z');
const DAY = 86_400_000;
const ADVERT =
  'Our harbour tours leave every hour, and because readers of this paper pay half the price they are full by Sunday.';
const names = ['Lena Holm', 'Omar Reyes', 'Ida Brandt', 'Paul Achebe'];

for (const database of databases) {
  describe(`what is kept of a comment to judge others by, on ${database.name}`, () => {
    let opened: TestDatabase;
    let slug: string;
    let other: string;
    let count = 0;
    beforeEach(async () => {
      opened = await database.open();
      slug = await publish(opened.store);
      other = await publish(opened.store, { guid: 'npa:another' });
      const hold = { respect: 0.4, topic: null, thought: null };
      await savePolicy(opened.store, { ...DEFAULT_MODERATION, firstComments: 0, hold });
    });
    afterEach(() => opened.destroy());

    const post = async (text: string, { to = slug, token = `reader ${++count}`, at = NOW } = {}) => {
      const { store } = opened;
      const room = { store, now: () => new Date(at), limits: DEFAULT_LIMITS, judging };
      const who = { name: names[count % 4]!, readerToken: token, address: `192.0.2.${++count % 250}` };
      const posting = { ...room, senderKey: senderKey(store), challenges: createChallenges(store) };
      const outcome = await postComment(posting, { ...who, slug: to, text, parent: '', website: '', proof: '' });
      assert.equal(outcome.kind, 'accepted');
      const [last] = await listDecisions(store, { limit: 1 });
      return { id: outcome.comment.id, state: outcome.comment.state, codes: last?.reasons.map(({ code }) => code) };
    };

    it('the second of two readers who send the same words is held, whatever they changed a little', async () => {
      assert.equal((await post(ADVERT)).state, 'approved');
      const second = await post(ADVERT.toUpperCase().replaceAll(',', ' …'));
      assert.deepEqual([second.state, second.codes?.includes('spam')], ['held', true]);
    });

    it('one reader’s words under a second story are held, and anybody’s are not once a week has gone by', async () => {
      await post(ADVERT, { token: 'one' });
      assert.equal((await post(ADVERT, { token: 'one', to: other })).state, 'held');
      assert.equal((await post(ADVERT, { token: 'two', to: other, at: NOW + 8 * DAY })).state, 'approved');
    });

    it('words that their reader took back are no reason to hold them elsewhere', async () => {
      const { id } = await post(ADVERT, { token: 'one' });
      await deleteComment(opened.store, { id, readerToken: 'one', now: new Date(NOW + 1000) });
      assert.equal((await post(ADVERT, { token: 'one', to: other })).state, 'approved');
    });

    it('the scores that the rules decided by stand in the record and in the export', async () => {
      await post('Whoever wrote this is a complete idiot and should be ashamed of such pathetic rubbish.');
      const [decision] = await listDecisions(opened.store, { limit: 1 });
      const scores = decision?.kind === 'comment' ? decision.scores : undefined;
      assert.deepEqual(Object.keys(scores ?? {}), ['respect', 'topic', 'thought']);
      assert.ok((scores?.respect ?? 1) < 0.2);
      const lines = await Array.fromAsync(exportComments(opened.store));
      const [exported] = lines.flatMap((line) => (line.kind === 'comment' ? line.decisions : []));
      assert.deepEqual(exported?.scores, scores);
    });
  });
}
