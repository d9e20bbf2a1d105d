import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pageAddress } from './page-address.ts';

describe('the address of a page elsewhere', () => {
  it('is the same with and without what campaigns and fragments add', () => {
    assert.equal(
      pageAddress('https://Partner.example:443/a?id=7&utm_source=mail&fbclid=x#comments'),
      'https://partner.example/a?id=7',
    );
  });

  it('keeps what tells one page from another', () => {
    assert.notEqual(pageAddress('https://partner.example/a?id=7'), pageAddress('https://partner.example/a?id=8'));
    assert.notEqual(pageAddress('https://partner.example/a'), pageAddress('https://partner.example/a/'));
  });

  it('is none for scripts, files, passwords and endless words', () => {
    const bad = [
      'javascript:alert(1)',
      'file:///etc/passwd',
      'https://a:b@partner.example/',
      'pier',
      `https://a.example/${'a'.repeat(2000)}`,
    ];
    assert.deepEqual(
      bad.map(pageAddress),
      bad.map(() => undefined),
    );
  });
});
