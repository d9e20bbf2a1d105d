import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { instantAt } from './local-time.ts';

describe('a time on an agency’s own clock', () => {
  it('is read in the agency’s zone, summer and winter', () => {
    assert.equal(instantAt('2022-07-11 18:33', 'Europe/Rome'), '2022-07-11T16:33:00Z');
    assert.equal(instantAt('20190129T124550', 'Europe/Brussels'), '2019-01-29T11:45:50Z');
  });

  it('is found on both sides of the hour at which the clocks change', () => {
    assert.equal(instantAt('2026-03-29T01:59:00', 'Europe/Brussels'), '2026-03-29T00:59:00Z');
    assert.equal(instantAt('2026-03-29T03:00:00', 'Europe/Brussels'), '2026-03-29T01:00:00Z');
    assert.equal(instantAt('2026-10-25T04:00:00', 'Europe/Brussels'), '2026-10-25T03:00:00Z');
  });

  it('keeps the zone that the words give', () => {
    assert.equal(instantAt('20190129T124550+0000', 'Europe/Brussels'), '2019-01-29T12:45:50Z');
  });

  it('counts as UTC where nobody says a zone, and is nothing where it is no date', () => {
    assert.equal(instantAt('20190129T124550'), '2019-01-29T12:45:50Z');
    assert.equal(instantAt('soon', 'Europe/Brussels'), undefined);
    assert.equal(instantAt(undefined, 'Europe/Brussels'), undefined);
  });
});
