import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { acceptedEncoding } from './accepted-encoding.ts';

describe('the encoding of an answer', () => {
  it('is the best that is accepted', () => {
    assert.equal(acceptedEncoding('gzip, deflate, br, zstd'), 'br');
    assert.equal(acceptedEncoding('gzip'), 'gzip');
    assert.equal(acceptedEncoding('*'), 'br');
    assert.equal(acceptedEncoding('br;q=0.1, gzip;q=0.9'), 'gzip');
  });

  it('is none where none is accepted', () => {
    assert.equal(acceptedEncoding(undefined), 'identity');
    assert.equal(acceptedEncoding('identity'), 'identity');
    assert.equal(acceptedEncoding('br;q=0, gzip;q=0.0'), 'identity');
    assert.equal(acceptedEncoding('nonsense;q=x'), 'identity');
  });
});
