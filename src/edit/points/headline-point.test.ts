import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findQuotations } from '../quotes/quotations.ts';
import { viewStory } from '../story-view.ts';
import { headlinePoint } from './headline-point.ts';

const text =
  'The county has sold the old ferry to Brandt. The sale ends a long dispute over fares. Brandt plans a new pier in Sarn.';
const points = (headline: string, copy = text) => [
  ...headlinePoint(viewStory({ headline, text: copy }, { language: null, quotations: findQuotations(copy) })),
];

describe('the headline as a point', () => {
  it('is told when sentences of the copy say each of its words', () => {
    assert.equal(points('County has sold old ferry to Brandt')[0]!.text, 'County has sold old ferry to Brandt');
  });

  it('shows the headline and the sentences that bear it out', () => {
    const [point] = points('County has sold old ferry to Brandt');
    assert.deepEqual(
      point!.evidence.map(({ part, start, end }) => (part === 'text' ? text.slice(start, end) : part)),
      ['headline', 'The county has sold the old ferry to Brandt.'],
    );
  });

  it('is not told when one word is in no sentence', () => {
    assert.deepEqual(points('County has sold old ferry to Calder'), []);
  });

  it('is written in the copy’s letters', () => {
    assert.equal(points('County Has Sold Old Ferry To Brandt')[0]!.text, 'County has sold old ferry to Brandt');
  });

  it('has 4 to 9 words', () => {
    assert.deepEqual(points('Ferry sold'), []);
  });
});
