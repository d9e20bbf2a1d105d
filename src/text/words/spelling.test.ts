import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { spell } from './spelling.ts';

describe('spell', () => {
  it('British spelling becomes American', () => {
    assert.equal(
      spell(
        'The programme emphasises that travelled organisations recognise neighbours in the theatre’s defence.',
        'en-US',
      ),
      'The program emphasizes that traveled organizations recognize neighbors in the theater’s defense.',
    );
    assert.equal(spell('It rose 5 per cent.', 'en-US'), 'It rose 5 percent.');
  });

  it('American spelling becomes British', () => {
    assert.equal(
      spell('The labor program emphasizes colorful canceled organizations.', 'en-GB'),
      'The labour programme emphasises colourful cancelled organisations.',
    );
  });

  it('words that only look alike stay', () => {
    const alike = 'four hours our tour advertises exercise surprise promises otherwise raised a controlled size prize';
    assert.equal(spell(alike, 'en-US'), alike);
    assert.equal(spell(alike, 'en-GB'), alike);
    assert.equal(
      spell('emphasis and honorary humorous parking meter', 'en-GB'),
      'emphasis and honorary humorous parking meter',
    );
  });

  it('quoted words and names are never touched', () => {
    const text =
      'She called it “a programme of honour” at the World Health Organisation; Labour and the Defence Ministry agreed.';
    assert.equal(spell(text, 'en-US'), text);
  });

  it('a capitalised word that opens a sentence is spelt, and keeps its capital', () => {
    assert.equal(spell('Organisations grew. Labour said so.', 'en-US'), 'Organizations grew. Labour said so.');
  });

  it('spelling twice changes nothing more, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        assert.equal(spell(spell(text, 'en-US'), 'en-US'), spell(text, 'en-US'));
      }),
    );
  });
});
