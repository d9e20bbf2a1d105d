import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { databases, type TestDatabase } from '../../test/support/databases.ts';
import { judging } from '../../test/support/judging.ts';
import { publish } from '../../test/support/stories.ts';
import { switchDiscussion } from '../store/discussion/switch-discussion.ts';
import { savePolicy } from '../store/moderation/policy.ts';
import { act } from '../store/state.ts';
import type { Store } from '../store/store.ts';
import { DEFAULT_MODERATION } from '../story/discussion/moderation-settings.ts';
import { createChallenges } from './challenge.ts';
import { DEFAULT_LIMITS } from './paces.ts';
import { postComment } from './post-comment.ts';
import { senderKey } from './sender.ts';

const NOW = new Date('2026-03-02T13:00:00.000Z');
const WORDS =
  'Closing the bridge for three weeks cuts the islanders off, because the ferries stop at six in the evening.';

for (const database of databases) {
  describe(`what another process has just done decides about the next comment, on ${database.name}`, () => {
    let opened: TestDatabase;
    let elsewhere: Store;
    let slug: string;
    beforeEach(async () => {
      opened = await database.open();
      elsewhere = await opened.openAgain();
      slug = await publish(opened.store);
    });
    afterEach(async () => {
      await elsewhere.close();
      await opened.destroy();
    });

    let count = 0;
    const names = ['Lena Holm', 'Omar Reyes', 'Ida Brandt', 'Paul Achebe'];
    const post = async (text = WORDS) => {
      const { store } = opened;
      const posting = { store, now: () => NOW, limits: DEFAULT_LIMITS, judging };
      const room = { ...posting, senderKey: senderKey(store), challenges: createChallenges(store) };
      count++;
      const who = { name: names[count % 4]!, readerToken: `reader ${count}`, address: `192.0.2.${count % 250}` };
      const outcome = await postComment(room, { ...who, slug, text, parent: '', website: '', proof: '' });
      if (outcome.kind === 'accepted') return outcome.comment.state;
      return outcome.kind === 'refused' ? `${outcome.status} ${outcome.problems[0]?.message}` : outcome.kind;
    };

    it('a discussion that is closed takes nothing more', async () => {
      assert.equal(await post(), 'pending');
      await switchDiscussion(elsewhere, slug, { kind: 'close', by: 'Bo Lind', now: NOW });
      assert.match(await post(), /^409 This discussion is closed/);
      await switchDiscussion(elsewhere, slug, { kind: 'open', by: 'Bo Lind', now: NOW });
      assert.equal(
        await post('Who pays for the taxis of the night shift, because nobody has told the islanders so far?'),
        'pending',
      );
    });

    it('a story that is killed takes nothing more', async () => {
      assert.equal(await post(), 'pending');
      await act(elsewhere, slug, { kind: 'kill', by: 'Bo Lind', at: NOW.toISOString(), notice: 'Withdrawn.' });
      assert.match(await post(), /^409 This story can no longer be commented on/);
    });

    it('rules that are set hold from the next comment on, and rules that cannot be read let none through', async () => {
      assert.equal(await post(), 'pending');
      const banned = { banned: ['islanders'], suspect: [] };
      await savePolicy(elsewhere, { ...DEFAULT_MODERATION, words: banned });
      assert.match(await post(), /^400 We do not publish the word “islanders”/);
      await elsewhere.write((tx) =>
        tx.db.updateTable('setting').set({ value: '{"hold":7}' }).where('key', '=', 'moderation').execute(),
      );
      assert.equal(await post(), 'held');
    });
  });
}
