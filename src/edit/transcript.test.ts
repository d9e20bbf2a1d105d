import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { linesOf } from '../story/reading/rows.ts';
import { isOnlyQuestion, transcriptIn } from './transcript.ts';

describe('a printed conversation', () => {
  it('goes from its first turn to its last', () => {
    const talk =
      'Network: Why ferries?\n\nHolm: They were there.\n\nAnd I was young.\n\nNetwork: And now?\n\nHolm: Now I am not.';
    const text = `Ida Holm spoke in Sarn.\n\n${talk}\n\nThe film opens in May.`;
    const { start = 0, end = 0 } = transcriptIn(text) ?? {};
    assert.equal(text.slice(start, end), talk);
  });

  it('is none where nobody asks or labels do not come back', () => {
    assert.equal(transcriptIn('Holm: a pier.\n\nVenn: a quay.\n\nHolm: a pier.\n\nVenn: a quay.'), null);
    assert.equal(transcriptIn('Film: The Quay\n\nActor: Lu Venn\n\nWho won?'), null);
  });
});

describe('a question between answers', () => {
  it('is a paragraph by itself, without quotation marks', () => {
    const [alone, quoted, last] = linesOf('Did you expect it?\n\n"Did you?" she asked.\n\nThe vote is over. Who won?');
    assert.equal(alone && isOnlyQuestion(alone), true);
    assert.equal(quoted && isOnlyQuestion(quoted), false);
    assert.equal(last && isOnlyQuestion(last), false);
  });
});
