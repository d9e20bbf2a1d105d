import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tokens } from '../../text/tokens.ts';
import { relativesIn } from './relatives.ts';

/** The noun phrase and what is told of it, for each "who" and "which" that is told beside the sentence. */
const told = (sentence: string): string[] => {
  const list = tokens(sentence);
  const words = (from: number, to: number) => sentence.slice(list[from]!.start, list[to - 1]!.end);
  return relativesIn(list).map(({ from, opener, to }) => `${words(from, opener - 1)} | ${words(opener + 1, to)}`);
};

describe('what is told of a noun beside the sentence', () => {
  it('is found behind a comma, up to the next', () => {
    assert.deepEqual(told('The old firm, which floated in 2003, closed two yards.'), [
      'The old firm | floated in 2003',
    ]);
    assert.deepEqual(told('Brandt met Ann Ode, who runs the ferry; both left.'), ['Ann Ode | runs the ferry']);
  });

  it('goes on behind the commas of a list of names', () => {
    assert.deepEqual(told('Brandt, who will retire after serving in Sarn, Alder and Port Sel, praised the mayor.'), [
      'Brandt | will retire after serving in Sarn, Alder and Port Sel',
    ]);
  });

  it('is none without a comma: it says which one', () => {
    assert.deepEqual(told('The old harbour firm which floated in 2003 closed.'), []);
  });

  it('is none where more than one noun may be meant', () => {
    assert.deepEqual(told('The parent of Calder, which floated in 2003, closed.'), []);
    assert.deepEqual(told('Brandt and Venn, who was jailed in May, met.'), []);
  });

  it('is none where the noun is not the one that acts', () => {
    assert.deepEqual(told('The firm, which Calder founded in 2003, closed.'), []);
  });
});
