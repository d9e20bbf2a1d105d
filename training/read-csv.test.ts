import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readCsv } from './read-csv.ts';
import { readSpans } from './read-sets.ts';

describe('the public sets', () => {
  it('cells hold commas, quotation marks and new lines; rows that are cut are left out', () => {
    assert.deepEqual(readCsv('id,text\r\n1,"He said ""no"", twice"\r\n2,"two\nlines"\r\n3\r\n4,last'), [
      { id: '1', text: 'He said "no", twice' },
      { id: '2', text: 'two\nlines' },
      { id: '4', text: 'last' },
    ]);
  });

  it('a list of characters becomes stretches', () => {
    assert.deepEqual(readSpans('[3, 4, 5, 9, 11, 12]'), [
      [3, 6],
      [9, 10],
      [11, 13],
    ]);
    assert.deepEqual(readSpans('[]'), []);
  });
});
