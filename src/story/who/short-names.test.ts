import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { shortNamesOf } from './short-names.ts';

const shorts = (text: string) => Object.fromEntries(shortNamesOf(text));

describe('shortNamesOf', () => {
  it('finds the word by which the copy calls a firm', () => {
    assert.deepEqual(
      shorts('Norrland Quell Co bought two yards. The yards are in Sarn, and Quell said they are full.'),
      {
        'Norrland Quell Co': 'Quell',
      },
    );
    assert.deepEqual(shorts('Venntech Holdings Ltd sold a yard. Venntech expects to sell another.'), {
      'Venntech Holdings Ltd': 'Venntech',
    });
  });

  it('takes no word that acts nowhere by itself', () => {
    assert.deepEqual(shorts('Sarn Mining Co bought two mines. Both mines are near Sarn.'), {});
  });

  it('takes no word of two names', () => {
    assert.deepEqual(shorts('Calder Mining Co met Calder Shipping Co. The talks went well, and Calder said so.'), {});
  });
});
