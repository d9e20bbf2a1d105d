import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { markedSpans } from './quote-marks.ts';

const inMarks = (text: string) => markedSpans(text).map(({ start, end }) => text.slice(start, end));

describe('markedSpans', () => {
  it('finds words in straight and in curly marks, the outer marks only', () => {
    assert.deepEqual(inMarks('He said "we go" and “they ‘stay’ here” today.'), ['we go', 'they ‘stay’ here']);
  });

  it('apostrophes, plurals and decades are no marks', () => {
    assert.deepEqual(inMarks("The workers' rights in the '90s weren't Ode's 'final goal', he said."), ['final goal']);
    assert.deepEqual(inMarks("'The workers' rights are the key,' she said."), ["The workers' rights are the key,"]);
  });

  it('two straight single marks are read as one double mark', () => {
    assert.deepEqual(inMarks("''We can't stay,'' he said."), ["We can't stay,"]);
  });

  it('a quotation that runs on into the next paragraph is not closed', () => {
    const text = '“We begin here.\n\n“We end here.” Then he left.';
    assert.deepEqual(
      markedSpans(text).map(({ start, end, closed }) => [text.slice(start, end), closed]),
      [
        ['We begin here.', false],
        ['We end here.', true],
      ],
    );
  });

  it('paragraphs of one speaker on one line are one quotation after the other', () => {
    assert.deepEqual(inMarks('"We begin here. "We go on here. "We end here," she said.'), [
      'We begin here.',
      'We go on here.',
      'We end here,',
    ]);
  });

  it('spans are in order and inside any text', () => {
    const bits = fc.array(fc.constantFrom('“', '”', '"', "'", '‘', '’', ' ', 's', 'a', '.', '\n\n', '«', '»', ','));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          bits.map((list) => list.join('')),
        ),
        (text) => {
          let end = 0;
          for (const span of markedSpans(text)) {
            assert.ok(span.outerStart >= end && span.start > span.outerStart);
            assert.ok(span.end >= span.start && span.outerEnd >= span.end && span.outerEnd <= text.length);
            end = span.outerEnd;
          }
        },
      ),
    );
  });

  it('a megabyte of marks is read in linear time', { timeout: 10_000 }, () => {
    for (const bit of ['"', '“', '”', "'", " 'a", '‘a ', "'s ", '“\n\n', '« '])
      markedSpans(bit.repeat(1_000_000 / bit.length));
  });
});
