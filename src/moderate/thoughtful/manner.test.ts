import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mannerOf } from './manner.ts';

const plan =
  'A regional timetable would make commuting affordable for families who live outside the capital and have no car.';

describe('how a comment is written', () => {
  it('words for a matter are found, and names and shouts are none', () => {
    assert.deepEqual(mannerOf(plan).matters, ['timetable', 'commuting', 'affordable']);
    assert.deepEqual(mannerOf('Ask Wintergreen and Braddanshire, they are IRRESPONSIBLE.').matters, []);
  });

  it('shares stay when everything is said twice', () => {
    const once = mannerOf(`${plan} Good. ${plan}`);
    const twice = mannerOf(`${plan} Good. ${plan} ${plan} Good. ${plan}`);
    assert.equal(once.matter, twice.matter);
    assert.equal(once.scraps, twice.scraps);
  });

  it('one long word is no share of three', () => {
    assert.equal(mannerOf('Utterly irresponsible behaviour!').matter, 2 / 20);
  });

  it('scraps are told from sentences, and the dots between them are no sentence', () => {
    assert.equal(
      mannerOf('Sad... Very sad. The council could have asked the people of the harbour first.').scraps,
      2 / 3,
    );
    assert.equal(mannerOf('?!').scraps, 0);
  });

  it('a million characters without a space are read at once', () => {
    const started = performance.now();
    mannerOf('a'.repeat(1_000_000));
    mannerOf('.?'.repeat(100_000));
    assert.ok(performance.now() - started < 1000);
  });
});
