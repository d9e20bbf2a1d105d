import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { blankTickers, withoutTickers } from './tickers.ts';

describe('ticker symbols', () => {
  it('become blanks that leave every place where it is', () => {
    assert.equal(blankTickers('Novak <NVK.AL> sails'), 'Novak          sails');
  });

  it('go with the space before them, and a name in such brackets stays', () => {
    assert.equal(withoutTickers('Novak <NVK> and <Calder Piers Inc> sail'), 'Novak and Calder Piers Inc sail');
  });
});
