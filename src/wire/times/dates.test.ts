import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { instantOf, readInstant } from './dates.ts';

describe('instantOf', () => {
  it('reads ISO 8601, basic and extended, with any zone', () => {
    assert.equal(instantOf('20140829T134951Z'), '2014-08-29T13:49:51Z');
    assert.equal(instantOf('20231125T162741+0000'), '2023-11-25T16:27:41Z');
    assert.equal(instantOf('2026-02-05T10:30:00+05:30'), '2026-02-05T05:00:00Z');
    assert.equal(instantOf('2026-02-05T10:30:00.250+0530'), '2026-02-05T05:00:00.250Z');
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

  it('reads clocks of twelve hours, and days with dots, strokes and ordinals', () => {
    assert.equal(instantOf('Feb 5, 2026 10:30 PM EST'), '2026-02-06T03:30:00Z');
    assert.equal(instantOf('February 5, 2026 12:05 a.m. GMT'), '2026-02-05T00:05:00Z');
    assert.equal(instantOf('Feb 5, 2026 13:30 PM EST'), undefined);
    assert.equal(instantOf('05.02.2026 10:30'), '2026-02-05T10:30:00Z');
    assert.equal(instantOf('2026/02/05 10:30:00 +0530'), '2026-02-05T05:00:00Z');
    assert.equal(instantOf('1er mars 2026'), '2026-03-01T00:00:00Z');
    assert.equal(instantOf('05/02/2026 10:30'), undefined);
  });

  it('reads months in the languages of wires', () => {
    const months = [
      '5. Oktober 2026',
      '5 octobre 2026',
      '5 ottobre 2026',
      '5 outubro 2026',
      '5. oktober 2026',
      '5 lokakuuta 2026',
    ];
    assert.deepEqual(
      months.map(instantOf),
      months.map(() => '2026-10-05T00:00:00Z'),
    );
    assert.equal(instantOf('5. Februar 2026 10:30 MEZ'), '2026-02-05T09:30:00Z');
    assert.equal(instantOf('5 maj 2026 10:30 MESZ'), '2026-05-05T08:30:00Z');
  });

  it('takes what programs write for "no date" for none', () => {
    assert.equal(instantOf('1601-01-01T00:00:00Z'), undefined);
    assert.equal(instantOf('0001-01-01T00:00:00Z'), undefined);
    assert.equal(instantOf('9999-12-31T23:59:59Z'), undefined);
    assert.equal(instantOf('99999999T999999Z'), undefined);
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
