import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { standInsOf } from './stand-ins.ts';

/** Every pronoun for which a name may stand, as "She=Ode". */
const namesIn = (text: string): string[] =>
  standInsOf(text, []).map(({ start, end, name }) => `${text.slice(start, end)}=${name}`);

describe('standInsOf', () => {
  it('finds who is meant where the sentence before is about one person', () => {
    assert.deepEqual(namesIn('Ann Ode won the race on Sunday. She joined the club in 2004.'), ['She=Ode']);
    assert.deepEqual(namesIn('"The pier is shut," Mr Tarr said. In a letter, he called for repairs.'), ['he=Tarr']);
    assert.deepEqual(namesIn('Ann Ode runs the ferry. In 2004 she bought it.'), ['she=Ode']);
  });

  it('follows a person from pronoun to pronoun', () => {
    const text = 'Ann Ode runs the ferry. She bought it in May. She said: "It was cheap." She has sold it since.';
    assert.deepEqual(namesIn(text), ['She=Ode', 'She=Ode', 'She=Ode']);
  });

  it('passes over a quotation of several sentences to whoever goes on to speak', () => {
    const text = 'Ann Ode blamed the weather. "We waited. Karl Tarr did not." She added: "He never does."';
    assert.deepEqual(namesIn(text), ['She=Ode']);
  });

  it('names nobody where two people can be meant', () => {
    assert.deepEqual(namesIn('Karl Tarr met Mark Quell on Sunday. He joined the club in 2004.'), []);
    assert.deepEqual(namesIn('Karl Tarr told the driver to stop. He joined the club in 2004.'), []);
    assert.deepEqual(namesIn('A man was held on Sunday. He had worked for Karl Tarr. He denies it.'), []);
    assert.deepEqual(namesIn('Karl Tarr defended him on Sunday. He joined the club in 2004.'), []);
  });

  it('names nobody where a name of one word acts behind an opening about somebody else', () => {
    const text = 'Asked whether Karl Tarr, the mayor of Sarn, would leave, Bana demurred. "It was cold," he said.';
    assert.deepEqual(namesIn(text), []);
  });

  it('takes the pronoun that fits', () => {
    assert.deepEqual(namesIn('Ann Ode met Karl Tarr on Sunday. She joined the club in 2004.'), ['She=Ode']);
    assert.deepEqual(namesIn('Ann Ode won on Sunday. He joined the club in 2004.'), []);
  });

  it('leaves pronouns inside quotation marks, and in the plural, alone', () => {
    assert.deepEqual(namesIn('Ann Ode won the race. "She was quick," said a friend. They left.'), []);
  });

  it('leaves alone what may stand in a quotation that nobody closes', () => {
    const text = 'Karl Tarr left on Sunday. He said: "What an orator. He was loud. "I stayed all day."';
    assert.deepEqual(namesIn(text), ['He=Tarr']);
  });

  it('writes the full name where a surname would not do', () => {
    assert.deepEqual(namesIn('Koro Vel Mr Oduro-Pai. Mr Siphiwo Oduro lost on Sunday. He has left.'), [
      'He=Siphiwo Oduro',
    ]);
    assert.deepEqual(namesIn('Ann Ode and Karl Ode met. Ann Ode won on Sunday. She joined in 2004.'), []);
  });

  it('finds the body that goes on to speak or decide', () => {
    const text = 'The Pell Mining Corp said sales rose. It said the plant would close. The mine made a loss, it said.';
    assert.deepEqual(namesIn(text), ['It=Pell Mining', 'it=Pell Mining']);
    assert.deepEqual(namesIn('The TUC said on Monday that jobs were lost. It called for a review.'), ['It=TUC']);
  });

  it('names no body where a thing or another body can be meant', () => {
    assert.deepEqual(namesIn('The TUC said the deal would cost $4m. It is the largest so far.'), []);
    assert.deepEqual(namesIn('The TUC said jobs were lost. The deal will cost $4m. It plans to expand.'), []);
    assert.deepEqual(namesIn('The TUC said jobs were lost. The Pell Group denied it. A report was due. It rose.'), []);
    assert.deepEqual(namesIn('The TUC said jobs were lost. Losses at Pell Group grew, it said.'), []);
  });

  it('gives the place where the copy writes the name in full', () => {
    const text = 'Ann Ode won. Ode is 40. She joined the club in 2004.';
    const [found] = standInsOf(text, []);
    assert.equal(found && text.slice(found.source.start, found.source.end), 'Ann Ode');
  });

  it('is silent where the record names another speaker', () => {
    const text = 'Ann Ode won the race. She said it was cold.';
    const speaker = { text: 'She', start: 22, end: 25 };
    const said = { start: 31, end: 42, kind: 'indirect', speaker, name: 'Eve Quell', cue: null } as const;
    assert.deepEqual(standInsOf(text, [said]), []);
  });
});
