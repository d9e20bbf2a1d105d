import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tokens } from '../../text/tokens.ts';
import { whatTheyAre } from './what-they-are.ts';

const noun = (mention: string): string | undefined => whatTheyAre(tokens(mention))?.text;

describe('what those are who speak', () => {
  it('is the noun alone', () => {
    assert.equal(noun('senior officials of the Food Ministry'), 'officials');
    assert.equal(noun('a ministry official'), 'official');
    assert.equal(noun('its annual report'), 'report');
    assert.equal(noun('a spokesman for the Harbour Board'), 'spokesman');
  });

  it('is nothing where somebody is named, or the noun says nothing of a speaker', () => {
    assert.equal(noun('Ann Lee'), undefined);
    assert.equal(noun('the Harbour Board'), undefined);
    assert.equal(noun('a friend'), undefined);
  });
});
