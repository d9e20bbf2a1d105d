import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { daysOf, quantile, waitSteps } from './days.ts';

const now = new Date('2026-03-02T20:00:00Z');

describe('the days of the desk', () => {
  it('are those of the edition’s zone, each of them there, and count what fell on them', () => {
    const figures = {
      arrived: [{ from: '2026-03-01T18:30:00.000Z', count: 2 }],
      decisions: [
        { from: '2026-03-01T18:20:00.000Z', state: 'approved', person: true, count: 3 },
        { from: '2026-03-01T18:30:00.000Z', state: 'pending', person: false, count: 4 },
        { from: '2026-03-02T18:30:00.000Z', state: 'refused', person: true, count: 5 },
        { from: '2026-01-01T00:00:00.000Z', state: 'held', person: true, count: 9 },
      ],
    } as const;
    assert.deepEqual(daysOf(figures, { now, count: 3, timeZone: 'Asia/Kolkata' }), [
      { date: '2026-03-01', arrived: 0, approved: 3, held: 0, stopped: 0 },
      { date: '2026-03-02', arrived: 2, approved: 0, held: 4, stopped: 0 },
      { date: '2026-03-03', arrived: 0, approved: 0, held: 0, stopped: 5 },
    ]);
  });

  it('are as many as asked for also over the night when clocks change', () => {
    const dates = daysOf(
      { arrived: [], decisions: [] },
      { now: new Date('2026-04-10T23:30:00Z'), count: 30, timeZone: 'Europe/London' },
    );
    assert.equal(dates.length, 30);
    assert.deepEqual([dates[0]?.date, dates.at(-1)?.date], ['2026-03-13', '2026-04-11']);
  });
});

describe('how long comments waited', () => {
  it('is told by the middle one and the one that nine in ten are under', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    assert.deepEqual([quantile(waits, 0.5), quantile(waits, 0.9), quantile([], 0.5)], [6, 10, undefined]);
  });

  it('is counted in steps, each comment in one', () => {
    const minute = 60_000;
    const steps = waitSteps([0, 5 * minute, 59 * minute, 3000 * minute]).map(({ value }) => value);
    assert.deepEqual(steps, [1, 1, 1, 0, 0, 1]);
  });
});
