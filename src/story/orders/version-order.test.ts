import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isNewer, type VersionMark } from './version-order.ts';

const mark = (parts: Partial<VersionMark> = {}): VersionMark => ({ guid: 'npa:1', ...parts });

/** The newest of versions that arrive in this order. */
const newestOf = (arrivals: readonly VersionMark[]) =>
  arrivals.reduce((newest, arrived) => (isNewer(arrived, newest) ? arrived : newest));

describe('the order of versions', () => {
  it('follows the agency’s numbers, as numbers', () => {
    assert.equal(isNewer(mark({ agencyVersion: '9' }), mark({ agencyVersion: '10' })), false);
    assert.equal(isNewer(mark({ agencyVersion: '20260205143001' }), mark({ agencyVersion: '20260205143000' })), true);
  });

  it('follows numbers of two parts, the tenth after the ninth', () => {
    assert.equal(isNewer(mark({ agencyVersion: '2.10' }), mark({ agencyVersion: '2.9' })), true);
    assert.equal(isNewer(mark({ agencyVersion: '1.9' }), mark({ agencyVersion: '2' })), false);
    assert.equal(isNewer(mark({ agencyVersion: '2.0' }), mark({ agencyVersion: '2' })), true);
  });

  it('follows the times when a number is missing or is none', () => {
    const early = mark({ agencyVersion: 'lead-all', versionCreated: '2026-03-02T09:00:00+02:00' });
    const late = mark({ agencyVersion: '2', versionCreated: '2026-03-02T07:30:00Z' });
    assert.equal(isNewer(late, early), true);
    assert.equal(isNewer(early, late), false);
  });

  it('follows the arrival when nothing tells', () => {
    assert.equal(isNewer(mark(), mark({ agencyVersion: '4' })), true);
    assert.equal(
      isNewer(mark({ versionCreated: 'yesterday' }), mark({ versionCreated: '2026-03-02T07:30:00Z' })),
      true,
    );
  });

  it('lets the times decide between equal numbers', () => {
    const first = mark({ agencyVersion: '2', versionCreated: '2026-03-02T07:30:00Z' });
    const second = mark({ agencyVersion: '2', versionCreated: '2026-03-02T07:45:00Z' });
    assert.equal(isNewer(first, second), false);
  });

  it('never puts a replaced guid before the one that replaced it, whatever their numbers', () => {
    const old = mark({ guid: 'npa:old', agencyVersion: '7', versionCreated: '2026-03-02T09:00:00Z' });
    const next = mark({ guid: 'npa:new', agencyVersion: '1', versionCreated: '2026-03-02T08:00:00Z' });
    assert.equal(isNewer(old, next, new Set(['npa:old'])), false);
    assert.equal(isNewer(next, old, new Set(['npa:old'])), true);
  });

  it('comes to the same newest number in whatever order the versions arrive', () => {
    const numbers = fc.uniqueArray(fc.nat(), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        numbers.chain((all) => fc.shuffledSubarray(all, { minLength: all.length })),
        (arrivals) => {
          const newest = newestOf(arrivals.map((number) => mark({ agencyVersion: String(number) })));
          assert.equal(newest.agencyVersion, String(Math.max(...arrivals)));
        },
      ),
    );
  });

  it('comes to the same newest time in whatever order the versions arrive', () => {
    const minutes = fc.uniqueArray(fc.nat({ max: 1_000_000 }), { minLength: 1, maxLength: 8 });
    const timeOf = (minute: number) => new Date(minute * 60_000).toISOString();
    fc.assert(
      fc.property(
        minutes.chain((all) => fc.shuffledSubarray(all, { minLength: all.length })),
        (arrivals) => {
          const newest = newestOf(arrivals.map((minute) => mark({ versionCreated: timeOf(minute) })));
          assert.equal(newest.versionCreated, timeOf(Math.max(...arrivals)));
        },
      ),
    );
  });

  it('never calls two marked versions newer than each other', () => {
    const marks = fc.record({ guid: fc.constant('npa:1'), agencyVersion: fc.nat({ max: 5 }).map(String) });
    fc.assert(
      fc.property(marks, marks, (one, other) => {
        fc.pre(one.agencyVersion !== other.agencyVersion);
        assert.notEqual(isNewer(one, other), isNewer(other, one));
      }),
    );
  });
});
