import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { processorTime } from '../../../test/support/processor-time.ts';
import { nameMatches } from './name-matches.ts';

describe('a pattern of names', () => {
  it('means what publishers mean by it', () => {
    const matching = (pattern: string, names: readonly string[]) => names.filter((name) => nameMatches(name, pattern));
    const names = ['a.xml', 'A.XML', 'a.xml.old', 'b.jpg', 'story-1.xml', 'story-12.xml', '.xml'];
    assert.deepEqual(matching('*.xml', names), ['a.xml', 'A.XML', 'story-1.xml', 'story-12.xml', '.xml']);
    assert.deepEqual(matching('story-?.xml', names), ['story-1.xml']);
    assert.deepEqual(matching('*', names), names);
    assert.deepEqual(matching('*-*2*.x?l', names), ['story-12.xml']);
    assert.deepEqual(matching('', names), []);
  });

  it('takes letters that mean something in other patterns as they are', () => {
    assert.equal(nameMatches('a+b(1).xml', 'a+b(1).*'), true);
    assert.equal(nameMatches('aab1.xml', 'a+b(1).*'), false);
    assert.equal(nameMatches('axxml', 'a.xml'), false);
  });

  it('is answered at once however many stars it has', () => {
    const began = processorTime();
    assert.equal(nameMatches('a'.repeat(255), `${'*a'.repeat(100)}b`), false);
    assert.ok(processorTime() - began < 200);
  });
});
