import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wordsIn } from './words.ts';

const cut = (text: string): string[] => wordsIn(text).map((word) => word.text);

describe('wordsIn', () => {
  it('cuts words, amounts, contractions and marks, wherever the spaces are', () => {
    assert.deepEqual(cut("Lee’s 1,200 boats don't sail, the U.S.\u00a0says."), [
      ...['Lee', '’s', '1,200', 'boats', 'do', "n't", 'sail', ',', 'the', 'U.S.', 'says', '.'],
    ]);
  });

  it('gives the place of each word in the whole text, also of one that was cut before', () => {
    const text = ' Sea trade.\nSea  trade.';
    assert.deepEqual(
      wordsIn(text).map(({ start, end }) => text.slice(start, end)),
      ['Sea', 'trade', '.', 'Sea', 'trade', '.'],
    );
    assert.deepEqual(wordsIn(text)[3], { text: 'Sea', norm: 'sea', start: 12, end: 15, meaning: { key: 'sea' } });
  });

  it('cuts a long run without spaces too', () => {
    assert.deepEqual(cut('Port-Meridian-to-Aldport'), ['Port', '-', 'Meridian', '-', 'to', '-', 'Aldport']);
  });
});
