import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rememberWords } from './remember-words.ts';

describe('rememberWords', () => {
  it('reads a short word once and a long one each time', () => {
    const asked: string[] = [];
    const length = rememberWords((word) => {
      asked.push(word);
      return word.length;
    });
    assert.deepEqual(['quay', 'harbourmaster', 'quay', 'harbourmaster'].map(length), [4, 13, 4, 13]);
    assert.deepEqual(asked, ['quay', 'harbourmaster', 'harbourmaster']);
  });

  it('starts anew past 50,000 words, and goes on answering', () => {
    let count = 0;
    const capital = rememberWords((word) => {
      count++;
      return word.toUpperCase();
    });
    for (let i = 0; i < 50_001; i++) capital(`w${i}`);
    assert.equal(capital('w0'), 'W0');
    assert.equal(count, 50_002);
  });
});
