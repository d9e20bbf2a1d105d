import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { shorten } from './shorten.ts';

describe('a shortened text', () => {
  it('is the text itself where it fits', () => {
    assert.equal(shorten('The ferry sails again.', 22), 'The ferry sails again.');
  });

  it('ends behind a whole word, with the sign that something is left out', () => {
    assert.equal(shorten('The ferry sails again on Monday.', 20), 'The ferry sails…');
    assert.equal(shorten('The ferry sails again on Monday.', 16), 'The ferry sails…');
  });

  it('cuts a word that would take most of the text with it', () => {
    assert.equal(shorten('See https://example.org/a/very/long/way', 20), 'See https://example…');
  });

  it('never ends in half a character', () => {
    assert.equal(shorten('ab😀😀😀😀', 8), 'ab😀😀…');
  });

  it('takes long to read at no length', () => {
    assert.equal(shorten(`${' '.repeat(1_000_000)}x`, 100_000).length, 1);
  });
});
