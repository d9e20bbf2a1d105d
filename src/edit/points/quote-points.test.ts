import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { check, passes } from '../../check/check.ts';
import type { Draft } from '../../story/furniture.ts';
import { findQuotations } from '../quotes/quotations.ts';
import { viewStory } from '../story-view.ts';
import { quotePoints } from './quote-points.ts';

const headline = 'Aldport ferry fares to rise in winter';
const story = (text: string) => ({ headline, text, quotations: findQuotations(text) });
const drafts = (text: string): Draft[] => {
  const copy = story(text);
  return quotePoints(viewStory(copy, { language: null, quotations: copy.quotations })).flatMap((place) => [...place]);
};
const points = (text: string): string[] => drafts(text).map((draft) => draft.text);
const proved = (text: string): string[] =>
  drafts(text)
    .filter((draft) => passes(draft, story(text), 'keyPoint'))
    .map((draft) => draft.text);

const opens = 'Harbour master Ines Calder spoke on Monday about the Aldport ferry and its fares in winter.';

describe('quotePoints', () => {
  it('name the speaker before a short sentence of hers, and the gate finds it so in the copy', () => {
    const text = `${opens}\n\n“Our fares are the lowest on this coast. The ferry fares must rise,” Calder said.`;
    assert.deepEqual(proved(text), ['Calder: “The ferry fares must rise”']);
  });

  it('take one clause of a sentence, and never what stands before “but”', () => {
    const text = `${opens}\n\n“I like the old boats, but our ferry fares must rise,” Calder said.`;
    assert.deepEqual(proved(text), ['Calder: “our ferry fares must rise”']);
  });

  it('are found by a pronoun, with the place of the name as proof', () => {
    const text = `${opens} “The ferry fares must rise,” she said.`;
    const [draft] = drafts(text);
    assert.equal(draft?.text, 'Calder: “The ferry fares must rise”');
    assert.ok(draft?.evidence.some(({ start, end }) => text.slice(start, end) === 'Ines Calder'));
  });

  it('name a body that speaks for itself', () => {
    const text = `${opens}\n\n“The ferry fares must rise in winter,” the company said.`;
    assert.deepEqual(proved(text), ['The company: “The ferry fares must rise in winter”']);
  });

  it('are not made of what points outside the marks, asks, or was one half of a sentence', () => {
    assert.deepEqual(points(`${opens}\n\n“That ferry fare is why they left,” Calder said.`), []);
    assert.deepEqual(points(`${opens}\n\n“Why must the ferry fares rise?” Calder said.`), []);
    assert.deepEqual(points(`${opens}\n\n“Our ferry fares must rise,” Calder said, “if the council agrees.”`), []);
  });

  it('are not made of words that nobody certain says', () => {
    assert.deepEqual(points(`${opens}\n\n“The ferry fares must rise,” a passenger said.`), []);
    assert.deepEqual(points(`${opens}\n\n“The ferry fares must rise,” Calder said, according to a diver.`), []);
  });

  it('do not pass the gate under another speaker’s name', () => {
    const text = `${opens}\n\n“The ferry fares must rise,” Calder said. “The ferry fares must fall,” Dale Orrin said.`;
    const [draft] = drafts(text);
    const forged = { ...draft!, text: draft!.text.replace('Calder', 'Orrin') };
    assert.equal(passes(draft!, story(text), 'keyPoint'), true);
    assert.ok(check(forged, story(text), 'keyPoint').some((finding) => finding.check === 'attribution'));
  });

  it('pass the gate whole, however long the words about the speaker behind them', () => {
    const text = `${opens}\n\n“The ferry fares must rise,” said Ines Calder, who was once a deckhand in Port Sel.`;
    assert.deepEqual(proved(text), ['Calder: “The ferry fares must rise”']);
  });

  it('do not pass where a condition of the reporter’s stands behind the quotation', () => {
    const text = `${opens}\n\n“The ferry fares must rise,” said Ines Calder, unless the council pays for the new boats.`;
    assert.deepEqual(proved(text), []);
  });
});
