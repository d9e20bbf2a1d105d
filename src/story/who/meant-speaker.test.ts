import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { standInsOf } from './stand-ins.ts';

/** Every pronoun for which somebody may be written, as "She=Ode"; who has no name is marked. */
const meantIn = (text: string): string[] =>
  standInsOf(text, []).map(
    ({ start, end, name, isRole }) => `${text.slice(start, end)}=${name}${isRole ? ' (role)' : ''}`,
  );

describe('who goes on to speak', () => {
  it('is whoever spoke last, of whom she spoke aside', () => {
    assert.deepEqual(meantIn('Karl Tarr said Mark Quell had lost the vote. He said the pier would close.'), [
      'He=Tarr',
    ]);
    assert.deepEqual(meantIn('Energy Minister Subrono said exports fell. He told Mark Quell prices would rise.'), [
      'He=Subrono',
    ]);
  });

  it('is whoever spoke before a sentence about things', () => {
    const text = 'Karl Tarr said the pier would close. Fares had risen in May. The boats were old, he said.';
    assert.deepEqual(meantIn(text), ['he=Tarr']);
    const reply = 'Karl Tarr said the pier would close. Mark Quell and Ben Ode left. The boats were old, he said.';
    assert.deepEqual(meantIn(reply), []);
  });

  it('is nobody whom the words themselves name, nor whoever may have acted in front of them', () => {
    assert.deepEqual(meantIn('Karl Tarr told Mark Quell to go. Tarr will resign, he said.'), []);
    assert.deepEqual(meantIn('Karl Tarr said Quell was ill. When Mark Quell resigned, he said it was cold.'), []);
  });

  it('is the one outside, where somebody speaks in what is said', () => {
    assert.deepEqual(meantIn('Karl Tarr said Mark Quell believed in the pier. He said it would close.'), ['He=Tarr']);
    assert.deepEqual(meantIn('Ann Ode believes fares will rise, Karl Tarr said. He added that boats were old.'), [
      'He=Tarr',
    ]);
  });

  it('is called by what she is where she has no name', () => {
    assert.deepEqual(meantIn('A council spokeswoman said the pier was shut. She added that it was old.'), [
      'She=spokeswoman (role)',
    ]);
    assert.deepEqual(meantIn('Fares may rise again, ferry traders said. They said boats were old.'), [
      'They=traders (role)',
    ]);
    assert.deepEqual(meantIn('The report said the pier was old. It also said boats were late.'), ['It=report (role)']);
  });

  it('is not the mayor whose aide spoke', () => {
    const text = 'An aide to the mayor Karl Tarr said the pier was shut. He said it was old.';
    assert.ok(!meantIn(text).includes('He=Tarr'));
  });

  it('is nobody where the pronoun does not fit, or another body acted since', () => {
    assert.deepEqual(meantIn('A council spokesman said the pier was shut. She added that it was old.'), []);
    const text =
      'The committee said the pier was old. The campaign backtracked on Monday. In such cases, it said, boats go.';
    assert.deepEqual(meantIn(text), []);
  });

  it('may be somebody of a body’s', () => {
    assert.deepEqual(meantIn('The Sarn Weekly’s Karl Tarr said fares rose. The boats were late, he said.'), [
      'he=Tarr',
    ]);
  });
});
