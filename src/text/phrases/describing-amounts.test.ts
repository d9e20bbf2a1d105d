import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tokens } from '../tokens.ts';
import { describingAmounts } from './describing-amounts.ts';

const amounts = (phrase: string): string[] => {
  const list = tokens(phrase);
  return describingAmounts(list, 0, list.length).map((group) =>
    phrase.slice(list[group[0]!]!.start, list[group.at(-1)!]!.end),
  );
};

describe('amounts before a noun', () => {
  it('say how much, how long or how many it is', () => {
    assert.deepEqual(amounts('an 8,829 billion yen stop-gap budget'), ['8,829 billion yen']);
    assert.deepEqual(amounts('a 600-member sales force'), ['600-member']);
    assert.deepEqual(amounts('its planned $40bn bid'), ['$40bn']);
    assert.deepEqual(amounts('a 92.50 dlrs a share tender offer'), ['92.50 dlrs a share']);
  });

  it('are none where they count the noun, or are the news', () => {
    assert.deepEqual(amounts('the 12 boats'), []);
    assert.deepEqual(amounts('the 1987 budget'), []);
    assert.deepEqual(amounts('a 3% rise'), []);
    assert.deepEqual(amounts('a two-day delay'), []);
    assert.deepEqual(amounts('a five-year-old boy'), []);
  });
});
