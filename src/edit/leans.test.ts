import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { leans } from './leans.ts';

describe('a sentence that leans on another', () => {
  it('points to what was told before it', () => {
    for (const text of [
      'Of this amount 40 million went to the pier.',
      'The mayor was asked for copies of these letters.',
      'Owners of boats will seek a way out of this.',
      'In a letter, she asked for more.',
      'As a result the pier was closed.',
    ])
      assert.equal(leans(text), true, text);
  });

  it('stands by itself where it points to a time, or says whom it means', () => {
    for (const text of [
      'By this summer the pier will be open.',
      'The town will pay for those who lost a boat.',
      'Fares fell to 4 crowns on Monday.',
    ])
      assert.equal(leans(text), false, text);
  });
});
