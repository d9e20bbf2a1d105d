import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { homeOf, hoursIntoNewsDay, newsDay } from './agency-clock.ts';

describe('an agency’s clock', () => {
  it('is known for agencies by their credit', () => {
    assert.equal(homeOf('dpa'), 'Europe/Berlin');
    assert.equal(homeOf('Northwire'), undefined);
    assert.equal(homeOf(undefined), undefined);
  });

  it('begins the news day at four in the morning', () => {
    assert.equal(newsDay('2016-02-20T03:37:00Z', 'America/New_York'), '2016-02-19');
    assert.equal(newsDay('2016-02-20T08:59:00Z', 'America/New_York'), '2016-02-19');
    assert.equal(newsDay('2016-02-20T09:00:00Z', 'America/New_York'), '2016-02-20');
    assert.equal(newsDay('2026-01-01T03:59:00Z'), '2025-12-31');
    assert.equal(hoursIntoNewsDay('2016-02-20T10:30:00Z', 'America/New_York'), 1.5);
  });
});
