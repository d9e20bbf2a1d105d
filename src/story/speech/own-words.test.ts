import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ownWordsOf } from './own-words.ts';

/** Each sentence that is read without "said it", as its words. */
const told = (text: string): string[] =>
  [...ownWordsOf(text).values()].map(({ tokens }) => tokens.map((token) => token.text).join(' '));

describe('ownWordsOf', () => {
  it('reads what a body plans, wants and has done without “said it”', () => {
    assert.deepEqual(told('Norrland Ferries said it would sell two ships in May.'), [
      'Norrland Ferries will sell two ships in May .',
    ]);
    assert.deepEqual(told('The bank has said that it hoped to return to profit.'), [
      'The bank hopes to return to profit .',
    ]);
    assert.deepEqual(told('Calder Corp, the firm that owns the yards of Sarn, said it plans to buy another.'), [
      'Calder Corp plans to buy another .',
    ]);
    assert.deepEqual(told('Calder Corp, a maker of boats, said on Monday it had bought a yard.'), [
      'Calder Corp has bought a yard .',
    ]);
    assert.deepEqual(told('The company added that it was considering a sale.'), [
      'The company is considering a sale .',
    ]);
    assert.deepEqual(told('The company said it would spend 40 crowns on boats.'), [
      'The company will spend 40 crowns on boats .',
    ]);
    assert.deepEqual(told('Police said they had arrested two men in Sarn.'), [
      'Police have arrested two men in Sarn .',
    ]);
  });

  it('leaves when it was said with the saying', () => {
    assert.deepEqual(told('Last week, Calder Corp said it would sell a yard.'), ['Calder Corp will sell a yard .']);
  });

  it('leaves what somebody says of others, or of what befell her, to the speaker', () => {
    assert.deepEqual(told('Calder Corp said Venn Lines would sell two ships.'), []);
    assert.deepEqual(told('Calder Corp said it was the victim of a fraud.'), []);
    assert.deepEqual(told('The council said it had been misled by the builder.'), []);
    assert.deepEqual(told('The bank said it would be hard to find a buyer.'), []);
  });

  it('keeps a denial, a condition and a doubt with the speaker', () => {
    assert.deepEqual(told('The bank said it had not sold its shares.'), []);
    assert.deepEqual(told('If nobody bids, the bank said it would close the branch.'), []);
    assert.deepEqual(told('Calder Corp said it would sell the yard if the council agreed.'), []);
    assert.deepEqual(told('Calder Corp said it would expect a better price.'), []);
  });

  it('does not take “it” for a person, or a person for a body', () => {
    assert.deepEqual(told('Ann Ode said it would sell two ships.'), []);
    assert.deepEqual(told('A spokesman said it would sell two ships.'), []);
    assert.deepEqual(told('The director said they would sell two ships.'), []);
    assert.deepEqual(told('All three candidates said they would expand the scheme.'), []);
    assert.deepEqual(told('Brokers said they received orders from Sarn.'), []);
  });

  it('does not call a firm by the end of its name', () => {
    assert.deepEqual(told('Baltic Iron and Steel Co said it would raise prices.'), []);
    assert.deepEqual(told('"It is ours. Calder Corp said it bought the yard," he said.'), []);
  });
});
