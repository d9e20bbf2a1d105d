import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fillDates } from './fill-dates.ts';

const now = new Date('2026-03-01T01:30:20.500Z');

describe('the dates of a template', () => {
  it('an instant is ISO 8601 in UTC, without parts of a second', () => {
    assert.equal(
      fillDates('{{now}} {{now-3h}} {{now+1d}} {{now-90m}}', now),
      '2026-03-01T01:30:20Z 2026-02-28T22:30:20Z 2026-03-02T01:30:20Z 2026-03-01T00:00:20Z',
    );
  });

  it('a form writes the day as copy does', () => {
    assert.equal(
      fillDates('{{now-3h:weekday}}, {{now-3h:month-day}}, {{now-3h:day-month}}, {{now-3h:short}}, {{now:month}}', now),
      'Saturday, February 28, 28 February, Feb 28, March',
    );
  });

  it('a feed gets the date of RFC 822', () => {
    assert.equal(fillDates('{{now-3h:rfc822}}', now), 'Sat, 28 Feb 2026 22:30:20 GMT');
  });

  it('a place that cannot be read is refused with its words, never passed on', () => {
    for (const place of ['{{now-3w}}', '{{now:moon}}', '{{then}}', '{{now:constructor}}', '{{ now }}']) {
      assert.throws(
        () => fillDates(`On ${place}`, now),
        (error: Error) => error.message.includes(`"${place}"`),
      );
    }
  });

  it('everything else stays as it is', () => {
    assert.equal(fillDates('{ "a": { "b": {} }, "c": "} }" }', now), '{ "a": { "b": {} }, "c": "} }" }');
  });
});
