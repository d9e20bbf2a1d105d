import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseJson } from './parse-json.ts';

describe('JSON from outside', () => {
  it('is its value, brackets in strings and all', () => {
    const text = '{"a": ["[[[{{{", "\\"[", {"b": null}]}';
    assert.deepEqual(parseJson(text), { a: ['[[[{{{', '"[', { b: null }] });
    assert.throws(() => parseJson('{"a": ['), SyntaxError);
    assert.deepEqual(
      parseJson(`${'['.repeat(200)}${']'.repeat(200)}`),
      JSON.parse(`${'['.repeat(200)}${']'.repeat(200)}`),
    );
    assert.equal((parseJson(`[${'[],'.repeat(1000)}0]`) as unknown[]).length, 1001);
  });

  it('is refused where it is nested deeper than anything that means something, and the process goes on', () => {
    // Node 26.10 ends here when JSON.parse reads it.
    const text = `${'{"role":"Sam","headlines":['.repeat(8000)} ] } ] }\n`;
    for (let times = 0; times < 300; times++) assert.throws(() => parseJson(text), /nested more than 200 deep/);
  });
});
