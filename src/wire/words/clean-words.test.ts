import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cleanBlock, cleanLine } from './clean-words.ts';

describe('words for readers', () => {
  it('have no character that turns their direction and never turns it back', () => {
    assert.equal(cleanLine('Ferry \u202efdp.exe runs'), 'Ferry fdp.exe runs');
    assert.equal(cleanLine('Ferry \u202druns\u202c aground'), 'Ferry runs aground');
    assert.equal(cleanLine('Ferry \u2066runs'), 'Ferry runs');
    assert.equal(cleanLine('Ferry runs\u2069\u202c'), 'Ferry runs');
    assert.equal(cleanLine('Ferry &#x202e;runs'), 'Ferry runs');
  });

  it('keep what Arabic and Hebrew need', () => {
    for (const line of ['قالت \u202aNorfeed\u202c أمس\u200f', 'אמר \u2066Norfeed\u2069 אתמול'])
      assert.equal(cleanLine(line), line);
  });

  it('have no control characters, and lines no markup', () => {
    assert.equal(cleanLine('By\u0000 Asha\u0007 <b>Rao</b><script>alert(1)</script>\u0085'), 'By Asha Rao');
    assert.equal(cleanLine('Smith & Sons < 5'), 'Smith & Sons < 5');
  });

  it('keep their marks where the words are', () => {
    const text = '\u202eThe \u0001ferry runs.';
    const mark = { kind: 'strong' as const, start: 6, end: 11 };
    assert.equal(text.slice(6, 11), 'ferry');
    assert.deepEqual(cleanBlock({ kind: 'paragraph', text, marks: [mark, { ...mark, start: 0, end: 1 }] }), {
      kind: 'paragraph',
      text: 'The ferry runs.',
      marks: [{ kind: 'strong', start: 4, end: 9 }],
    });
    const kept = { kind: 'paragraph' as const, text: 'The ferry.\n\tNow.' };
    assert.equal(cleanBlock(kept), kept);
    assert.equal(cleanBlock({ kind: 'paragraph', text: '\u202e \u0001' }), undefined);
  });
});
