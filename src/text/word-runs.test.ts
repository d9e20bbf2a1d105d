import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sharedRuns, sketchOf, wordRuns } from './word-runs.ts';

const advert =
  'Our harbour tours leave every hour on the hour, and readers of this paper pay half the price until Sunday.';
const shared = (a: string, b: string) => sharedRuns(wordRuns(a), wordRuns(b));

describe('runs of words', () => {
  it('are the same whatever the case, the marks and the width of the letters', () => {
    assert.equal(shared(advert, advert.toUpperCase().replaceAll(',', ' !!! ')), 1);
    assert.deepEqual(wordRuns('Ｈａｌｆ the price'), wordRuns('half the price'));
  });

  it('are mostly shared by a text with a word changed, and by no other text', () => {
    assert.ok(shared(advert, advert.replace('hour, and', 'hour, 4711 and')) > 0.6);
    assert.equal(
      shared(advert, 'The harbour council wants readers to pay the price of the bridge until Sunday at least.'),
      0,
    );
  });

  it('are one where there are fewer words, and none without words', () => {
    assert.equal(wordRuns('Half the price').size, 1);
    assert.equal(wordRuns('🙂 !!').size, 0);
    assert.equal(shared('', ''), 0);
  });

  it('tell a text that is alike by a number, which is a whole one of 32 bits', () => {
    const [number = 0] = sketchOf(wordRuns(advert));
    const endings = ['Bye', 'Call 4711 now', 'See you', 'Ask Meera', 'Come soon', 'Ahoy', 'No dogs', 'Rain or shine'];
    const found = endings.filter((ending) => sketchOf(wordRuns(`${advert} ${ending}.`)).includes(number));
    assert.equal(found.length, 8);
    const other = 'The harbour council wants readers to pay the price of the bridge until Sunday at least.';
    assert.ok(!sketchOf(wordRuns(other)).includes(number));
    assert.equal(number, number | 0);
    assert.deepEqual([sketchOf(wordRuns('half the')).length, sketchOf(wordRuns('…'))], [1, []]);
  });
});
