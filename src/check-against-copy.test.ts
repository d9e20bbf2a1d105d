import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkClaim } from './check/check-claim.ts';
import { checkAgainstCopy } from './check-against-copy.ts';

const copy = {
  headline: '',
  text: `"We will rebuild the pier," said harbour master Jonas Ferrow. He said work would start in May.

The mayor called the plan "a gift to the whole coast" on Monday.`,
};

describe('words held against copy by somebody who has nothing but the copy', () => {
  it('may name the person whom the copy calls “he” where it quotes him', () => {
    assert.equal(checkClaim('Ferrow said work would start in May.', copy).ok, false);
    assert.deepEqual(checkAgainstCopy('Ferrow said work would start in May.', copy).findings, []);
  });

  it('may call by his surname whoever the copy quotes in full, and nobody else', () => {
    const claim = 'Ferrow: "We will rebuild the pier"';
    assert.deepEqual(checkAgainstCopy(claim, copy).findings, []);
    assert.equal(checkAgainstCopy('Ferris: "We will rebuild the pier"', copy).ok, false);
  });

  it('may be a headline, with capitals inside its quotation marks; a sentence changes nothing there', () => {
    assert.deepEqual(checkAgainstCopy('Mayor Called the Plan "A Gift to the Whole Coast"', copy).findings, []);
    assert.equal(checkAgainstCopy('The mayor called the plan "A Gift to the whole coast" on Monday.', copy).ok, false);
  });
});
