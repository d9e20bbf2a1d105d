import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { models } from '../../../test/support/judging.ts';
import type { Standing } from '../../story/discussion/moderation.ts';
import { DEFAULT_MODERATION } from '../../story/discussion/moderation-settings.ts';
import { judgeComment } from '../judgements.ts';
import { moderate } from '../moderate.ts';

const WORDS = 'The ferry ran in the last closure too, and it was full by seven every single morning.';
const said = { storyId: 1, fullName: 'Priya Shah', text: WORDS, readerToken: 'priya' };
const decided = (standing: Standing, text = WORDS) =>
  moderate(
    { ...said, text },
    {
      recent: [],
      alike: [],
      record: { readerId: 1, standing, approved: 0, stopped: 3, waiting: 0 },
      policy: { kind: 'set', settings: DEFAULT_MODERATION },
      judged: { kind: 'judged', judgements: judgeComment({ text }, models) },
    },
  );

describe('what moderators decided about a reader', () => {
  it('gives a banned reader’s words back, with until when and why, whatever they are', () => {
    const { state, problems } = decided(
      { kind: 'banned', until: '2026-03-09T10:00:00.000Z', reason: 'Threats.' },
      'Short.',
    );
    assert.equal(state, 'refused');
    assert.deepEqual(problems, [
      { field: 'form', message: 'Our moderators take no comments from you until 2026-03-09. Threats.' },
    ]);
    assert.equal(decided({ kind: 'banned' }).problems[0]?.message, 'Our moderators take no comments from you.');
  });

  it('holds a muted reader’s words', () => {
    const { state, reasons, problems } = decided({ kind: 'muted', reason: 'Too loud.' });
    assert.deepEqual([state, problems], ['held', []]);
    assert.deepEqual(reasons[0], { code: 'muted', message: 'The reader is muted. Too loud.' });
  });

  it('is no objection to anybody else', () => {
    assert.equal(decided({ kind: 'good' }).state, 'pending');
  });
});
