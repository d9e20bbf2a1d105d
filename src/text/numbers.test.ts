import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { findNumbers, fromWords, inWords } from './numbers.ts';

describe('numbers', () => {
  it('finds figures and words with their values', () => {
    const text = 'About 1,200 of twenty-one thousand homes and 2.5 million people, three lakh of them here.';
    assert.deepEqual(
      findNumbers(text).map(({ start, end, value }) => [text.slice(start, end), value]),
      [
        ['1,200', 1200],
        ['twenty-one thousand', 21000],
        ['2.5 million', 2_500_000],
        ['three lakh', 300_000],
      ],
    );
  });

  it('a number inside a word is none', () => {
    assert.deepEqual(findNumbers('someone often tenders at Covid19 v1.2b'), []);
  });

  it('words and numbers agree from 0 to 99', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 99 }), (value) => fromWords(inWords(value) ?? '') === value));
    assert.equal(fromWords('one hundred and five'), 105);
    assert.equal(fromWords('one hundred thousand'), 100_000);
  });

  it('spans lie inside any text, in order', () => {
    const bits = fc.array(fc.constantFrom('one', ' ', '-', 'hundred', '1', ',', '000', '.', 'million', 'and'));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          bits.map((list) => list.join('')),
        ),
        (text) => {
          let end = 0;
          for (const span of findNumbers(text)) {
            assert.ok(span.start >= end && span.end > span.start && span.end <= text.length);
            end = span.end;
          }
        },
      ),
    );
  });

  it('a megabyte of number words is read in linear time', { timeout: 10_000 }, () => {
    for (const bit of ['one ', '1', '1,', '1,000', 'one and ']) findNumbers(bit.repeat(1_000_000 / bit.length));
  });
});
