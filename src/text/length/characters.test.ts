import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hasWordCharacter } from './characters.ts';

describe('hasWordCharacter', () => {
  it('finds letters and figures of any script, alone or behind marks', () => {
    assert.deepEqual(
      ['a', 'Z', '7', '“No', '$5', 'é', 'Ж', '漢', '٣', '½'].map(hasWordCharacter),
      Array(10).fill(true),
    );
  });

  it('finds none in marks, spaces, pictures and nothing', () => {
    assert.deepEqual(['', ' ', '—', '“”', '...', '£', '☂', '_'].map(hasWordCharacter), Array(8).fill(false));
  });
});
