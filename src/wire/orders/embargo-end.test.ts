import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { embargoEnd } from './embargo-end.ts';

describe('embargoEnd', () => {
  it('reads a clock with a zone and a day in any order', () => {
    assert.equal(embargoEnd('0600 GMT on Tuesday, March 3, 2026'), '2026-03-03T06:00:00Z');
    assert.equal(embargoEnd('3 March 2026, 00:01 IST'), '2026-03-02T18:31:00Z');
    assert.equal(embargoEnd('2026-03-03T06:00:00+01:00'), '2026-03-03T05:00:00Z');
  });

  it('keeps the words where the day, the clock or the zone is not certain', () => {
    assert.equal(embargoEnd('Next  Monday'), 'Next Monday');
    assert.equal(embargoEnd('2026-03-03T06:00:00'), '2026-03-03T06:00:00');
    assert.equal(embargoEnd('06:00 on March 3, 2026'), '06:00 on March 3, 2026');
    assert.equal(embargoEnd('0600 GMT March 3'), '0600 GMT March 3');
    assert.equal(embargoEnd('0600 GMT / 0700 CET March 3, 2026'), '0600 GMT / 0700 CET March 3, 2026');
  });
});
