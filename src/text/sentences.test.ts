import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { sentences } from './sentences.ts';

const split = (text: string) => sentences(text).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  it('titles, ranks and initials do not end a sentence', () => {
    assert.deepEqual(split('Sen. Mary Ode met Lt. Col. J. K. Abara and Mr. Pell. They talked.'), [
      'Sen. Mary Ode met Lt. Col. J. K. Abara and Mr. Pell.',
      'They talked.',
    ]);
  });

  it('an abbreviated state or company ends a sentence only when a new one opens', () => {
    assert.deepEqual(split('The U.S. Navy left. Harbor Inc. Chief Ann Lee stayed in the U.S. The port is open.'), [
      'The U.S. Navy left.',
      'Harbor Inc. Chief Ann Lee stayed in the U.S.',
      'The port is open.',
    ]);
  });

  it('initials go on where an agency’s program wrote a capital behind their stop', () => {
    assert.deepEqual(split('Ode said the U.S. Should build boats. It may.'), [
      'Ode said the U.S. Should build boats.',
      'It may.',
    ]);
    assert.deepEqual(split('The row between the U.K. And Calder is old.'), [
      'The row between the U.K. And Calder is old.',
    ]);
    assert.deepEqual(split('Ode lives in the U.S. And the port is open. Is it?').length, 3);
    assert.deepEqual(split('They left the U.S. Is it safe? It is.').length, 3);
  });

  it('months, numbers and times of day keep their stops', () => {
    assert.deepEqual(split('On Jan. 5 at 9.30 a.m. GMT ferry No. 7 sank. It was 2.5 km out at 10 a.m. Divers came.'), [
      'On Jan. 5 at 9.30 a.m. GMT ferry No. 7 sank.',
      'It was 2.5 km out at 10 a.m.',
      'Divers came.',
    ]);
  });

  it('closing quotation marks belong to the sentence they close', () => {
    assert.deepEqual(split('“We are ready.” The minister left. "Go!" he shouted. "Why?" Ode asked.'), [
      '“We are ready.”',
      'The minister left.',
      '"Go!" he shouted.',
      '"Why?" Ode asked.',
    ]);
  });

  it('a blank line always ends a sentence', () => {
    assert.deepEqual(split('No stop here\n\nand none here'), ['No stop here', 'and none here']);
  });

  it('an ellipsis inside a sentence does not end it', () => {
    assert.deepEqual(split('“We waited ... and waited.” He left.'), ['“We waited ... and waited.”', 'He left.']);
  });

  it('spans are in order and cover every word of any text', () => {
    const bits = fc.array(
      fc.constantFrom('“', '”', '"', "'", '. ', '.', '? ', '\n\n', 'Mr.', 'The ', 'a', 'U.S. ', '…', ' '),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          bits.map((list) => list.join('')),
        ),
        (text) => {
          let end = 0;
          for (const span of sentences(text)) {
            assert.ok(span.start >= end && span.end > span.start && span.end <= text.length);
            assert.equal(text.slice(end, span.start).trim(), '');
            assert.equal(text.slice(span.start, span.end), text.slice(span.start, span.end).trim());
            end = span.end;
          }
          assert.equal(text.slice(end).trim(), '');
        },
      ),
    );
  });

  it('a megabyte of marks, stops or spaces is split in linear time', { timeout: 10_000 }, () => {
    for (const bit of ['"', '.', '. ', 'A. ', ' ', '\n', '? "', ') ', '1) '])
      sentences(bit.repeat(1_000_000 / bit.length));
  });
});
