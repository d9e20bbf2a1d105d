import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { instantOf, readInstant } from './dates.ts';

describe('instantOf', () => {
  it('reads ISO 8601, basic and extended, with any zone', () => {
    assert.equal(instantOf('20140829T134951Z'), '2014-08-29T13:49:51Z');
    assert.equal(instantOf('20231125T162741+0000'), '2023-11-25T16:27:41Z');
    assert.equal(instantOf('2026-02-05T10:30:00+05:30'), '2026-02-05T05:00:00Z');
    assert.equal(instantOf('2026-02-05T10:30:00.250+0530'), '2026-02-05T05:00:00Z');
    assert.equal(instantOf('2026-02-05'), '2026-02-05T00:00:00Z');
  });

  it('reads RFC 822 with offsets and with names', () => {
    assert.equal(instantOf('Thu, 05 Feb 2026 10:30:00 +0530'), '2026-02-05T05:00:00Z');
    assert.equal(instantOf('Thu, 5 Feb 26 10:30 IST'), '2026-02-05T05:00:00Z');
    assert.equal(instantOf('Sun, 05 Jul 2026 10:30:00 BST'), '2026-07-05T09:30:00Z');
    assert.equal(instantOf('Sun, 05 Jul 2026 10:30:00 CEST'), '2026-07-05T08:30:00Z');
    assert.equal(instantOf('Thu, 05 Feb 2026 10:30:00 EST'), '2026-02-05T15:30:00Z');
    assert.equal(instantOf('Thu Feb  5 10:30:00 2026'), '2026-02-05T10:30:00Z');
  });

  it('takes no zone as UTC and says so', () => {
    assert.deepEqual(readInstant('2026-02-05 10:30:00'), { iso: '2026-02-05T10:30:00Z', zoned: false });
    assert.equal(readInstant('2026-02-05T10:30:00Z')?.zoned, true);
  });

  it('gives nothing for what is no date', () => {
    assert.equal(instantOf('Next Monday'), undefined);
    assert.equal(instantOf('2026-02-30T10:00:00Z'), undefined);
    assert.equal(instantOf('Thu, 05 Feb 2026 10:30:00 XYZ'), undefined);
    assert.equal(instantOf('2026-02-05T29:00:00Z'), undefined);
  });

  it('gives back every instant that a computer writes', () => {
    fc.assert(
      fc.property(
        fc.date({ noInvalidDate: true, min: new Date('1900-01-01'), max: new Date('2200-01-01') }),
        (date) => {
          date.setUTCMilliseconds(0);
          return (
            instantOf(date.toISOString()) === instantOf(date.toUTCString()) &&
            Date.parse(instantOf(date.toISOString()) ?? '') === date.getTime()
          );
        },
      ),
    );
  });
});
