import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { furnish } from './furnish.ts';

const text = `“Our ferry fares must rise in winter,” Ines Calder, the harbour master, said.

“The council should pay for our boats,” Dale Orrin, the mayor, said.

“Winter fares will empty our port,” Asha Menon, a shopkeeper, said.

“We need a ferry without fares,” Ravi Quell, a diver, said.`;

describe('points that quote', () => {
  it('are two at most, however little else can be proved', () => {
    const { furniture } = furnish(
      { headline: 'Ferry fares divide port council in winter', text },
      { language: 'en-US' },
    );
    const quoting = furniture.keyPoints.filter((point) => /: “/.test(point.text));
    assert.equal(quoting.length, 2, furniture.keyPoints.map((point) => point.text).join('\n'));
  });
});
