import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { tokens } from './tokens.ts';

describe('tokens', () => {
  it('words carry their part of speech, lemma and place', () => {
    const text = 'Two ministers said “no”.';
    assert.deepEqual(
      tokens(text).map(({ text, pos, lemma }) => `${text}/${pos}/${lemma}`),
      ['Two/NUM/two', 'ministers/NOUN/minister', 'said/VERB/say', '“/PUNCT/“', 'no/DET/no', '”/PUNCT/”', './PUNCT/.'],
    );
    assert.deepEqual(tokens(text)[2], { text: 'said', start: 14, end: 18, pos: 'VERB', lemma: 'say', norm: 'said' });
  });

  it('contractions come apart, with straight marks in the norm', () => {
    assert.deepEqual(
      tokens('I’m sure she doesn’t').map(({ norm }) => norm),
      ['i', "'m", 'sure', 'she', 'does', "n't"],
    );
  });

  it('a full stop is no part of a unit', () => {
    const ends = (text: string) =>
      tokens(text)
        .slice(-2)
        .map((token) => token.text);
    assert.deepEqual(ends('It earned almost £12m.'), ['m', '.']);
    assert.deepEqual(ends('The sale brought $3bn.'), ['bn', '.']);
    assert.deepEqual(ends('The shop closes at 5pm.'), ['5pm', '.']);
  });

  it('dashes without spaces part the words', () => {
    assert.deepEqual(
      tokens('now—or never--go').map(({ text }) => text),
      ['now', '—', 'or', 'never', '--', 'go'],
    );
  });

  it('tokens stand in order and hold every character of any text but white space', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme-ascii' })), (text) => {
        let end = 0;
        for (const token of tokens(text)) {
          assert.ok(token.start >= end);
          assert.equal(text.slice(token.start, token.end), token.text);
          assert.equal(text.slice(end, token.start).trim(), '');
          end = token.end;
        }
        assert.equal(text.slice(end).trim(), '');
      }),
    );
  });

  it('a megabyte without white space does not hang the tagger', { timeout: 10_000 }, () => {
    for (const bit of ['"', 'A', 'A"', 'http://']) tokens(bit.repeat(1_000_000 / bit.length));
  });
});
