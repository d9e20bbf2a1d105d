import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { atHome, hoursIntoNewsDay, newsDay } from './agency-clock.ts';

describe('an agency’s clock', () => {
  it('gives the instant of a wall clock, in summer and in winter', () => {
    assert.equal(atHome('2024-09-25T11:00:00', 'Europe/Berlin'), '2024-09-25T09:00:00Z');
    assert.equal(atHome('2024-12-25T11:00:00', 'Europe/Berlin'), '2024-12-25T10:00:00Z');
    assert.equal(atHome('2018-12-09T21:37:00', 'Asia/Tokyo'), '2018-12-09T12:37:00Z');
    assert.equal(atHome('2024-03-31T03:30:00', 'Europe/Berlin'), '2024-03-31T01:30:00Z');
    assert.equal(atHome('2024-10-27T00:30:00', 'Europe/Berlin'), '2024-10-26T22:30:00Z');
  });

  it('begins the news day at four in the morning', () => {
    assert.equal(newsDay('2016-02-20T03:37:00Z', 'America/New_York'), '2016-02-19');
    assert.equal(newsDay('2016-02-20T08:59:00Z', 'America/New_York'), '2016-02-19');
    assert.equal(newsDay('2016-02-20T09:00:00Z', 'America/New_York'), '2016-02-20');
    assert.equal(newsDay('2026-01-01T03:59:00Z'), '2025-12-31');
    assert.equal(hoursIntoNewsDay('2016-02-20T10:30:00Z', 'America/New_York'), 1.5);
  });
});
