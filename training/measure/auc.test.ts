import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { auc } from './auc.ts';

const cases = (scores: readonly number[], positive: readonly number[]) =>
  scores.map((score, at) => ({ score, positive: positive.includes(at) }));

describe('the area under the curve', () => {
  it('is 1 when every positive is above every negative, 0 the other way round', () => {
    assert.equal(auc(cases([0.1, 0.2, 0.8, 0.9], [2, 3])), 1);
    assert.equal(auc(cases([0.1, 0.2, 0.8, 0.9], [0, 1])), 0);
  });

  it('counts a tie as half', () => {
    assert.equal(auc(cases([0.5, 0.5, 0.5, 0.5], [0, 2])), 0.5);
    assert.equal(auc(cases([0.1, 0.5, 0.5], [1])), 0.75);
  });
});
