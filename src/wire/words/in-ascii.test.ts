import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { inAscii } from './in-ascii.ts';

describe('inAscii', () => {
  it('puts a letter of the same case for each letter, and a plain mark for each mark', () => {
    assert.equal(inAscii('Zürich – “Été” ١٢'), 'Zarich _ "Ata" 00');
    assert.equal(inAscii('مدريد (AFP)'), 'AAAAA (AFP)');
  });

  it('keeps every place of the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => inAscii(text).length === text.length));
  });
});
