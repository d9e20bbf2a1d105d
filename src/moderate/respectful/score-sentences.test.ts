import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { scoreText } from './score-sentences.ts';

/** What is said of a text with sentences of so many features each, and the scores of these. */
const said = (sizes: readonly number[], scores: readonly number[]) => scoreText(sizes, Float64Array.from(scores), 2);

describe('what sentences make of a text', () => {
  it('one rude sentence decides over many civil ones', () => {
    assert.ok(said([10, 10, 10, 10, 10], [4, -2, -2, -2, -2]) > 1);
  });

  it('a longer civil part counts for the text, a shorter one less', () => {
    assert.ok(said([10, 30], [3, -1]) < said([30, 10], [3, -1]));
  });

  it('a single sentence is the text', () => {
    assert.ok(Math.abs(said([12], [0.7]) - 0.7) < 1e-12);
  });

  it('a text of no sentence, or of empty ones, is nothing', () => {
    assert.equal(said([], []), 0);
    assert.equal(said([0], [-1]), -1);
  });
});
