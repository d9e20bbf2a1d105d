import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findQuotations } from '../edit/quotes/quotations.ts';
import type { Draft } from '../story/furniture.ts';
import { check } from './check.ts';

const text = [
  'Ann Ode, the ferry owner, met Karl Tarr and a lawyer in Port Sel on Sunday.',
  'Ann Ode bought the pier in May. She has closed the old ferry line.',
  'The Pell Mining Group said that sales rose. It said the plant in Port Sel would close.',
  'Karl Tarr left the town in 2004. He has sold the house at the harbour.',
].join('\n\n');
const copy = { headline: 'Pier sold', text, quotations: findQuotations(text) };

/** What the gate says of words whose evidence are the sentence with `near` and the places of `sources`. */
function findingsFor(words: string, near: string, ...sources: readonly string[]): string[] {
  const evidence = [near, ...sources].map((place) => {
    const start = text.indexOf(place);
    assert.ok(start >= 0, place);
    return { part: 'text' as const, start, end: start + place.length };
  });
  const draft: Draft = { text: words, madeBy: { kind: 'engine', version: '1' }, evidence };
  return [...new Set(check(draft, copy, 'keyPoint').map((finding) => finding.check))];
}

describe('a name in the place of a pronoun', () => {
  it('passes where it is certain whom the pronoun means and the evidence holds the name', () => {
    assert.deepEqual(findingsFor('Ode has closed the old ferry line', 'She has closed', 'Ann Ode, the ferry'), []);
    assert.deepEqual(findingsFor('Tarr has sold the house at the harbour', 'He has sold', 'Karl Tarr'), []);
  });

  it('passes for a body whose name has several words', () => {
    const words = 'Pell Mining Group said the plant would close';
    assert.deepEqual(findingsFor(words, 'It said the plant', 'The Pell Mining Group'), []);
    assert.deepEqual(
      findingsFor('Plant would close, Pell Mining Group says', 'It said the plant', 'Pell Mining Group'),
      [],
    );
  });

  it('is refused without evidence for the name', () => {
    assert.deepEqual(findingsFor('Tarr has sold the house at the harbour', 'He has sold'), ['provenance']);
    assert.deepEqual(findingsFor('Pell Mining Group said the plant would close', 'It said the plant'), ['attribution']);
  });

  it('is refused when it is another person’s', () => {
    const words = 'Tarr has closed the old ferry line';
    assert.deepEqual(findingsFor(words, 'She has closed', 'Karl Tarr', 'Ann Ode'), ['provenance']);
    assert.deepEqual(findingsFor('Ode has sold the house at the harbour', 'He has sold', 'Ann Ode', 'Karl Tarr'), [
      'provenance',
    ]);
  });

  it('is refused when a body’s stands for a person, or a person’s for a body', () => {
    const bodys = 'Pell Mining Group has sold the house';
    assert.deepEqual(findingsFor(bodys, 'He has sold', 'The Pell Mining Group', 'Karl Tarr'), ['provenance']);
    const persons = 'Tarr said the plant would close';
    assert.deepEqual(findingsFor(persons, 'It said the plant', 'The Pell Mining Group', 'Karl Tarr'), ['attribution']);
  });

  it('is refused when only a part of a body’s name is written', () => {
    const sources = ['It said the plant', 'The Pell Mining Group'] as const;
    assert.deepEqual(findingsFor('Group said the plant would close', ...sources), ['attribution']);
    assert.deepEqual(findingsFor('Pell Group said the plant would close', ...sources), ['attribution']);
  });

  it('is refused when a word of a body’s name is another', () => {
    const words = 'Tarr Mining Group said the plant would close';
    assert.deepEqual(findingsFor(words, 'It said the plant', 'The Pell Mining Group', 'Karl Tarr'), ['attribution']);
  });

  it('is refused as speaker when it is another’s', () => {
    const sources = ['It said the plant', 'The Pell Mining Group', 'Karl Tarr'] as const;
    assert.deepEqual(findingsFor('Plant would close, Tarr says', ...sources), ['attribution']);
    assert.deepEqual(findingsFor('Plant would close, Group says', ...sources), ['attribution']);
  });

  it('is refused where the name stands elsewhere than in the pronoun’s place', () => {
    const words = 'The plant in Pell Mining Group would close';
    assert.deepEqual(findingsFor(words, 'It said the plant', 'The Pell Mining Group'), ['provenance']);
  });
});
