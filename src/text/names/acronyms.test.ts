import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tokens } from '../tokens.ts';
import { acronymsIn } from './acronyms.ts';

/** Each name with its letters. */
const acronyms = (text: string): string[] => {
  const list = tokens(text);
  return acronymsIn(list).map(
    ({ from, to, letters }) => `${text.slice(list[from]!.start, list[to - 1]!.end)} = ${list[letters]!.text}`,
  );
};

describe('a name with its letters behind it', () => {
  it('is found by the fronts of its words', () => {
    assert.deepEqual(acronyms('The Ministry of Trade and Industry (MTI) asked for calm.'), [
      'Ministry of Trade and Industry = MTI',
    ]);
    assert.deepEqual(acronyms('The Sarn Harbour Board, SHB, closed the pier.'), ['Sarn Harbour Board = SHB']);
    assert.deepEqual(acronyms('Norrland Ferry Lines Co (NFL) sold a ship.'), ['Norrland Ferry Lines Co = NFL']);
  });

  it('is none where the letters are those of something else', () => {
    assert.deepEqual(acronyms('Ann Lee (D) asked for calm. The Harbour Board (SARN) closed.'), []);
    assert.deepEqual(acronyms('The owners of ferries (OOF) asked for calm.'), []);
  });
});
