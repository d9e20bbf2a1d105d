import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { quotePoints } from '../edit/points/quote-points.ts';
import { findQuotations } from '../edit/quotes/quotations.ts';
import { viewStory } from '../edit/story-view.ts';
import { furnish } from './furnish.ts';

const copy = {
  headline: 'Ferry fares divide port council in winter',
  text: `“Our ferry fares must rise in winter,” Ines Calder, the harbour master, said.

“The council should pay for our boats,” Dale Orrin, the mayor, said.

“Winter fares will empty our port,” Asha Menon, a shopkeeper, said.

“We need a ferry without fares,” Jon Tarr, a diver, said.`,
};

describe('points that quote', () => {
  it('are two at most, whoever proposes them', () => {
    const quotations = findQuotations(copy.text);
    const keyPoints = quotePoints(viewStory(copy, { language: null, quotations }));
    const drafts = { displayHeadline: [], standfirst: [], summary: [], keyPointsTitle: [], keyPoints, pullQuotes: [] };
    const { furniture } = furnish(copy, { language: null, drafts });
    assert.ok(keyPoints.length > 2);
    assert.equal(furniture.keyPoints.filter((point) => /: “/.test(point.text)).length, 2);
  });
});
