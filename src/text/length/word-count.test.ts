import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { wordCount } from './word-count.ts';

describe('wordCount', () => {
  it('counts as a reader does', () => {
    assert.equal(wordCount('Iran’s ferry, the "Sea Lark", cost £3.5m'), 8);
    assert.equal(wordCount("It’s O'Hara’s — 20 boats don't sail…"), 7);
    assert.equal(wordCount('Zürich ’90s “Straße”'), 3);
    assert.equal(wordCount(' — … '), 0);
  });

  it('counts whatever the marks are between letters and figures', () => {
    const part = fc.constantFrom(..."a,B,7,é,Ж,½,',’,“,.,-,–,£,€, ,\u00a0,\n,漢,😀,\u0301".split(','));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 14 }), (parts) => {
        const text = parts.join('');
        assert.equal(wordCount(text), text.match(/[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu)?.length ?? 0);
      }),
      { numRuns: 3000 },
    );
  });
});
