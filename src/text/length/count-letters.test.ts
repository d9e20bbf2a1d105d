import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { countLetters } from './count-letters.ts';

describe('counting letters', () => {
  it('counts plain ones and all others alike', () => {
    assert.deepEqual(countLetters('The Pier, 4 €!'), { all: 7, latin: 7, capitals: 2, small: 5 });
    assert.deepEqual(countLetters('The Pier, 4!'), { all: 7, latin: 7, capitals: 2, small: 5 });
    assert.deepEqual(countLetters('Привет é'), { all: 7, latin: 1, capitals: 1, small: 6 });
    assert.deepEqual(countLetters('की 12'), { all: 1, latin: 0, capitals: 0, small: 0 });
  });
});
