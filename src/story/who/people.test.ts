import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Quotation } from '../speech/quotation.ts';
import { calledIn, peopleOf } from './people.ts';

describe('what somebody is called behind the first mention', () => {
  it('is the last word, with the particles before it', () => {
    assert.equal(calledIn('Ann Ode spoke. Ode left.', 'Ann Ode'), 'Ode');
    assert.equal(calledIn('Barend du Brandt spoke.', 'Barend du Brandt'), 'du Brandt');
    assert.equal(calledIn('Ursula von der Ley spoke.', 'Ursula von der Ley'), 'von der Ley');
  });

  it('is the first word where the copy calls somebody so', () => {
    assert.equal(calledIn('The spokeswoman Hua Lianying spoke. Hua said it was fine.', 'Hua Lianying'), 'Hua');
    assert.equal(
      calledIn('The spokeswoman Hua Lianying spoke. Lianying said so, and Hua.', 'Hua Lianying'),
      'Lianying',
    );
    assert.equal(calledIn('Hua Lianying spoke. Hua Ode left.', 'Hua Lianying'), 'Lianying');
  });
});

describe('the people of a copy', () => {
  const asked = (text: string): string[] => {
    const speaker = { start: 0, end: 7, text: 'Ann Ode' };
    const quotation = { kind: 'indirect', start: 0, end: 0, text: '', speaker, name: 'Ann Ode' };
    return [...peopleOf(text, [quotation as unknown as Quotation]).values()].map(({ full }) => full);
  };

  it('may be named behind a title, and later alone', () => {
    const people = peopleOf('Karsian President Donald Ode spoke in Sarn. Ode’s plan is new.', []);
    assert.deepEqual([...people.values()], [{ surname: 'ode', full: 'Donald Ode' }]);
  });

  it('are those whose surname nobody else bears, whatever word opens the sentence', () => {
    assert.deepEqual(asked('Ann Ode said so. While Ode waited, fares rose.'), ['Ann Ode']);
    assert.deepEqual(asked('Ann Ode said so. Then Joe Ode left.'), []);
    assert.deepEqual(asked('Ann Ode said so. Will Ode left.'), []);
  });
});
