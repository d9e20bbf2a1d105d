import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tokens } from '../../text/tokens.ts';
import { reportedIn } from './reported.ts';

/** The verbs by which somebody is said to tell something in a sentence. */
const cuesIn = (sentence: string): string[] => {
  const list = tokens(sentence);
  return reportedIn({ tokens: list, quoted: list.map(() => false) }).map(({ cue }) => list[cue]!.text);
};

describe('what is reported', () => {
  it('is not what follows an answer in deeds', () => {
    assert.deepEqual(cuesIn('Lee led, but Bode responded and a burst of speed won the race.'), []);
    assert.deepEqual(cuesIn('Bode responded that a burst of speed won the race.'), ['responded']);
  });

  it('is nothing where many things stand at the end', () => {
    assert.deepEqual(cuesIn('It will show the film in Sarn, Venn and Ode — all harbour states.'), []);
    assert.deepEqual(cuesIn('The film will be shown in May, the studio says.'), ['says']);
  });

  it('is nothing where a name goes on, or somebody is called something', () => {
    assert.deepEqual(cuesIn('Leaders, called superdelegates, and owners lead.'), []);
    const list = tokens('Sales rose, the Board for Margarine, Fats and Oils said.');
    const [told] = reportedIn({ tokens: list, quoted: list.map(() => false) });
    assert.notEqual(told?.speaker && list[told.speaker[0]]!.text, 'Fats');
  });

  it('does not reach back over a semicolon', () => {
    const list = tokens('Calder lays off 200; Win or not, the mayor says, the yard stays.');
    const told = reportedIn({ tokens: list, quoted: list.map(() => false) });
    const semicolon = list.findIndex(({ text }) => text === ';');
    assert.ok(told.length > 0 && told.every(({ from }) => from > semicolon));
  });

  it('is not told by the place where somebody spoke', () => {
    const list = tokens('An official she met on camera said that the pier was closed.');
    const [told] = reportedIn({ tokens: list, quoted: list.map(() => false) });
    assert.notEqual(told?.speaker && list[told.speaker[0]]!.text, 'camera');
  });

  it('is told by whoever is named before what she is', () => {
    const list = tokens('The yard is looking at a new crane, Ann Lee, deputy head of the board, said.');
    const [told] = reportedIn({ tokens: list, quoted: list.map(() => false) });
    const words = told?.speaker && list.slice(told.speaker[0], told.speaker[1] + 1).map(({ text }) => text);
    assert.deepEqual(words, ['Ann', 'Lee']);
    assert.equal(told?.to, 7);
  });

  it('is what stands in a headline before its last comma, whatever the name is taken for', () => {
    const list = tokens('HARBOUR BILL VETO WILL BE UPHELD, DOLE SAYS');
    const [told] = reportedIn({ tokens: list, quoted: list.map(() => false) }, true);
    assert.deepEqual(told && [told.speaker, told.from, told.to], [[7, 7], 0, 5]);
  });

  it('is told by all that stands behind “according to”', () => {
    const list = tokens('The club has reserved time for films, according to media buying sources.');
    const [told] = reportedIn({ tokens: list, quoted: list.map(() => false) });
    assert.deepEqual(told?.speaker && list.slice(told.speaker[0], told.speaker[1] + 1).map(({ text }) => text), [
      ...['media', 'buying', 'sources'],
    ]);
  });

  it('is, in an aside of the subject, no more than the aside', () => {
    const stretchOf = (sentence: string): string[] => {
      const list = tokens(sentence);
      return reportedIn({ tokens: list, quoted: list.map(() => false) }).map(({ from, to }) =>
        list
          .slice(from, to + 1)
          .map(({ text }) => text)
          .join(' '),
      );
    };
    assert.deepEqual(stretchOf('Venn, who denied any wrongdoing, was banned for life by the league.'), [
      'any wrongdoing',
    ]);
    const nested = 'The mayor met Venn, who said the pier, which was old, was unsafe.';
    assert.ok(stretchOf(nested).some((words) => words.includes('was unsafe')));
    const relative = 'Venn, who follows firms in Sarn, said the fleet was old.';
    assert.deepEqual(stretchOf(relative), ['the fleet was old .']);
    const [whole] = stretchOf('Calder, the head of the board, stressed the plan was old.');
    assert.equal(whole, 'the plan was old .');
  });
});
