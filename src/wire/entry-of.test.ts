import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { entryOf } from './entry-of.ts';
import { renditionName, roleOf } from './newsml-1/newsml-1-dialects.ts';
import { homeOf } from './times/agency-clock.ts';

describe('what a table has under a word of the wire', () => {
  it('is its own entry and nothing that every object has', () => {
    assert.equal(entryOf({ f: 1 }, 'f'), 1);
    assert.equal(entryOf({ f: 1 }, 'constructor'), undefined);
    assert.equal(entryOf({ f: 1 }, '__proto__'), undefined);
  });

  it('is none for roles, pictures and agencies that nobody named', () => {
    assert.equal(roleOf('constructor'), 'body');
    assert.equal(renditionName('Constructor'), 'constructor');
    assert.equal(homeOf('constructor'), undefined);
  });
});
