import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Draft } from '../../story/furniture.ts';
import { check } from '../check.ts';

/** What the gate says of a point of the engine that is cut from one sentence. */
function findingsFor(sentence: string, words: string): string[] {
  const draft: Draft = {
    text: words,
    madeBy: { kind: 'engine', version: '1' },
    evidence: [{ part: 'text', start: 0, end: sentence.length }],
  };
  return check(draft, { headline: '', text: sentence }, 'keyPoint').map((finding) => finding.check);
}
const passes = (sentence: string, words: string) => assert.deepEqual(findingsFor(sentence, words), [], words);
const refuses = (sentence: string, words: string) => assert.notDeepEqual(findingsFor(sentence, words), [], words);

describe('a clause that is cut by whole phrases', () => {
  it('passes without its place, its price and its day', () => {
    const sentence = 'Brandt sold the old yard at Port Alder to a Calder buyer for $5m on Monday.';
    passes(sentence, 'Brandt sold old yard at Port Alder');
    passes(sentence, 'Brandt sold the old yard for $5m');
  });

  it('passes with both its objects, and with the preposition that its object waits for', () => {
    passes('The board gave the owner of the yard a loan in May.', 'Board gave owner of the yard a loan');
    passes(
      'The council has accused the firm in Sarn of fraud over the sale.',
      'Council has accused firm in Sarn of fraud',
    );
    passes('The firm will turn the pier in Sarn into a hotel next year.', 'Firm will turn pier in Sarn into hotel');
  });

  it('is refused without its second object or that preposition', () => {
    refuses('The board gave the owner of the yard a loan in May.', 'Board gave the owner of the yard');
    refuses('The council has accused the firm in Sarn of fraud over the sale.', 'Council has accused the firm in Sarn');
    refuses('The firm will turn the pier in Sarn into a hotel next year.', 'Firm will turn the pier in Sarn');
    refuses('The ferry firm was based in Port Alder until a fire in May.', 'Ferry firm was based until a fire');
  });

  it('is refused without the end of what somebody hopes or says', () => {
    refuses('The board hopes the sale of the yard will raise $5m.', 'Board hopes the sale of the yard');
    refuses('The union said in a letter to owners that the yard had failed.', 'The union said in a letter to owners');
  });

  it('passes without what stands in brackets', () => {
    passes('The harbour master (a former pilot) has closed the pier in Sarn.', 'Harbour master has closed the pier');
  });

  it('is refused when a number is lost', () => {
    refuses('Three people have died in the storm at Sarn.', 'People have died in the storm');
    refuses('Two in five boats in the bay have an old engine.', 'Two boats in the bay have an old engine');
    refuses('Nearly 400 people were injured when a ferry hit the pier.', '400 people were injured when ferry hit pier');
  });
});

describe('what is told of a noun behind “who” or “which”', () => {
  it('may be told of it in a sentence', () => {
    passes('The firm, which employs 400 people, closed two yards in Sarn.', 'Firm employs 400 people');
    passes('Ann Ode, who won the prize in 2004, has left the town.', 'Ann Ode won the prize in 2004');
  });

  it('is refused where another noun may be meant', () => {
    refuses('The parent of Calder, which employs 400 people, closed two yards.', 'Parent of Calder employs 400 people');
    refuses('Brandt and Venn, who was jailed in May, met in Sarn.', 'Brandt and Venn was jailed in May');
    refuses('The wife of the mayor, who won the prize, left for Sarn.', 'Wife of the mayor won the prize');
  });

  it('is refused without the word that says how sure it is', () => {
    refuses('Ann Ode, who may win the prize, has left the town.', 'Ann Ode win the prize');
  });
});
