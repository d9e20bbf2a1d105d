import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tokens } from '../../text/tokens.ts';
import { isCountingArticle } from './counting-article.ts';

const counts = (sentence: string): boolean => {
  const list = tokens(sentence);
  return isCountingArticle(
    list,
    list.findIndex(({ norm }) => /^an?$/u.test(norm)),
  );
};

describe('an article that counts', () => {
  for (const sentence of [
    'The ferry carries 900 people a week.',
    'The council will vote within a year.',
    'Calder have earned at least a point.',
    'There is a lamp that burns for two minutes.',
    'Crews worked for a day.',
    'The fund made such a loss.',
    'About an estimated 500 boats sank.',
  ])
    it(`stays in a headline: ${sentence}`, () => assert.equal(counts(sentence), true));

  for (const sentence of [
    'Calder bought a yard.',
    'Lee is a captain.',
    'There is talk of a strike.',
    'Most of a crew left.',
  ])
    it(`does not count here: ${sentence}`, () => assert.equal(counts(sentence), false));
});
