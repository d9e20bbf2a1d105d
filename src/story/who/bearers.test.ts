import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hasOneBearer } from './bearers.ts';

describe('hasOneBearer', () => {
  it('knows a surname that one person bears', () => {
    assert.equal(hasOneBearer('Oduya', 'Ann Oduya was late. Mrs Oduya said the boats had left.'), true);
    assert.equal(hasOneBearer('Oduya', 'Mr Oduya said the boats had left.'), true);
  });

  it('is not sure of one that two people bear', () => {
    assert.equal(hasOneBearer('Oduya', 'Mrs Oduya was late. Mr Oduya said the boats had left.'), false);
    assert.equal(hasOneBearer('Oduya', 'Ann Oduya met Ben Oduya. Mr. Oduya said the boats had left.'), false);
  });
});
