import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isSplit, isTurnedRound } from './split-quotation.ts';

const spanOf = (text: string, words: string) => {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
};

describe('isSplit', () => {
  it('sees both halves of a sentence that the speaker’s name parts', () => {
    const text = '“Because of that,” Ode said, “I will go.” Quell left.';
    assert.equal(isSplit(text, spanOf(text, 'Because of that')), true);
    assert.equal(isSplit(text, spanOf(text, 'I will go.')), true);
  });

  it('leaves sentences whole that stand on both sides of the name', () => {
    const text = '“The quay is safe,” Ode said. “We checked it,” she added.';
    assert.equal(isSplit(text, spanOf(text, 'The quay is safe')), false);
    assert.equal(isSplit(text, spanOf(text, 'We checked it')), false);
  });

  it('asks only the sentence that stands at the mark', () => {
    const text = '“It held. The quay,” Ode said, “is safe.”';
    assert.equal(isSplit(text, spanOf(text, 'It held.')), false);
    assert.equal(isSplit(text, spanOf(text, 'The quay')), true);
  });
});

describe('isTurnedRound', () => {
  it('sees that the next sentence takes the words back', () => {
    const inside = '“We could wait for the spring. Or we could build it now,” Ode said.';
    assert.equal(isTurnedRound(inside, spanOf(inside, 'We could wait for the spring.')), true);
    const over = '“I like the plan,” Ode said. “But it costs too much.”';
    assert.equal(isTurnedRound(over, spanOf(over, 'I like the plan')), true);
  });

  it('is not asked what the reporter thinks, nor what the words themselves begin with', () => {
    const text = '“But it costs too much,” Ode said. But the council voted for it.';
    assert.equal(isTurnedRound(text, spanOf(text, 'But it costs too much')), false);
  });
});
