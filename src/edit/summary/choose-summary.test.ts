import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Draft } from '../../story/furniture.ts';
import { chooseProved } from './choose-summary.ts';

const draft = (text: string, start: number): Draft => ({
  text,
  madeBy: { kind: 'engine', version: 'test' },
  evidence: [{ part: 'text', start, end: start + text.length }],
});
const ferry = draft('Ferry sank', 0);
const same = draft('Ferry sank today', 20);
const pier = draft('Pier closed', 40);
const odds = new Map([
  ['ferry', [0.9, 0.1]],
  ['sank', [0.8, 0.1]],
  ['pier', [0.5]],
  ['closed', [0.4]],
  ['today', [0.01]],
]);
const sizes = { fewest: 2, most: 2, words: 50 };
const places = [[ferry], [same], [pier]];

describe('choosing the sentences of a summary', () => {
  it('takes those that together tell most, and nothing twice', () => {
    const chosen = chooseProved(places, odds, { taken: [], sizes, prove: (one) => one });
    assert.deepEqual(chosen, [ferry, pier]);
  });

  it('chooses anew without a form that is not proved', () => {
    const chosen = chooseProved(places, odds, { taken: [], sizes, prove: (one) => (one === ferry ? null : one) });
    assert.deepEqual(chosen, [same, pier]);
  });

  it('counts what is taken already', () => {
    const chosen = chooseProved(places, odds, { taken: [ferry], sizes, prove: (one) => one });
    assert.deepEqual(chosen, [pier]);
  });
});
