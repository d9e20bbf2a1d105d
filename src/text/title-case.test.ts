import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { titleCase } from './title-case.ts';

describe('titleCase', () => {
  it('small words stay small except first and last', () => {
    assert.equal(
      titleCase('a ferry for the islands is what we hoped for'),
      'A Ferry for the Islands Is What We Hoped For',
    );
  });

  it('acronyms and mixed case stay as they are', () => {
    assert.equal(
      titleCase('US and UN sue iPhone maker over McDonald deal'),
      'US and UN Sue iPhone Maker Over McDonald Deal',
    );
  });

  it('the word after a colon gets a capital', () => {
    assert.equal(titleCase("harbour reopens: the mayor's plan"), "Harbour Reopens: The Mayor's Plan");
  });

  it('both halves of a compound get a capital and its small words do not', () => {
    assert.equal(titleCase('run-up to state-of-the-art vote'), 'Run-up to State-of-the-Art Vote');
  });

  it('only the case of letters changes, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        assert.equal(titleCase(text).toLowerCase(), text.toLowerCase());
        assert.equal(titleCase(titleCase(text)), titleCase(text));
      }),
    );
  });
});
