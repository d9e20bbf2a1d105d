import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { furnish } from '../furnish/furnish.ts';

const text = `The county will close the old pier of Saltmouth in May because its piles are rotten.

A new pier is to open next to it in two years, and it will cost 4 million dollars.

Fishermen will moor at the northern quay until then.`;
const headlineOf = (headline: string) => furnish({ headline, text }, { language: 'en-US' }).furniture.displayHeadline;

describe('the display headline', () => {
  it('keeps the initials of a shouted headline', () => {
    assert.equal(headlineOf('U.S. COUNTY TO CLOSE OLD PIER')?.text, 'U.S. County to Close Old Pier');
  });

  it('keeps letters that make no word, and writes an agency’s short words small', () => {
    const found = furnish({ headline: 'BW, COUNTY TO CLOSE 2 MLN DLR PIER', text }, { language: 'en-US' }).furniture
      .displayHeadline;
    assert.match(found?.text ?? '', /^BW, County/);
  });

  it('is the agency’s own as it is where no form of it can be proved', () => {
    const vague =
      'It will be closed in May, as they have known for years.\n\nThey will have to moor at another one until then.';
    const headline = 'Old pier of Saltmouth to be looked after from';
    const { displayHeadline: element } = furnish({ headline, text: vague }, { language: 'en-US' }).furniture;
    assert.equal(element?.text, headline);
    assert.deepEqual(element?.madeBy, { kind: 'agency' });
    assert.ok(element?.evidence.some(({ part }) => part === 'text'));
  });
});
