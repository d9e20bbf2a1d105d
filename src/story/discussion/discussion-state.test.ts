import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DEFAULT_EDITION } from '../edition.ts';
import { discussionState } from './discussion-state.ts';

const story = { publishedAt: '2026-03-02T09:00:00.000Z' };
const week = { ...DEFAULT_EDITION, commentDays: 7 };
const stateAt = (now: string, parts: Partial<Parameters<typeof discussionState>[1]> = {}) =>
  discussionState(story, { last: undefined, edition: DEFAULT_EDITION, now: new Date(now), ...parts });

describe('whether a discussion is open', () => {
  it('stays open until somebody closes it, and can be opened again', () => {
    assert.deepEqual(stateAt('2030-01-01T00:00:00Z'), { open: true });
    const close = { kind: 'close', by: 'Asha Rao', at: '2026-03-03T09:00:00.000Z' } as const;
    assert.deepEqual(stateAt('2026-03-03T09:00:01Z', { last: close }), { open: false, since: close.at, why: 'closed' });
    assert.equal(stateAt('2026-03-30T09:00:00Z', { last: { ...close, kind: 'open' }, edition: week }).open, true);
  });

  it('ends by itself after the publisher’s days, to the minute', () => {
    const closesAt = '2026-03-09T09:00:00.000Z';
    assert.deepEqual(stateAt('2026-03-09T08:59:59Z', { edition: week }), { open: true, closesAt });
    assert.deepEqual(stateAt(closesAt, { edition: week }), { open: false, since: closesAt, why: 'days' });
  });

  it('is closed where the number of days cannot be read', () => {
    const broken = { ...DEFAULT_EDITION, commentDays: 'soon' as unknown as number };
    assert.equal(stateAt('2026-03-02T09:01:00Z', { edition: broken }).open, false);
  });
});
