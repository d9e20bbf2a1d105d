import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { findDates } from './dates.ts';

// 5 March 2026 is a Thursday.
const days = (text: string, future = false) => findDates(text, '2026-03-05', () => future).map(({ date }) => date);

describe('findDates', () => {
  it('a weekday is the last one before the copy was written', () => {
    assert.deepEqual(days('on Wednesday, last Thursday and Thursday'), ['2026-03-04', '2026-02-26', '2026-03-05']);
  });

  it('a weekday of something to come is the next one', () => {
    assert.deepEqual(days('will meet on Wednesday and next Friday', true), ['2026-03-11', '2026-03-06']);
  });

  it('yesterday, today and tomorrow follow from the day', () => {
    assert.deepEqual(days('yesterday, today and tomorrow'), ['2026-03-04', '2026-03-05', '2026-03-06']);
  });

  it('a date without a year is the nearest one', () => {
    assert.deepEqual(days('December 30, Jan. 2, 4 July and 1 May 2019'), [
      '2025-12-30',
      '2026-01-02',
      '2026-07-04',
      '2019-05-01',
    ]);
  });

  it('an impossible day is left out', () => {
    assert.deepEqual(days('February 31 and June 39'), []);
    assert.deepEqual(findDates('today', 'no day'), []);
  });

  it('spans lie inside any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) =>
        findDates(text, '2026-03-05').every(({ start, end }) => start < end && end <= text.length),
      ),
    );
  });
});
