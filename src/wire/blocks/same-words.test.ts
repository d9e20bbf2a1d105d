import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { sameWords } from './same-words.ts';

describe('sameWords', () => {
  it('does not mind white space or where texts are parted', () => {
    assert.ok(sameWords(['The quay', 'is shut.'], [' The\u00a0qu', '', 'ay\n\nis ', 'shut', '. ']));
    assert.ok(sameWords([], [' ', '\n']));
  });

  it('sees a letter that is missing, new or moved', () => {
    assert.equal(sameWords(['The quay'], ['The quays']), false);
    assert.equal(sameWords(['The quay'], ['The quay', 'is']), false);
    assert.equal(sameWords(['The quay is'], ['The quay']), false);
    assert.equal(sameWords(['ab'], ['ba']), false);
  });

  it('agrees with taking all white space out', () => {
    const bare = (texts: readonly string[]) => texts.join('').replace(/\s+/g, '');
    const text = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '\u00a0', '\u3000', '\u2009') }), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(text, text, (one, other) => assert.equal(sameWords(one, other), bare(one) === bare(other))),
      { numRuns: 2000 },
    );
  });
});
